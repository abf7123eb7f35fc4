"""A connection to an encrypted file: SQLCipher, imported with the first such file."""

from __future__ import annotations

from typing import cast

from sqlcipher3 import dbapi2

from desens_gui.storage import connecting
from desens_gui.storage.connecting import SessionConnection
from desens_gui.storage.problems import also_errors_of

# As SQLCipher 4 chooses them; read back, because a file must not depend on how the library was built.
_CIPHER = {"cipher_page_size": "4096", "cipher_use_hmac": "1", "cipher_hmac_algorithm": "HMAC_SHA512"}

also_errors_of(dbapi2.Error)


class NotEncrypting(Exception):
    """This build of SQLCipher does not encrypt as it should: it cannot hold a record."""


class EncryptedConnection(dbapi2.Connection):  # type: ignore[misc]  # the package has no types
    """Speaks as `sqlite3.Connection` does, without being one."""

    opened = None

    def close(self) -> None:
        super().close()
        connecting.forget(cast("SessionConnection", self))


def connect_encrypted(uri: str, key: bytes, header: bytes, timeout_s: float) -> SessionConnection:
    """key: 32 bytes, for the file with this header."""
    made = dbapi2.connect(uri, uri=True, timeout=timeout_s, isolation_level=None, factory=EncryptedConnection)
    try:
        made.execute("PRAGMA cipher_log_level=NONE")  # it writes to standard error by itself
        made.execute(f"PRAGMA key=\"x'{key.hex()}{header.hex()}'\"")
        for name, value in _CIPHER.items():
            row = made.execute(f"PRAGMA {name}").fetchone()
            if row is None or row[0] != value:
                raise NotEncrypting(f"PRAGMA {name} is {row and row[0]}, not {value}")
    except BaseException:
        made.close()
        raise
    return cast("SessionConnection", made)
