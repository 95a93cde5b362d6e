"""Verbs: one file, one class, one story; the listing of these folders is the list of features."""
