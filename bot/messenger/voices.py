"""Voice notes: which bytes are one, how long it runs, and what a browser records put into the box that Telegram plays.

A browser that records WebM (most do) holds the same Opus sound as Telegram's OGG, so nothing is coded anew.
"""

import struct
from collections.abc import Iterator
from typing import Final

from bot.messenger import videos

_WEBM: Final = b"\x1aE\xdf\xa3"
_RATE: Final = 48_000
"""Opus counts in 48,000 samples a second, whatever was recorded."""
_INTO: Final = {0x18538067, 0x1F43B675, 0x1654AE6B, 0xAE, 0xA0}
"""WebM's Segment, Cluster, Tracks, TrackEntry, BlockGroup."""
_CODEC_PRIVATE: Final = 0x63A2
_BLOCKS: Final = (0xA3, 0xA1)
"""SimpleBlock, Block."""
_PACKETS_ON_PAGE: Final = 50


def kind(data: bytes) -> str | None:
    """The MIME type of a voice note (OGG with Opus, MP3, MPEG-4 with sound only); None for anything else."""
    if data.startswith(b"OggS") and b"OpusHead" in data[:128]:
        return "audio/ogg"
    if data.startswith(b"ID3") or (len(data) > 1 and data[0] == 0xFF and data[1] & 0xE6 == 0xE2):
        return "audio/mpeg"
    if videos.is_video(data) and videos.facts(data)[:2] == (0, 0):
        return "audio/mp4"
    return None


def seconds(data: bytes) -> int:
    """How long an OGG or MPEG-4 note runs, in whole seconds, at least 1; 0 when the file does not say."""
    if videos.is_video(data):
        return videos.facts(data)[2]
    last = data.rfind(b"OggS")
    if not data.startswith(b"OggS") or len(data) < last + 14:
        return 0
    samples: int = struct.unpack_from("<q", data, last + 6)[0]
    return max(1, min(round(samples / _RATE), 2**31 - 1))


def as_ogg(data: bytes) -> bytes:
    """A recorded WebM as OGG; whatever is no WebM with plain Opus stays as it is."""
    if not data.startswith(_WEBM):
        return data
    head, packets = b"", []
    try:
        for number, content in _elements(data):
            if number == _CODEC_PRIVATE:
                head = content
            elif number in _BLOCKS:
                length = _size(content, 0)[1]
                if content[length + 2] & 0x06:  # several packets in one block: nobody records so
                    return data
                packets.append(content[length + 3 :])
        return _ogg(head, packets) if head.startswith(b"OpusHead") and packets else data
    except IndexError:
        return data


def _elements(data: bytes) -> Iterator[tuple[int, bytes]]:
    position = 0
    while position < len(data):
        length = 9 - data[position].bit_length()
        number = int.from_bytes(data[position : position + length], "big")
        size, taken = _size(data, position + length)
        position += length + taken
        if number in _INTO:  # a recording is written as it comes, so these do not know how long they are
            continue
        if size is None:
            return
        yield number, data[position : position + size]
        position += size


def _size(data: bytes, position: int) -> tuple[int | None, int]:
    """A number of variable length, and how many bytes it takes; None when it is not known."""
    length = 9 - data[position].bit_length()
    value = int.from_bytes(data[position : position + length], "big") - (1 << 7 * length)
    return (None if value == (1 << 7 * length) - 1 else value), length


def _samples(packet: bytes) -> int:
    """How long an Opus packet sounds (RFC 6716, 3.1)."""
    mode, count = packet[0] >> 3, packet[0] & 3
    if mode < 12:
        frame = (480, 960, 1920, 2880)[mode % 4]
    elif mode < 16:
        frame = (480, 960)[mode % 2]
    else:
        frame = (120, 240, 480, 960)[mode % 4]
    return frame * (1, 2, 2, packet[1] & 0x3F if count == 3 else 0)[count]


def _ogg(head: bytes, packets: list[bytes]) -> bytes:
    """An OGG file (RFC 3533, RFC 7845)."""
    vendor = b"okienko"
    tags = b"OpusTags" + struct.pack("<I", len(vendor)) + vendor + struct.pack("<I", 0)
    pages, played = [_page([head], 0, 0, 2), _page([tags], 0, 1, 0)], 0
    for first in range(0, len(packets), _PACKETS_ON_PAGE):
        some = [packet for packet in packets[first : first + _PACKETS_ON_PAGE] if packet]
        played += sum(_samples(packet) for packet in some)
        last = first + _PACKETS_ON_PAGE >= len(packets)
        pages.append(_page(some, played, len(pages), 4 if last else 0))
    return b"".join(pages)


def _page(packets: list[bytes], played: int, number: int, flags: int) -> bytes:
    laces = b"".join(b"\xff" * (len(packet) // 255) + bytes([len(packet) % 255]) for packet in packets)
    if len(laces) > 255:
        raise IndexError("a page holds no more")
    begin = struct.pack("<4sBBqII", b"OggS", 0, flags, played, 1, number)
    rest = bytes([len(laces)]) + laces + b"".join(packets)
    return begin + struct.pack("<I", _checksum(begin + bytes(4) + rest)) + rest


def _checksum(data: bytes) -> int:
    value = 0
    for byte in data:
        value = (value << 8 & 0xFFFFFFFF) ^ _TABLE[value >> 24 ^ byte]
    return value


def _row(byte: int) -> int:
    value = byte << 24
    for _ in range(8):
        value = (value << 1 ^ (0x04C11DB7 if value & 0x80000000 else 0)) & 0xFFFFFFFF
    return value


_TABLE: Final = [_row(byte) for byte in range(256)]
