"""References to variables in the configuration files of tool servers, and what is put in place.

``${env:NAME}``, ``${NAME}``, ``${NAME:-default}`` and VS Code's ``${input:id}``. A value goes
where the keyring keeps it, never into arguments or addresses, which are written down; and whose
variables were used is kept, for the person to see before anything starts.
"""

import re
from collections.abc import Mapping

_REFERENCE = re.compile(r"\$\{(?:(env|input):)?([A-Za-z_][\w.-]*)(?::-([^}]{0,1000}+))?\}")
_HOME = re.compile(r"\$\{userHome\}|\$\{env:HOME\}|\$\{HOME\}")


class ConfigVariables:
    """Fills in one server's references. ``borrowed`` are the variables of ours that were used,
    ``unknown`` the references that nothing is known for."""

    def __init__(self, ours: Mapping[str, str]) -> None:
        self._ours = ours
        self.borrowed: dict[str, None] = {}
        self.unknown: dict[str, None] = {}

    def with_home(self, words: str) -> str:
        """Return words with the person's own folder put in: no secret, and the same everywhere."""
        home = self._ours.get("HOME") or self._ours.get("USERPROFILE")
        return _HOME.sub(lambda _: home, words) if home else words

    def value(self, words: str) -> str:
        """Return a value with what it refers to; empty if something of that is not known."""
        missing = False

        def put(found: re.Match[str]) -> str:
            nonlocal missing
            value = self._of(found)
            missing = missing or value is None
            return value or ""

        filled = _REFERENCE.sub(put, self.with_home(words))
        return "" if missing else filled

    def argument(self, words: str, environment: dict[str, str]) -> str:
        """Return an argument that refers to the server's own variables alone; those that it lacks
        are put into ``environment``."""

        def put(found: re.Match[str]) -> str:
            name = re.sub(r"\W", "_", found[2])
            if name not in environment:
                environment[name] = self._of(found) or ""
            return f"${{{name}}}"

        return _REFERENCE.sub(put, self.with_home(words))

    def _of(self, found: re.Match[str]) -> str | None:
        kind, name, default = found.groups()
        if kind != "input" and name in self._ours:
            self.borrowed[name] = None
            return self._ours[name]
        if default is None:
            self.unknown[name] = None
        return default
