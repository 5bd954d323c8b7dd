"""A tool server written with the Python SDK whose tools bring pictures, sounds and files, as
they should be and as nobody should send them; ``python -m tests.support.media_server``."""

import base64
import sys

from mcp.server.mcpserver import Audio, Image, MCPServer
from mcp.types import (
    AudioContent,
    BlobResourceContents,
    CallToolResult,
    EmbeddedResource,
    ImageContent,
    ResourceLink,
    TextContent,
    TextResourceContents,
)

from chatapp.domain.json_value import JsonValue
from chatapp.domain.tool_servers import ToolServer
from tests.support.sample_files import pdf, png, wav

MEDIA = ToolServer(
    "media", sys.executable, ("-m", "tests.support.media_server"), {"PYTHONPATH": "."}
)
PNG, WAV, PDF = png(320, 180), wav(2.0), pdf("Budget 2026")
ROWS: list[JsonValue] = [{"city": "Oslo", "degrees": 3}, {"city": "Rome", "degrees": 17}]


def b64(data: bytes) -> str:
    """Return bytes in base64."""
    return base64.b64encode(data).decode()


def _blob(data: str, media_type: str, uri: str) -> EmbeddedResource:
    held = BlobResourceContents(uri=uri, mime_type=media_type, blob=data)
    return EmbeddedResource(type="resource", resource=held)


def _sound(data: str, media_type: str = "audio/wav") -> AudioContent:
    return AudioContent(type="audio", data=data, mime_type=media_type)


def _image(data: str, media_type: str = "image/png") -> ImageContent:
    return ImageContent(type="image", data=data, mime_type=media_type)


def sound() -> Audio:
    """Bring two seconds of silence"""
    return Audio(data=WAV, format="wav")


def picture() -> Image:
    """Bring a picture"""
    return Image(data=PNG, format="png")


def files() -> CallToolResult:
    """Bring a picture, a sound and a document in resources, words in one, and a link"""
    words = TextResourceContents(uri="demo://files/notes.txt", mime_type="text/plain", text="milk")
    link = ResourceLink(
        type="resource_link", name="The log", uri="demo://logs/today", mime_type="text/plain"
    )
    return CallToolResult(
        content=[
            TextContent(type="text", text="Here are the files."),
            _blob(b64(PNG), "image/png", "demo://files/chart.png"),
            _blob(b64(WAV), "audio/x-wav", "demo://files/voice%20note.wav"),
            _blob(b64(PDF), "application/pdf", "demo://files/budget.pdf"),
            EmbeddedResource(type="resource", resource=words),
            link,
        ],
        structured_content={"rows": ROWS},
    )


def hostile() -> CallToolResult:
    """Bring what cannot be decoded, is not what it says, or has names that nobody should use"""
    lines = "\r\n".join(b64(PNG)[at : at + 76] for at in range(0, len(b64(PNG)), 76))
    evil = "file:///%2E%2E%2F..%2Fetc%2Fcron.d%2F%E2%80%AEgpj.exe"
    return CallToolResult(
        content=[
            _image(f"{b64(PNG)[:-6]}******"),
            _sound("no base64 at all"),
            _image(lines),
            _image(b64(WAV)),
            _sound("", "audio/mpeg"),
            _sound(b64(b"OggS" + bytes(90)), "audio/ogg"),
            _blob(b64(b"MZ" + bytes(500)), "application/octet-stream", evil),
            ResourceLink(
                type="resource_link", name="\u202egnp.exe", uri="javascript:alert(1)//\u202e"
            ),
        ]
    )


def large(megabytes: int) -> Audio:
    """Bring a sound of so many megabytes"""
    return Audio(data=wav(megabytes * 1_000_000 / 48_000), format="wav")


def main() -> None:
    """Serve over standard input and output."""
    server = MCPServer("media")
    for tool in (sound, picture, files, hostile, large):
        server.add_tool(tool)
    server.run("stdio")


if __name__ == "__main__":
    main()
