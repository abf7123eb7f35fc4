"""A data folder with one interrupted session of 200 facts: make_session.py DATA"""

import platform
import sys
from pathlib import Path

from making import running_session

from desens_gui.domain.commands.check import RecordNote
from desens_gui.domain.recorded import Actor
from desens_gui.system.clock import SystemClock
from desens_gui.system.ids import SystemIds
from desens_gui.system.paths import folders, session_name
from desens_gui.system.zones import DisplayZone

FACTS = 200


def main(data: Path) -> None:
    place = folders(data).make()
    now_us = SystemClock().now().utc_us
    path = place.sessions / session_name(now_us, DisplayZone("UTC"), SystemIds())
    run = running_session(path, workstation=platform.node() or "workstation")
    live = run.live
    actor = Actor(live.state.staff[0].id, live.state.staff[0].role)
    while live.state.seq < FACTS:
        live.submit(RecordNote(text="A note for the length of the record"), actor)
    run.close()


main(Path(sys.argv[1]))
