"""How much room the disk of a profile has."""

import shutil

from chatapp.store.failures import store_errors
from chatapp.store.paths import ProfilePaths


def free_bytes(paths: ProfilePaths) -> int:
    """Return how many bytes are free for this user (blocking). Raises ``StoreError``."""
    with store_errors():
        return shutil.disk_usage(paths.data).free
