"""Another plan: what the one before it had does not count for it."""

from __future__ import annotations

from desens_gui.domain.commands.setup import SetPlan, StartSession
from desens_gui.domain.refusals.setup import SetupIncomplete, SetupItem
from tests.courses import set_up
from tests.driving import inputs


def test_another_plan_needs_an_order_of_its_own() -> None:
    """The order was for the plan that stood when it was given."""
    chair = set_up()
    chair.do(SetPlan(inputs=inputs(dose="500 mg")))
    (reason,) = chair.refused(StartSession())
    assert isinstance(reason, SetupIncomplete)
    assert SetupItem.ORDER in reason.missing
