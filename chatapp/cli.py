"""The command line: options in, exit status out (``automation.md``)."""

import argparse
import json
import logging
import logging.handlers
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from chatapp import __version__
from chatapp.domain.endpoints import base_url_problem
from chatapp.store.paths import PROFILE_VARIABLE, ProfilePaths, profile_paths

_SECRET = re.compile(r"(Bearer\s+|sk-)[\x21-\x7e]+")


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
    add("--base-url", metavar="URL", default="", help="use this endpoint for this run")
    add("--api-key-env", metavar="NAME", default="", help="read this run's key from a variable")
    add("--model", metavar="ID", default="", help="the model of new conversations in this run")
    add("--offline-model", action="store_true", help="use the built-in offline model for this run")
    add("--smoke-test", action="store_true", help="send one message, print one JSON line, exit")
    add("--version", action="version", version=f"chatapp {__version__}")
    return parser


def _checked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.base_url and base_url_problem(options.base_url) is not None:
        parser.error(f"--base-url: no http or https address: {options.base_url}")
    if options.api_key_env and options.api_key_env not in os.environ:
        parser.error(f"--api-key-env: there is no variable {options.api_key_env}")
    if options.base_url and options.offline_model:
        parser.error("--base-url and --offline-model exclude each other")
    return options


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return its exit status."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if list(arguments[:1]) == ["--engine-child"]:
        from chatapp.engine.server import main as engine_main

        return engine_main()
    options = _checked(arguments)
    paths = profile_paths(options.profile)
    try:
        paths.create()
    except OSError as error:
        words = f"cannot use the profile folder {paths.data}: {error.strerror}"
        if options.smoke_test:
            print(json.dumps({"ok": False, "error": words}))  # noqa: T201
        else:
            sys.stderr.write(f"chatapp: {words}\n")
        return 1
    _log_to(paths)
    from chatapp.launch import launch

    return launch(options, paths)


class _Redacted(logging.Formatter):
    """Keys and bearer tokens never reach a log."""

    def format(self, record: logging.LogRecord) -> str:
        return _SECRET.sub(r"\1…", super().format(record))


def _log_to(paths: ProfilePaths) -> None:
    handler = logging.handlers.RotatingFileHandler(
        paths.logs / "chatapp.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=True
    )
    handler.setFormatter(_Redacted("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
