"""Small voice notes, built by hand: half a second of Opus silence in WebM, as a browser records it."""

from bot.messenger.voices import as_ogg

HEAD = b"OpusHead" + bytes([1, 1, 0x38, 0x01]) + (48_000).to_bytes(4, "little") + bytes(3)
SILENCE = b"\xf8\xff\xfe"
"""One packet: 20 ms of CELT, full band, mono."""


def _element(number: int, content: bytes, *, open_ended: bool = False) -> bytes:
    name = number.to_bytes((number.bit_length() + 7) // 8, "big")
    size = b"\x01" + b"\xff" * 7 if open_ended else (len(content) | 1 << 28).to_bytes(4, "big")
    return name + size + content


def webm(packets: int) -> bytes:
    track = _element(0xAE, _element(0x86, b"A_OPUS") + _element(0x63A2, HEAD))
    blocks = b"".join(
        _element(0xA3, b"\x81" + (20 * number).to_bytes(2, "big") + b"\x80" + SILENCE) for number in range(packets)
    )
    cluster = _element(0x1F43B675, _element(0xE7, b"\0") + blocks, open_ended=True)
    inside = _element(0x1654AE6B, track) + cluster
    return _element(0x1A45DFA3, _element(0x4282, b"webm")) + _element(0x18538067, inside, open_ended=True)


RECORDED = webm(125)
"""2.5 seconds."""
NOTE = as_ogg(RECORDED)
"""The same in the box that Telegram plays."""
