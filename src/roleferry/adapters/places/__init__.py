"""Places by name: countries and cities of the tz database, and a short list of ours."""

from roleferry.adapters.places.gazetteer import Gazetteer, load_gazetteer

__all__ = ["Gazetteer", "load_gazetteer"]
