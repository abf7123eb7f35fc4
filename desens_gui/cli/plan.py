"""desens-gui plan PROTOCOL --dose "2000 mg" [what differs from the protocol] [--format table|csv|json]"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from desens_gui.cli.plan_against import add_circumstances, explained, for_the_pump, told_doses, told_infusion
from desens_gui.cli.plan_doses import add_dose_changes, dose_inputs, written_doses
from desens_gui.cli.plan_options import Unusable, add_changes, changed_inputs
from desens_gui.domain.plan.dose_plan import DoseInputs
from desens_gui.domain.plan.inputs import PlanInputs
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.resolve import resolve
from desens_gui.domain.plan.resolve_doses import resolve_doses
from desens_gui.domain.plan.table import table_of
from desens_gui.domain.protocol.doses import DoseProtocol
from desens_gui.handover.plan_table import bags_csv, plan_json, steps_csv
from desens_gui.handover.plan_text import plan_text
from desens_gui.system.console import complain, say
from desens_gui.system.protocols import load_any
from desens_gui.system.toml_reading import TomlProblem
from desens_gui.wording.dose_problem_words import dose_problem_sentence
from desens_gui.wording.file_words import fault_sentence
from desens_gui.wording.plan_words import problem_sentence
from desens_gui.wording.words import Words

DONE = 0
BAD_INPUT = 2


def add(parser: ArgumentParser) -> None:
    parser.add_argument("protocol", metavar="PROTOCOL", help="id of the library, or the name of a TOML file")
    parser.add_argument(
        "--dose",
        metavar="DOSE",
        help='target dose with its unit: "2000 mg"; a protocol of fixed doses has its own',
    )
    parser.add_argument("--drug", default="", metavar="NAME", help="name of the drug, for the heading")
    add_changes(parser)
    add_dose_changes(parser)
    add_circumstances(parser)
    parser.add_argument("--format", choices=("table", "csv", "json"), default="table")
    parser.add_argument("--only", choices=("bags", "steps"), help="csv: this table alone")


def run(args: Namespace, words: Words) -> int:
    """The plan on standard output; without one every reason on standard error, a sentence to a line."""
    try:
        protocol = load_any(args.protocol)
        if isinstance(protocol, DoseProtocol):
            return _doses(dose_inputs(args, protocol, words), args, words)
        return _infusion(changed_inputs(args, protocol, words), args, words)
    except TomlProblem as problem:
        return _refuse(fault_sentence(problem.fault, words))
    except Unusable as problem:
        return _refuse(str(problem))


def _infusion(inputs: PlanInputs, args: Namespace, words: Words) -> int:
    plan = resolve(inputs)
    if args.round_rates and isinstance(plan, Plan):
        plan = resolve(for_the_pump(plan, args, words))
    if isinstance(plan, tuple):
        return _refuse(*(problem_sentence(problem, words) for problem in plan))
    if args.explain:
        say(explained(plan, args.explain, words))
        return DONE
    below = told_infusion(plan, args, words) if args.format == "table" else ""
    say(_written(plan, args, words) + below)
    return DONE


def _doses(inputs: DoseInputs, args: Namespace, words: Words) -> int:
    plan = resolve_doses(inputs)
    if isinstance(plan, tuple):
        return _refuse(*(dose_problem_sentence(problem, words) for problem in plan))
    below = told_doses(plan, args, words) if args.format == "table" else ""
    say(written_doses(plan, args.format, words) + below)
    return DONE


def _written(plan: Plan, args: Namespace, words: Words) -> str:
    match args.format:
        case "json":
            return plan_json(plan)
        case "csv":
            table = table_of(plan)
            shown = {"steps": steps_csv(table), "bags": bags_csv(table)}
            return shown[args.only] if args.only else "\n".join(shown.values())
        case _:
            return plan_text(plan, words)


def _refuse(*sentences: str) -> int:
    for sentence in sentences:
        complain(sentence)
    return BAD_INPUT
