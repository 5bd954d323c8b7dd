"""Where a profile keeps its things."""

import os
from pathlib import Path

from chatapp.domain.quick_dataclass import dataclass

APP_NAME = "chatapp"
SUSPECT = "suspect"
PROFILE_VARIABLE = "CHATAPP_PROFILE"


@dataclass(frozen=True, slots=True)
class ProfilePaths:
    """The folders of one profile; all under one folder where the person named it."""

    data: Path
    logs: Path

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.data / "chatapp.sqlite3"

    @property
    def backups(self) -> Path:
        """Copies of the database, newest last by name."""
        return self.data / "backups"

    @property
    def quarantine(self) -> Path:
        """Damaged databases, set aside and never deleted by us."""
        return self.data / "quarantine"

    @property
    def runtime(self) -> Path:
        """The lock and the socket of the running instance."""
        return self.data / "runtime"

    @property
    def clean_exit(self) -> Path:
        """A mark that is there only while no instance runs after a clean exit."""
        return self.data / "clean-exit"

    @property
    def suspect(self) -> Path:
        """A mark that damage was met: the next start looks at the whole database."""
        return self.data / SUSPECT

    @property
    def unchecked(self) -> Path:
        """A mark that the long check after an exit that was not clean is still to be made."""
        return self.data / "unchecked"

    def create(self) -> None:
        """Make the folders, for this user only."""
        for folder in (self.data, self.logs, self.backups, self.runtime):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def profile_paths(profile: Path | None) -> ProfilePaths:
    """Return the paths of ``profile``, of ``CHATAPP_PROFILE``, or of the platform's folders."""
    if profile is None and os.environ.get(PROFILE_VARIABLE):
        profile = Path(os.environ[PROFILE_VARIABLE])
    if profile is not None:
        folder = profile.expanduser().absolute()
        return ProfilePaths(folder, folder / "logs")
    import platformdirs

    return ProfilePaths(
        platformdirs.user_data_path(APP_NAME, appauthor=False),
        platformdirs.user_log_path(APP_NAME, appauthor=False),
    )
