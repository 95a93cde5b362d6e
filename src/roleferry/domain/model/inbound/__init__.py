"""What comes back: provider events, bounces, complaints, automatic answers and people's replies (SPEC 7)."""
