"""Small files to send."""

import struct

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63fccfc0500f0004850180"
    "8c7b6d6e0000000049454e44ae426082"
)
"""A PNG of one pixel."""
PAPER = b"%PDF-1.4\n" + bytes(range(256)) * 40
"""Bytes of every value, as a document has them."""


def _box(kind: bytes, *content: bytes) -> bytes:
    data = b"".join(content)
    return struct.pack(">I4s", 8 + len(data), kind) + data


def _header(width: int, height: int) -> bytes:
    return _box(b"tkhd", bytes(76), struct.pack(">II", width << 16, height << 16))


FILM = _box(b"ftyp", b"isom", bytes(4), b"isommp42") + _box(
    b"moov",
    _box(b"mvhd", bytes(12), struct.pack(">II", 1000, 3600), bytes(80)),
    _box(b"trak", _header(0, 0)),
    _box(b"trak", _header(320, 180)),
)
"""The frame of an MP4 of 320 × 180 and 3.6 seconds, without pictures: sound's track first, as phones have it."""
GIF = b"GIF89a" + struct.pack("<HH", 40, 30) + bytes(3) + b";"
"""A GIF of 40 × 30 that shows nothing."""
