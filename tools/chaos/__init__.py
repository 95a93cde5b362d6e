"""Real workers killed while mail goes out through a real server: what was sent, doubled, lost, uncertain (SPEC 6)."""
