"""The parts of a reliability run, each a function of its size and a seed, for a process of its own."""

from __future__ import annotations

import signal
import tempfile
from pathlib import Path

from reliability import (
    alterations,
    backups,
    faults,
    foreign,
    kills,
    media,
    power,
    protections,
    slow_disk,
    watching,
)
from reliability.compiling import compiler
from reliability.encrypted import require, site
from reliability.figures import Figure

NO_COMPILER = "needs a C compiler on Linux: python3 packaging/dev.py installs one for root"
NOT_ROOT = "needs root, to mount a disk of its own"
ROOM = 200
FEW = 20


def _named(part: str, encrypted: bool) -> str:
    return f"{part}, encrypted" if encrypted else part


def power_cuts(images: int, seed: int, *, encrypted: bool = False) -> Figure:
    name = _named("power cuts", encrypted)
    if compiler() is None:
        return Figure(name, 0, "", {}, skipped=NO_COMPILER)
    with tempfile.TemporaryDirectory() as folder, site(Path(folder) / "data", on=encrypted):
        log = power.recorded_run("07-patient-wish", Path(folder), power.EXTRA)
        require(next((Path(folder) / "out").glob("*.desens")), encrypted=encrypted)
        cuts = power.try_cuts(log, Path(folder) / "out", seed, images)
    losses = {"entries lost": cuts.lost, "files damaged": cuts.damaged}
    return Figure(name, cuts.images, "disks", losses, {"enough tried": cuts.images >= min(images // 2, 1000)})


def power_cuts_encrypted(images: int, seed: int) -> Figure:
    return power_cuts(images, seed, encrypted=True)


def power_cuts_with_the_default(images: int, seed: int) -> Figure:
    """The same with the setting SQLite would choose: this part is good when it finds losses."""
    if compiler() is None:
        return Figure("the same, synchronous=FULL", 0, "", {}, skipped=NO_COMPILER)
    with tempfile.TemporaryDirectory() as folder:
        log = power.recorded_run("08-transferred", Path(folder), power.FULL)
        cuts = power.try_cuts(log, Path(folder) / "out", seed, images)
    name, wanted = "the same, synchronous=FULL", {"losses found": cuts.lost > 0}
    return Figure(name, cuts.images, "disks", {}, wanted, {"entries lost, as must be": cuts.lost})


def killed(count: int, seed: int, *, encrypted: bool = False) -> Figure:
    found = kills.kill_often(count, seed, encrypted=encrypted)
    losses = {
        "lost": found.lost,
        "twice": found.twice,
        "damaged": found.damaged,
        "other end": found.other_end,
    }
    wanted = {"in a commit": found.side_files > 0 or count < FEW}
    counts = {"sessions": found.sessions, "journals left": found.side_files}
    return Figure(_named("kill -9", encrypted), found.kills, "kills", losses, wanted, counts)


def killed_encrypted(count: int, seed: int) -> Figure:
    return killed(count, seed, encrypted=True)


def failing_calls(notes: int, part: int, *, encrypted: bool = False) -> Figure:
    """Some of the ways to fail; all of them in PARTS parts."""
    if compiler() is None:
        return Figure(_named("failing calls", encrypted), 0, "", {}, skipped=NO_COMPILER)
    every = faults.faults_of(notes, list(faults.KINDS)[part % PARTS :: PARTS], encrypted=encrypted)
    total = faults.Faults()
    for found in every.values():
        total = total.plus(found)
    losses = {
        "not stored once in order": total.not_stored,
        "saved too early": total.false_acks,
        "refused": total.refused,
        "problem left standing": total.not_over,
    }
    wanted = {"each kind happened": all(found.runs for found in every.values())}
    return Figure(
        _named("failing calls", encrypted), total.runs, "faults", losses, wanted, {"kinds": len(every)}
    )


def failing_calls_encrypted(notes: int, part: int) -> Figure:
    return failing_calls(notes, part, encrypted=True)


def copies(most: int, part: int, *, encrypted: bool = False) -> Figure:
    """Some of the ways to fail while a session is backed up or restored, `most` of them in this part."""
    if compiler() is None:
        return Figure(_named("backup and restore", encrypted), 0, "", {}, skipped=NO_COMPILER)
    every = backups.copies_of(list(backups.EVERY)[part % PARTS :: PARTS][:most], encrypted=encrypted)
    total = backups.Copies()
    for found in every.values():
        total = total.plus(found)
    losses = {
        "wrong under the name": total.wrong,
        "original harmed": total.harmed,
        "miss not said": total.unsaid,
        "not mended or restored": total.not_mended,
    }
    wanted = {"each kind happened": all(found.runs for found in every.values())}
    return Figure(
        _named("backup and restore", encrypted), total.runs, "faults", losses, wanted, {"kills": total.kills}
    )


def copies_encrypted(most: int, part: int) -> Figure:
    return copies(most, part, encrypted=True)


def no_room_for_a_backup(_size: int, _seed: int) -> Figure:
    if not media.can_mount():
        return Figure("backup on a full disk", 0, "", {}, skipped=NOT_ROOT)
    tried, wrong = media.backup_without_room()
    return Figure("backup on a full disk", tried, "disks", {"wrong, untold or not mended": wrong})


def checks_that_can_fail(_size: int, _seed: int) -> Figure:
    """Every protection taken out in turn; its check has to find that, and nothing while it is there."""
    useless, false = 0, 0
    for name in protections.PROTECTIONS:
        false += bool(protections.got_past(name))
        with protections.removed(name):
            useless += not protections.got_past(name)
    losses = {"not noticed": useless, "found with it": false}
    return Figure("protections taken out", len(protections.PROTECTIONS), "protections", losses)


def bad_media(_size: int, _seed: int) -> Figure:
    if not media.can_mount():
        return Figure("disk full, read-only, unmounted", 0, "", {}, skipped=NOT_ROOT)
    with tempfile.TemporaryDirectory() as folder:
        full = media.full()
        troubles = [full, media.read_only(), media.unmounted(Path(folder))]
    losses = {"lost or untold": sum(trouble.losses for trouble in troubles)}
    return Figure(
        "disk full, read-only, unmounted",
        len(troubles),
        "disks",
        losses,
        {"room for 200": full.room >= ROOM},
        {"checks out of the reserve": full.room},
    )


def moved_away(_size: int, _seed: int) -> Figure:
    with tempfile.TemporaryDirectory() as folder:
        trouble = media.moved_away(Path(folder) / "sessions")
    return Figure("file moved away", 1, "file", {"lost or untold": trouble.losses})


def slow_sync(milliseconds: int, _seed: int) -> Figure:
    if compiler() is None:
        return Figure("slow syncs, in the window", 0, "", {}, skipped=NO_COMPILER)
    slow = slow_disk.slow_disk(milliseconds)
    wanted = {
        f"beats within {slow_disk.LIMIT_MS:.0f} ms": slow.worst_ms <= slow_disk.LIMIT_MS,
        "truth told": slow.told_the_truth,
    }
    note = f"syncs of {milliseconds / 1000:g} s, longest time between beats {slow.worst_ms:.0f} ms"
    return Figure("slow syncs, in the window", slow.beats, "beats", {}, wanted, note=note)


def watchdog(times: int, _seed: int) -> Figure:
    if not hasattr(signal, "SIGSTOP"):
        return Figure("frozen or dead, watchdog", 0, "", {}, skipped="needs the signals of POSIX")
    found = watching.silences(times)
    wanted = {
        f"frozen said within {watching.LIMIT_MS:.0f} ms": found.frozen_ms <= watching.LIMIT_MS,
        f"dead said within {watching.LIMIT_MS:.0f} ms": found.dead_ms <= watching.LIMIT_MS,
    }
    losses = {"not said": 2 * times - found.said}
    note = f"said after {found.frozen_ms:.0f} ms and {found.dead_ms:.0f} ms at most"
    return Figure("frozen or dead, watchdog", 2 * times, "programs", losses, wanted, note=note)


def single_bytes(count: int, seed: int, *, encrypted: bool = False) -> Figure:
    found = alterations.single_bytes(count, seed, encrypted=encrypted)
    counts = {"reported": found.reported, "reads the same": found.harmless}
    return Figure(
        _named("one byte changed", encrypted),
        found.tried,
        "files",
        {"silent changes": found.silent},
        counts=counts,
    )


def single_bytes_encrypted(count: int, seed: int) -> Figure:
    return single_bytes(count, seed, encrypted=True)


def truncations(step: int, part: int) -> Figure:
    """A quarter of all lengths."""
    found = alterations.truncations(part % PARTS, PARTS, step)
    return Figure("cut off", found.tried, "lengths", {"not reported": found.tried - found.reported})


PARTS = 4


def crafted(_size: int, _seed: int) -> Figure:
    total = foreign.Foreign()
    for found in foreign.crafted_files().values():
        total = total.plus(found)
    return Figure("crafted files", total.tried, "files", _losses(total), counts=_counts(total))


def mutants(count: int, seed: int) -> Figure:
    found = foreign.mutants(count, seed)
    return Figure("random mutants", found.tried, "files", _losses(found), counts=_counts(found))


def _counts(found: foreign.Foreign) -> dict[str, int]:
    return {"refused": found.refused, "reads the same": found.same}


def _losses(found: foreign.Foreign) -> dict[str, int]:
    return {
        "crashed": found.crashed,
        "hung": found.hung,
        "memory": found.memory,
        "unclear": found.unclear,
        "accepted": found.accepted,
    }
