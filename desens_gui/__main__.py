"""`python -m desens_gui`: the same as the command desens-gui."""

import sys

from desens_gui.cli import main

if __name__ == "__main__":
    sys.exit(main())
