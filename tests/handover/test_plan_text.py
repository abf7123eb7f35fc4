"""A plan for reading."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.resolve import resolve
from desens_gui.handover.plan_text import plan_text
from desens_gui.system.protocols import load_protocol
from desens_gui.wording.words import ENGLISH
from tests.domain.plan.recipes import inputs

EXPECTED = """\
ceftazidime 2,000 mg, protocol 3-bag 12-step (rdd-3bag-12step, revision 1)

Bag  Volume mL   Drug mg  Concentration mg/mL  Used mL  Discard mL
  1        250     20                   0.08      9.25      240.75
  2        250    200                   0.8      18.75      231.25
  3        250  1,984.26                7.937   250           0

Step  Bag  Rate mL/h  Minutes  Volume mL    Dose mg   Total mg  Elapsed min
   1    1          2   15           0.5       0.04       0.04        15
   2    1          5   15           1.25      0.1        0.14        30
   3    1         10   15           2.5       0.2        0.34        45
   4    1         20   15           5         0.4        0.74        60
   5    2          5   15           1.25      1          1.74        75
   6    2         10   15           2.5       2          3.74        90
   7    2         20   15           5         4          7.74       105
   8    2         40   15          10         8         15.74       120
   9    3         10   15           2.5      19.843     35.583      135
  10    3         20   15           5        39.685     75.268      150
  11    3         40   15          10        79.37     154.638      165
  12    3         80  174.375     232.5   1,845.362  2,000          339.375

Bag 3 holds 1,984.26 mg: 2,000 mg less the 15.74 mg that the bags before it give.
Total 2,000 mg in 278 mL, 5 h 39 min without checks and pauses.
"""


def text(protocol: str, drug: str) -> str:
    plan = resolve(replace(inputs(load_protocol(protocol), "2000 mg"), drug=drug))
    assert isinstance(plan, Plan)
    return plan_text(plan, ENGLISH)


def test_the_whole_page() -> None:
    assert text("rdd-3bag-12step", "ceftazidime") == EXPECTED


def test_a_recalled_protocol_says_that_it_is_locked() -> None:
    lines = text("rdd-2bag-8step", "").splitlines()
    assert lines[0] == "2,000 mg, protocol 2-bag 8-step (rdd-2bag-8step, revision 2)"
    assert lines[1] == "Not read in any source: this protocol may be planned, not started."
