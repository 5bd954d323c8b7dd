"""The reference tool servers of the protocol's authors, unmodified, from npm.

They are kept in ``.cache/mcp-servers``, outside of version control; ``packaging/test`` puts
them there, and so does the first test that needs them.
"""

import shutil
import subprocess
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[2] / ".cache" / "mcp-servers"
PACKAGES = (
    "@modelcontextprotocol/server-everything@2026.8.31",
    "@modelcontextprotocol/server-filesystem@2026.8.31",
)
INSTALL_S = 150


@cache
def node_server(name: str) -> str:
    """Return the program of a server; empty if it is not there and cannot be fetched."""
    program = FOLDER / "node_modules" / ".bin" / name
    npm = shutil.which("npm")
    if not program.exists() and npm is not None:
        FOLDER.mkdir(parents=True, exist_ok=True)
        command = [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(FOLDER)]
        subprocess.run([*command, *PACKAGES], timeout=INSTALL_S, check=False)
    return str(program) if program.exists() else ""
