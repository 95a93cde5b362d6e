"""Made-up people and adverts, in layouts that differ."""
