"""One lie per file: FAULT. Knows only the core."""
