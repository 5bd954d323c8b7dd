"""``python -m chatapp`` is the same program as the console script."""

import sys

from chatapp.cli import main

if __name__ == "__main__":
    sys.exit(main())
