"""Unexpected errors: logged, gathered for a report, and told once. Nothing is ever sent."""

import asyncio
import logging
import sys
import traceback
from collections import deque
from collections.abc import Callable
from pathlib import Path

from chatapp import __version__
from chatapp.domain.redaction import redacted

_LOG = logging.getLogger(__name__)
_PACKAGE = Path(__file__).resolve().parent
LINES_KEPT = 200


class _Recent(logging.Handler):
    """The last log lines, already free of keys."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: deque[str] = deque(maxlen=LINES_KEPT)
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        line = self.format(record).splitlines()[0]
        self.lines.append(redacted(line).replace(str(Path.home()), "~"))


class BugReports:
    """The one place where errors end that no code expected; the app goes on."""

    def __init__(self) -> None:
        self._told: set[str] = set()
        self._tell: Callable[[str], None] = lambda _: None
        self._recent = _Recent()
        logging.getLogger().addHandler(self._recent)

    def tell(self, how: Callable[[str], None]) -> None:
        """Call ``how`` with the text of a report, once for each kind of error."""
        self._tell = how

    def report(self, error: BaseException) -> None:
        """Log an error and tell of it if its kind is new."""
        _LOG.error("unexpected error", exc_info=error)
        where = frames_of(error)
        kind = f"{type(error).__name__} {where[-1:]}"
        if kind not in self._told:
            self._told.add(kind)
            self._tell(self._text(error, where))

    def _text(self, error: BaseException, where: list[str]) -> str:
        """What happened, without the error's own words: they may quote a conversation."""
        import platform

        from PySide6.QtCore import qVersion

        return "\n".join(
            [
                f"chatapp {__version__}, Python {platform.python_version()}, Qt {qVersion()}",
                platform.platform(),
                "",
                type(error).__name__,
                *where,
                "",
                *self._recent.lines,
            ]
        )

    def install(self, loop: asyncio.AbstractEventLoop) -> None:
        """Catch what reaches the interpreter's and the loop's last handlers."""
        sys.excepthook = lambda _kind, error, _trace: self.report(error)

        def on_loop_error(_loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
            error = context.get("exception")
            if isinstance(error, BaseException):
                self.report(error)
            else:
                _LOG.error("unexpected: %s", context.get("message"))

        loop.set_exception_handler(on_loop_error)

    def uninstall(self) -> None:
        """Leave the interpreter's last handler as it was: there is no window to tell any more."""
        sys.excepthook = sys.__excepthook__
        logging.getLogger().removeHandler(self._recent)


def frames_of(error: BaseException) -> list[str]:
    """Return our own frames of a traceback, innermost last, with paths inside the package."""
    frames = traceback.extract_tb(error.__traceback__)
    return [
        f"  {Path(f.filename).relative_to(_PACKAGE)}:{f.lineno} {f.name}"
        for f in frames
        if Path(f.filename).is_relative_to(_PACKAGE)
    ]
