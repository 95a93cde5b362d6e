"""RoleFerry: short, true, well-timed notes to the people whose problems you have solved."""

__version__ = "0.1.0"
