"""Short marks for long names, so that they fit into a button (64 bytes, Bot API)."""

from zlib import crc32


def mark_of(name: str) -> str:
    """Eight letters at most, the same each time; two names of one centre hardly ever share one."""
    return f"{crc32(name.encode()):x}"
