"""Small files to send."""

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63fccfc0500f0004850180"
    "8c7b6d6e0000000049454e44ae426082"
)
"""A PNG of one pixel."""
PAPER = b"%PDF-1.4\n" + bytes(range(256)) * 40
"""Bytes of every value, as a document has them."""
