"""The command line: options in, exit status out (``automation.md``)."""

import argparse
import gc
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from chatapp import __version__
from chatapp.logs import log_to
from chatapp.store.paths import PROFILE_VARIABLE, profile_paths
from chatapp.transfer import SUFFIXES

if TYPE_CHECKING:
    from chatapp.domain.tool_servers import ToolServer


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line and exit with 2."""
        self.exit(2, f"{self.prog}: {message}\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="chatapp", description="Chat with any OpenAI-compatible endpoint.")
    add = parser.add_argument
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
        default=None,
        help="for this run, also offer the tool servers of this mcpServers JSON file",
    )
    add(
        "--quick-question",
        action="store_true",
        help="open the small window for a question, of the running app if it runs",
    )
    add("--version", action="version", version=f"chatapp {__version__}")
    return parser


def _checked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.model is not None and not options.model.strip():
        parser.error("--model: no name given")
    if options.base_url is not None:
        from chatapp.domain.endpoints import base_url_problem

        if base_url_problem(options.base_url) is not None:
            parser.error(f"--base-url: no http or https address: {options.base_url}")
    if options.api_key_env is not None and options.api_key_env not in os.environ:
        parser.error(f"--api-key-env: there is no variable {options.api_key_env}")
    if options.base_url is not None and options.offline_model:
        parser.error("--base-url and --offline-model exclude each other")
    options.tool_servers = _tool_servers(parser, options.mcp_config)
    jobs = ("import_files", "export_file", "smoke_test")
    if sum(bool(getattr(options, job)) for job in jobs) > 1:
        parser.error("--import, --export and --smoke-test exclude each other")
    if options.export_file and options.export_file.suffix.lower() not in SUFFIXES:
        parser.error(f"--export: the file's name must end in one of {', '.join(SUFFIXES)}")
    return options


def _tool_servers(parser: argparse.ArgumentParser, path: Path | None) -> "tuple[ToolServer, ...]":
    if path is None:
        return ()
    from chatapp.domain.server_config import BadServerConfig, json_of, tool_servers

    try:
        return tool_servers(json_of(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, BadServerConfig) as error:
        parser.error(f"--mcp-config: {path}: {str(error).splitlines()[0]}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return its exit status."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if list(arguments[:1]) == ["--engine-child"]:
        from chatapp.engine.server import main as engine_main

        return engine_main()
    if list(arguments[:1]) == ["--tool-server-launcher"]:
        from chatapp.toolhosts.launcher import main as launcher_main

        return launcher_main(list(arguments[1:]))
    if list(arguments[:1]) == ["--pdf-child"]:
        from chatapp.documents.pdf_child import main as pdf_main

        return pdf_main()
    options = _checked(arguments)
    paths = profile_paths(options.profile)
    try:
        paths.create()
    except OSError as error:
        words = f"cannot use the profile folder {paths.data}: {error.strerror}"
        if options.smoke_test or options.import_files or options.export_file:
            print(json.dumps({"ok": False, "error": words}))  # noqa: T201
        else:
            sys.stderr.write(f"chatapp: {words}\n")
        return 1
    log_to(paths.logs)
    if options.import_files or options.export_file:
        from chatapp.batch import bring_or_take

        return bring_or_take(paths, options.import_files, options.export_file)
    gc.disable()  # starting makes no garbage to speak of; later see chatapp.garbage
    from chatapp.import_hook import use_plain_imports

    use_plain_imports()
    from chatapp.launch import launch

    return launch(options, paths)
