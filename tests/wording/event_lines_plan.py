"""What the record says of a plan: what it is, what it changes, and who accepted what is red about it."""

from __future__ import annotations

import msgspec

from desens_gui.domain.events import setup
from desens_gui.domain.plan.finding_codes import FindingAt, FindingCode
from desens_gui.domain.plan.inputs import CompoundedBag, FinalRate, PlanInputs
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.resolve import resolve
from desens_gui.domain.plan.table import table_of
from desens_gui.domain.quantities import Amount, Rate, Volume
from desens_gui.system.protocols import load_protocol

INPUTS = PlanInputs(
    protocol=load_protocol("rdd-3bag-12step"), drug="CARBOplatin", target=Amount.of("400 mg"), revision=2
)
PLAN = resolve(INPUTS)
CHANGED = msgspec.structs.replace(
    INPUTS, bags=(CompoundedBag(number=1, volume=Volume(100)),), final_rate=FinalRate(rate=Rate(75))
)
assert isinstance(PLAN, Plan)
PLAN_LINES: tuple[tuple[setup.PlanSet | setup.PlanFindingsAccepted, str], ...] = (
    (
        setup.PlanSet(inputs=INPUTS, table=table_of(PLAN)),
        "Plan set: CARBOplatin 400 mg, 3-bag 12-step, plan revision 2",
    ),
    (
        setup.PlanSet(inputs=CHANGED, table=table_of(PLAN)),
        (
            "Plan set: CARBOplatin 400 mg, 3-bag 12-step, plan revision 2. "
            "As the pharmacy makes it: bag 1 has 100 mL. "
            "Edited here: the final rate is 75 mL/h, the others unchanged."
        ),
    ),
    (
        setup.PlanFindingsAccepted(
            revision=2,
            findings=(
                FindingAt(code=FindingCode.DOSE_MISMATCH, at=0),
                FindingAt(code=FindingCode.LAST_BAG_TOO_MUCH, at=3),
                FindingAt(code=FindingCode.RISES_TOO_FAR, at=5),
            ),
            by="Dr A",
            reason="seen",
        ),
        (
            "Red findings about the plan accepted by Dr A: another dose than ordered; "
            "bag 3: has more in it than may be used; step 5: dose rate rises too far. Reason: seen"
        ),
    ),
)
