"""The protocol library and protocol files: TOML in, a protocol out, every fault named by its place."""

from __future__ import annotations

from pathlib import Path

from desens_gui.domain.plan.printed import Printed
from desens_gui.domain.protocol.about import ProtocolKind
from desens_gui.domain.protocol.doses import DoseProtocol
from desens_gui.domain.protocol.protocol import Protocol
from desens_gui.system.protocol_doses import read_doses
from desens_gui.system.protocol_head import read_printed
from desens_gui.system.protocol_infusion import read_infusion
from desens_gui.system.resources import resource
from desens_gui.system.toml_reading import Table, TomlProblem, read_toml
from desens_gui.wording.file_words import Fault, FileFault

AnyProtocol = Protocol | DoseProtocol

INFUSIONS = (ProtocolKind.INFUSION_BAGS, ProtocolKind.INFUSION_SERIES, ProtocolKind.INFUSION_RAMP)


def protocol_ids() -> tuple[str, ...]:
    """The ids of the library's infusions, in alphabetical order; an id is its file's name."""
    return _ids()


def dose_protocol_ids() -> tuple[str, ...]:
    """The ids of the library's protocols of single doses."""
    return _ids("doses")


def library() -> tuple[AnyProtocol, ...]:
    """Every protocol that comes with the program: infusions, then single doses."""
    return tuple(load_any(each) for each in (*protocol_ids(), *dose_protocol_ids()))


def load_protocol(name: str) -> Protocol:
    """An infusion of the library by its id, or of a TOML file by its path; TomlProblem names the fault."""
    table = _table(name, protocol_ids())
    return read_protocol(table)


def load_any(name: str) -> AnyProtocol:
    """A protocol of any kind."""
    return read_any(_table(name, (*protocol_ids(), *dose_protocol_ids())))


def load_printed(name: str) -> tuple[Printed, ...]:
    """The printed columns in the file of a protocol."""
    return read_printed(_table(name, (*protocol_ids(), *dose_protocol_ids())))


def read_any(file: Table) -> AnyProtocol:
    """The protocol in one TOML table."""
    return read_infusion(file) if file.choice("kind", ProtocolKind) in INFUSIONS else read_doses(file)


def read_protocol(file: Table) -> Protocol:
    """The infusion in one TOML table."""
    if file.choice("kind", ProtocolKind) not in INFUSIONS:
        raise file.problem(Fault.NOT_ONE_OF, "kind", allowed=INFUSIONS)
    return read_infusion(file)


def _ids(*folder: str) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in resource("protocols", *folder).glob("*.toml")))


def _table(name: str, known: tuple[str, ...]) -> Table:
    if name in known:
        folder = ("doses",) if name in dose_protocol_ids() else ()
        return read_toml(resource("protocols", *folder, f"{name}.toml"))
    if name.endswith(".toml"):
        return read_toml(Path(name))
    raise TomlProblem(FileFault(file=name, fault=Fault.NO_SUCH_PROTOCOL, found=name, allowed=known))
