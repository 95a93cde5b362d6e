"""arq over Redis: a doorbell, never the truth."""
