"""Reads the command line; only a start that is given one imports this."""

import argparse
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from chatapp import __version__
from chatapp.options import Options
from chatapp.store.paths import PROFILE_VARIABLE
from chatapp.transfer import SUFFIXES

if TYPE_CHECKING:
    from chatapp.domain.tool_servers import ToolServer


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line and exit with 2."""
        self.exit(2, f"{self.prog}: {message}\n")


def parser() -> argparse.ArgumentParser:
    made = _Parser(prog="chatapp", description="Chat with any OpenAI-compatible endpoint.")
    add = made.add_argument
    add(
        "--profile",
        metavar="DIR",
        type=Path,
        help=f"keep everything in DIR (or {PROFILE_VARIABLE})",
    )
    add("--base-url", metavar="URL", help="use this endpoint for this run")
    add("--api-key-env", metavar="NAME", help="read this run's key from a variable")
    add("--model", metavar="ID", help="the model of new conversations in this run")
    add("--offline-model", action="store_true", help="use the built-in offline model for this run")
    add("--smoke-test", action="store_true", help="send one message, print one JSON line, exit")
    add(
        "--import",
        metavar="FILE",
        nargs="+",
        type=Path,
        default=(),
        dest="import_files",
        help="take the conversations of files into the profile without a window, and exit",
    )
    add(
        "--export",
        metavar="FILE",
        type=Path,
        dest="export_file",
        help="write every conversation to FILE (.json, .md or .html) without a window, and exit",
    )
    add(
        "--mcp-config",
        metavar="FILE",
        type=Path,
        help="for this run, also offer the tool servers of this mcpServers JSON file",
    )
    add(
        "--quick-question",
        action="store_true",
        help="open the small window for a question, of the running app if it runs",
    )
    add("--version", action="version", version=f"chatapp {__version__}")
    return made


def parsed(arguments: Sequence[str]) -> Options:
    """Return what the arguments ask for. Exits with 2 and one line if they are wrong, and with 0
    after ``--help`` and ``--version``."""
    refuse = parser()
    options = refuse.parse_args(arguments)
    _check(options, refuse.error)
    given = vars(options)
    servers = _tool_servers(refuse.error, given.pop("mcp_config"))
    files = tuple(given.pop("import_files"))
    return Options(**given, import_files=files, tool_servers=servers)


def _check(options: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> None:
    if options.model is not None and not options.model.strip():
        refuse("--model: no name given")
    if options.base_url is not None:
        from chatapp.domain.endpoints import base_url_problem

        if base_url_problem(options.base_url) is not None:
            refuse(f"--base-url: no http or https address: {options.base_url}")
    if options.api_key_env is not None and options.api_key_env not in os.environ:
        refuse(f"--api-key-env: there is no variable {options.api_key_env}")
    if options.base_url is not None and options.offline_model:
        refuse("--base-url and --offline-model exclude each other")
    jobs = ("import_files", "export_file", "smoke_test")
    if sum(bool(getattr(options, job)) for job in jobs) > 1:
        refuse("--import, --export and --smoke-test exclude each other")
    if options.export_file and options.export_file.suffix.lower() not in SUFFIXES:
        refuse(f"--export: the file's name must end in one of {', '.join(SUFFIXES)}")


def _tool_servers(refuse: Callable[[str], NoReturn], path: Path | None) -> "tuple[ToolServer, ...]":
    if path is None:
        return ()
    from chatapp.domain.server_config import BadServerConfig, json_of, tool_servers

    try:
        config = json_of(path.read_text(encoding="utf-8-sig"))
        return tool_servers(config, os.environ, all_known=True)
    except (OSError, ValueError, BadServerConfig) as error:
        refuse(f"--mcp-config: {path}: {str(error).splitlines()[0]}")
