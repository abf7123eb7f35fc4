"""Handing over, the command lines of both, and what verify says of the parts."""

from __future__ import annotations

import pytest

from desens_gui.app.audit import audit_file
from desens_gui.app.handing_over import HandingOver
from desens_gui.cli.main import main
from desens_gui.session.audit import What
from desens_gui.session.moment import Moment
from desens_gui.storage.part_of import part_of
from desens_gui.storage.problems import NotItsPart
from desens_gui.storage.reading import read_session
from desens_gui.storage.seal import Seal
from desens_gui.storage.verify import State, verify
from desens_gui.system.paths import folders
from desens_gui.system.taken_over import mark_path
from desens_gui.system.workstation_key import WorkstationKey
from desens_gui.wording.words import ENGLISH
from tests.app.ward import Ward, handed_over, taken
from tests.courses import at_step
from tests.driving import NURSE
from tests.end_to_end.real_session import running_step_2
from tests.fake_clock import FakeClock


def test_seals_say_which_workstation_wrote_what(ward: Ward, capsys: pytest.CaptureFixture[str]) -> None:
    chair = running_step_2(ward.a)
    assert chair.close()
    before = len(read_session(chair.path))
    ward.at("chair-b")
    part = taken(chair.path, ward.b)
    keys = [Seal(WorkstationKey(place.key)) for place in (ward.a, ward.b)]
    assert verify(part.path, key=keys[0], whole=True).state is State.ALTERED
    verdict = verify(part.path, key=keys[1], whole=True)
    assert (verdict.state, verdict.sealed) == (State.INTACT, True)
    assert verdict.part is not None
    assert (verdict.part.number, verdict.part.continues) == (2, chair.path.stem)
    assert main(["verify", str(part.path), "--part-of", str(chair.path)]) == 0
    said = capsys.readouterr().out
    assert f"part 2, continues {chair.path.stem}, compare code {verify(chair.path).code}" in said
    assert f"every entry from {before + 1} on is sealed with the key {ward.b.key}" in said
    assert f"the entries up to {before} are those of {chair.path.name}\n" in said


def test_what_is_no_part_of_it(ward: Ward, capsys: pytest.CaptureFixture[str]) -> None:
    chair = running_step_2(ward.a)
    assert chair.close()
    ward.at("chair-b")
    part = taken(chair.path, ward.b)
    ward.at("chair-c")
    other = running_step_2(folders(ward.usb.parent / "c"))
    assert other.close()
    for new, old in ((part.path, other.path), (chair.path, chair.path)):
        with pytest.raises(NotItsPart):
            part_of(new, old)
    assert main(["verify", str(part.path), "--part-of", str(other.path)]) == 1
    assert capsys.readouterr().err == "The one file was not taken over from the other.\n"
    assert main(["verify", str(part.path), "--part-of", str(ward.usb / "none")]) == 2
    assert capsys.readouterr().err.startswith("--part-of: none: ")


def test_where_no_copy_can_be_written_nothing_is_closed(ward: Ward) -> None:
    chair = running_step_2(ward.a)
    said = handed_over(chair, ward.usb / "gone")
    assert said.startswith("Not handed over, this part goes on: ")
    assert chair.live.state.left is None
    assert chair.close()
    assert not (ward.usb / "gone").exists()


def test_the_command_lines(ward: Ward, capsys: pytest.CaptureFixture[str]) -> None:
    chair = running_step_2(ward.a)
    file, data = str(chair.path), ["--data", str(ward.a.data)]
    assert main(["hand-over", file, "--to", "chair-b", "--out", str(ward.usb), *data]) == 2
    assert "it cannot go on here too" in capsys.readouterr().err
    assert chair.close()
    assert main(["hand-over", file, "--to", "chair-b", "--out", str(ward.usb / "gone"), *data]) == 2
    assert capsys.readouterr().err.startswith("Not handed over")
    assert main(["hand-over", file, "--to", "chair-b", "--code", "312", *data]) == 2
    assert capsys.readouterr().err.startswith("Compare code: ")
    assert main(["hand-over", file, "--to", "chair-b", "--out", str(ward.usb), *data]) == 0
    assert capsys.readouterr().out.startswith("Handed over. Copy: ")
    assert [(each.what, each.codes) for each in audit_file(ward.a).read()] == [(What.EXPORTED, ("copy",))]
    ward.at("chair-b")
    copy = ward.usb / chair.path.name
    assert main(["take-over", str(copy), "--by", " ", "--data", str(ward.b.data)]) == 2
    assert capsys.readouterr().err == f"{copy.name}: Name is missing; it must be filled in.\n"
    assert not mark_path(copy).exists()
    assert main(["take-over", str(copy), "--by", "Mara Lindt", "--data", str(ward.b.data)]) == 0
    out = capsys.readouterr().out.splitlines()
    (path,) = ward.b.sessions.glob("*.desens")
    assert out[:2] == [f"Taken over as part 2: {path}", f"Compare code: {verify(path).code}"]
    assert main(["state", str(path)]) == 0
    assert f"Part 2, continues {chair.path.stem}, compare code " in capsys.readouterr().out
    assert main(["state", str(chair.path)]) == 0
    assert "Goes on at chair-b" in capsys.readouterr().out
    assert (
        main(["hand-over", str(path), "--to", "x", "--code", "312-8A31-77F0", "--data", str(ward.b.data)])
        == 0
    )


def test_only_its_own_workstation_closes_a_part(ward: Ward, capsys: pytest.CaptureFixture[str]) -> None:
    chair = running_step_2(ward.a)
    assert chair.close()
    ward.at("chair-b")
    arguments = ["hand-over", str(chair.path), "--to", "x", "--code", "312-8A31-77F0"]
    assert main([*arguments, "--data", str(ward.b.data)]) == 2
    assert "chair-a has written to this session" in capsys.readouterr().err


class Held:
    """A session whose facts do not reach the disk, at a clock of its own."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.waiting = 3

    def moment(self) -> Moment:
        return Moment(at_step(6).session, self.clock.now(), 0)


def test_what_cannot_be_saved_is_not_handed_over_hours_later(ward: Ward) -> None:
    held = Held()
    handing = HandingOver(held, ward.usb / "x.desens", ENGLISH)  # type: ignore[arg-type]
    handing.begin(ward.usb, "chair-b", NURSE)
    handing.beat()
    assert handing.said == f"Writing a copy to {ward.usb}."
    held.clock.advance(11)
    handing.beat()
    assert handing.said == "Not handed over, this part goes on: not everything is saved."
    assert not handing.busy
