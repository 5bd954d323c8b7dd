"""Where a frozen build begins: the same program as ``python -m chatapp``."""

import sys

from chatapp.cli import main

sys.exit(main())
