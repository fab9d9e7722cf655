"""What an MP4 says about itself: its size and how long it runs."""

import struct
from collections.abc import Iterator

_CONTAINERS = (b"moov", b"trak")


def is_video(data: bytes) -> bool:
    """Whether the bytes begin like an MP4 (or the QuickTime file that a phone films)."""
    return data[4:8] == b"ftyp"


def facts(data: bytes) -> tuple[int, int, int]:
    """Width and height in pixels, whole seconds; zero for what the file does not say."""
    width = height = seconds = 0
    try:
        for kind, start, end in _boxes(data, 0, len(data), 0):
            wide = data[start] == 1  # version 1 has 64-bit times
            if kind == b"mvhd":
                scale, length = struct.unpack_from(">IQ" if wide else ">II", data, start + (20 if wide else 12))
                seconds = round(length / scale) if scale else 0
            elif kind == b"tkhd":
                wide_px, high_px = struct.unpack_from(">II", data, end - 8)
                width, height = max(width, wide_px >> 16), max(height, high_px >> 16)
    except (struct.error, IndexError):
        pass
    return width, height, min(seconds, 2**31 - 1)


def _boxes(data: bytes, position: int, end: int, depth: int) -> Iterator[tuple[bytes, int, int]]:
    """The boxes that hold facts: kind, where their content begins and ends."""
    while position + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, position)
        start = position + 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, start)
            start += 8
        stop = end if size == 0 else position + size
        if stop <= start or stop > end:
            return
        if kind in _CONTAINERS and depth < 3:
            yield from _boxes(data, start, stop, depth + 1)
        elif kind in (b"mvhd", b"tkhd"):
            yield kind, start, stop
        position = stop
