"""Small files of every kind that people attach, made here byte by byte."""

import struct
import zlib
from pathlib import Path


def pdf(*pages: str, trailer: bytes = b"") -> bytes:
    """Return a PDF with a line of text on each page."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, words in enumerate(pages):
        content = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET" if words else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    data += f"trailer << /Size {len(objects) + 1} /Root 1 0 R".encode() + trailer + b" >>\n"
    return data + f"startxref\n{start}\n%%EOF\n".encode()


def wav(seconds: float = 1.0) -> bytes:
    """Return silence of 24 kHz, mono, 16 bits."""
    samples = bytes(int(seconds * 24_000) * 2)
    head = struct.pack(
        "<4sI4s4sIHHIIHH4sI", b"RIFF", len(samples) + 36, b"WAVE", b"fmt ", 16, 1, 1,
        24_000, 48_000, 2, 16, b"data", len(samples),
    )  # fmt: skip
    return head + samples


def png(width: int, height: int, colour: bytes = b"\x30\x60\x90", text: bytes = b"") -> bytes:
    """Return a picture of one colour; ``text`` is kept beside the pixels, as cameras do."""
    rows = (b"\0" + colour * width) * height
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))]
    if text:
        chunks.append((b"tEXt", b"Comment\0" + text))
    chunks += [(b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


def with_exif(jpeg: bytes, orientation: int, secret: bytes) -> bytes:
    """Return a JPEG that says how the camera was held, and something nobody should learn."""
    entries = [
        struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0),
        struct.pack(">HHII", 0x010F, 2, len(secret) + 1, 38),
    ]
    tiff = b"MM\0*" + struct.pack(">I", 8) + struct.pack(">H", 2) + b"".join(entries)
    tiff += struct.pack(">I", 0) + secret + b"\0"
    segment = b"Exif\0\0" + tiff
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + jpeg[2:]


def write_all(folder: Path) -> dict[str, Path]:
    """Write one file of each kind; return them by suffix."""
    contents = {
        "png": png(64, 48), "wav": wav(), "pdf": pdf("Budget 2026"), "py": b"print('hi')\n"
    }  # fmt: skip
    paths = {suffix: folder / f"sample.{suffix}" for suffix in contents}
    for suffix, path in paths.items():
        path.write_bytes(contents[suffix])
    return paths
