"""How much one file may cost (SPEC 3.2, SPEC 8; OWASP ASVS 5.2)."""

from __future__ import annotations

MAX_BYTES = 5 * 1024 * 1024
"""Size of an upload."""
MAX_PAGES = 50
MAX_CHARACTERS = 200_000
"""Text of a whole document; a long résumé has 20,000."""
MAX_LINES = 20_000
MAX_ENTRIES = 200
"""Files in a zip."""
MAX_EXPANDED = 50 * 1024 * 1024
"""Bytes of everything in a zip, unpacked."""
MAX_RATIO = 100
"""Unpacked size over packed size, of one file in a zip of any size worth the name."""
MEMORY_BYTES = 512 * 1024 * 1024
CPU_SECONDS = 10
WALL_SECONDS = 15.0
MAX_RESULT_BYTES = 8 * 1024 * 1024
"""What the reading process may hand back."""
