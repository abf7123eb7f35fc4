"""The one developer command. This file parses on any Python, so that it can say when one is too old."""

import sys

if sys.version_info < (3, 11):
    sys.stderr.write(
        "Desens needs Python 3.11 or newer and this is %d.%d: install a newer one, then type "
        "python3.11 packaging/dev.py (or its own name) instead.\n" % sys.version_info[:2]
    )
    sys.exit(2)

from devtool.door import main

sys.exit(main(sys.argv[1:]))
