"""What a plan is held against on the command line: pump, line, weight; and where one number comes from."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desens_gui.cli.plan_options import Unusable
from desens_gui.domain.plan.dose_plan import DosePlan
from desens_gui.domain.plan.dose_rules import dose_findings
from desens_gui.domain.plan.explain import OF_BAGS, Cell, explain
from desens_gui.domain.plan.finding import Circumstances
from desens_gui.domain.plan.infusion_rules import infusion_findings
from desens_gui.domain.plan.inputs import PlanInputs
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.pump_limits import for_pump
from desens_gui.domain.plan.small_patient import is_small
from desens_gui.domain.plan.vein import Line
from desens_gui.domain.policy import Connection
from desens_gui.domain.quantities import Number
from desens_gui.handover.findings_text import accuracy_text, findings_text, per_kg_text, start_text, vein_text
from desens_gui.system.equipment import Equipment, load_equipment, load_labelled
from desens_gui.system.policies import load_policy
from desens_gui.wording.explain_words import explanation_lines
from desens_gui.wording.typed import Unreadable, parse_number, parse_volume, unreadable_sentence
from desens_gui.wording.words import Words

STEP_CELLS = {cell.value: cell for cell in Cell if cell not in OF_BAGS}
BAG_CELLS = {cell.value.removeprefix("bag_"): cell for cell in OF_BAGS}
PRIMED = ("bag", "diluent")


def add_circumstances(parser: ArgumentParser) -> None:
    parser.add_argument("--pump", metavar="FILE", help="TOML file with the limits of pump and syringe")
    parser.add_argument(
        "--round-rates", action="store_true", help="with --pump: plan with the nearest rates it can run"
    )
    parser.add_argument(
        "--line", metavar="VOLUME", help='volume of the set, "18 mL"; without it the policy\'s'
    )
    parser.add_argument(
        "--connection", choices=[each.value for each in Connection], help="how each bag is connected"
    )
    parser.add_argument("--primed-with", choices=PRIMED, default="bag", help="what the set is primed with")
    parser.add_argument("--weight-kg", metavar="KG", help="body weight, for small patients")
    parser.add_argument(
        "--explain", metavar="CELL", help='where one number comes from: "step 9 dose", "bag 3 drug"'
    )


def circumstances(args: Namespace, words: Words) -> Circumstances:
    """Policy, labels and what was typed; Unusable or TomlProblem for what cannot be read."""
    policy = load_policy()
    equipment = load_equipment(Path(args.pump)) if args.pump else Equipment()
    volume = parse_volume(args.line) if args.line else policy.line_volume
    if isinstance(volume, Unreadable):
        raise Unusable(unreadable_sentence(volume, words("Line"), words))
    return Circumstances(
        tolerance_percent=Number(policy.dose_tolerance.value),
        line=Line(
            connection=Connection(args.connection) if args.connection else policy.connection,
            volume=volume,
            primed_with_bag=args.primed_with == "bag",
        ),
        pump=equipment.pump,
        syringe=equipment.syringe,
        labelled=load_labelled(),
    )


def for_the_pump(plan: Plan, args: Namespace, words: Words) -> PlanInputs:
    """The inputs with rates that the pump can run; Unusable without a pump."""
    pump = circumstances(args, words).pump
    if pump is None:
        raise Unusable(
            words("Pump: --round-rates needs its limits; write --pump and the name of their file.")
        )
    return for_pump(plan.inputs, plan, pump)


def told_infusion(plan: Plan, args: Namespace, words: Words) -> str:
    """What stands below the table of an infusion."""
    around = circumstances(args, words)
    weight = _weight(args, words)
    assert around.line is not None
    parts = ["\n" + start_text(plan, words) + "\n"]
    if around.pump is not None and (accuracy := accuracy_text(around.pump, words)):
        parts.append(accuracy + "\n")
    if args.line or args.connection or args.primed_with != "bag":
        parts.append(vein_text(plan, around.line, words))
    if is_small(weight):
        assert weight is not None
        parts.append(per_kg_text(plan, weight, words))
    parts.append(findings_text(infusion_findings(plan, around), words))
    return "\n".join(parts)


def told_doses(plan: DosePlan, args: Namespace, words: Words) -> str:
    """What stands below the table of single doses."""
    return "\n" + findings_text(dose_findings(plan, circumstances(args, words)), words)


def explained(plan: Plan, asked: str, words: Words) -> str:
    """Where one number comes from; Unusable for a number that the plan does not have."""
    parts = asked.split()
    cells = {"step": STEP_CELLS, "bag": BAG_CELLS}.get(parts[0] if parts else "", {})
    if len(parts) != 3 or parts[2] not in cells or not parts[1].isdecimal():
        raise Unusable(
            words(
                "Explain: “{asked}” is no number of a plan; write “step 9” and one of {steps}, "
                "or “bag 3” and one of {bags}.",
                asked=asked,
                steps=", ".join(STEP_CELLS),
                bags=", ".join(BAG_CELLS),
            )
        )
    try:
        found = explain(plan, int(parts[1]), cells[parts[2]])
    except IndexError as missing:
        raise Unusable(
            words("Explain: the plan has no {what} {n}.", what=parts[0], n=int(parts[1]))
        ) from missing
    return "\n".join(explanation_lines(found, plan.inputs.protocol.sources, words)) + "\n"


def _weight(args: Namespace, words: Words) -> Number | None:
    if not args.weight_kg:
        return None
    read = parse_number(args.weight_kg)
    if isinstance(read, Unreadable):
        raise Unusable(unreadable_sentence(read, words("Weight"), words))
    if read <= 0:
        raise Unusable(words("Weight: it must be above 0 kg."))
    return Number(read)
