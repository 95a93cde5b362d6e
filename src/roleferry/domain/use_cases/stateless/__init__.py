"""Use cases: questions that are answered and forgotten (SPEC 2, `/ai/*`)."""
