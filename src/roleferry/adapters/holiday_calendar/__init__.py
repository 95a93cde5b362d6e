"""Public holidays by the holidays library, countries of zones by the tz database."""

from roleferry.adapters.holiday_calendar.calendar import LibraryHolidayCalendar

__all__ = ["LibraryHolidayCalendar"]
