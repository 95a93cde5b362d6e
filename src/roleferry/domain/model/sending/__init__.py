"""Campaigns, enrollments and mails: when they go, what stops them, and how nobody is written to twice."""
