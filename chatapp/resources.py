"""Finds ``resources/`` in a source tree, in an installed wheel and in a frozen build."""

import sys
from functools import cache
from pathlib import Path


@cache
def resources_folder() -> Path:
    """Return the folder that holds icons, theme and translations."""
    package = Path(__file__).resolve().parent
    frozen = Path(getattr(sys, "_MEIPASS", package)) / "resources"
    for folder in (package / "_resources", frozen, package.parent / "resources"):
        if (folder / "theme").is_dir():
            return folder
    raise FileNotFoundError("the app's resources are missing: reinstall it")
