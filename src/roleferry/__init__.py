"""RoleFerry: short, true, well-timed notes to the people whose problems you have solved."""
