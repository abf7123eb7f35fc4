"""desens-gui protocols [show ID | check FILE]: the library, one protocol, a file held against itself."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from desens_gui.domain.plan.dose_problems import DoseProblem
from desens_gui.domain.protocol.protocol import Protocol
from desens_gui.handover.columns import columns
from desens_gui.handover.protocol_text import protocol_text
from desens_gui.system.console import complain, say
from desens_gui.system.protocol_check import Checked, check_protocol
from desens_gui.system.protocols import AnyProtocol, library, load_any
from desens_gui.system.toml_reading import TomlProblem
from desens_gui.wording.about_words import kind_name, status_name
from desens_gui.wording.dose_problem_words import dose_problem_sentence
from desens_gui.wording.file_words import fault_sentence
from desens_gui.wording.plan_words import problem_sentence
from desens_gui.wording.printed_words import difference_sentence
from desens_gui.wording.words import Words

DONE = 0
BAD_INPUT = 2


def add(parser: ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="")
    show = actions.add_parser("show", help="one protocol with its sources")
    show.add_argument("protocol", metavar="PROTOCOL", help="id of the library, or the name of a TOML file")
    check = actions.add_parser("check", help="whether a file makes a plan, and its printed columns agree")
    check.add_argument("protocol", metavar="FILE", help="name of a TOML file, or id of the library")


def run(args: Namespace, words: Words) -> int:
    """The list; or what was asked of one protocol. Exit code 2 when a check finds anything."""
    if args.action is None:
        heads = (words("Protocol"), words("Title"), words("Kind"), words("Steps"), words("Status"))
        say(columns([heads, *(_row(each, words) for each in library())]))
        return DONE
    try:
        if args.action == "show":
            say(protocol_text(load_any(args.protocol), words))
            return DONE
        checked = check_protocol(args.protocol)
    except TomlProblem as problem:
        complain(fault_sentence(problem.fault, words))
        return BAD_INPUT
    return _told(checked, words)


def _row(protocol: AnyProtocol, words: Words) -> tuple[str, ...]:
    kind, status = kind_name(protocol.kind, words), status_name(protocol.status, words)
    return (protocol.id, protocol.title, kind, _length(protocol), status)


def _length(protocol: AnyProtocol) -> str:
    """Steps or doses as the file has them; a ramp has as many steps as its bags last."""
    if not isinstance(protocol, Protocol):
        return str(len(protocol.doses))
    return "" if protocol.ramps else str(len(protocol.steps))


def _told(checked: Checked, words: Words) -> int:
    found = [
        *(
            dose_problem_sentence(each, words)
            if isinstance(each, DoseProblem)
            else problem_sentence(each, words)
            for each in checked.problems
        ),
        *(difference_sentence(each, words) for each in checked.differences),
    ]
    for sentence in found:
        complain(sentence)
    if found:
        return BAD_INPUT
    say(words("{title} ({id}): no fault found.", title=checked.protocol.title, id=checked.protocol.id))
    return DONE
