"""What these tests need of the machine. dev.py installs it for root: there a skip is a failure."""

from __future__ import annotations

import os
import sys

import pytest
from reliability.compiling import compiler


@pytest.fixture(scope="session")
def shims() -> None:
    """A C compiler on Linux, for the libraries that are preloaded."""
    if sys.platform != "linux":
        pytest.skip("SKIPPED: libraries are preloaded on Linux only")
    if compiler() is None:
        if os.geteuid() == 0:
            pytest.fail("root without a C compiler: packaging/dev.py installs one")
        pytest.skip("SKIPPED: power cuts and disk faults need a C compiler")
