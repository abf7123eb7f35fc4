"""What a nurse does at the chair, by keys alone."""

from __future__ import annotations

from tests.ui.chair.at_chair import SESSION_ID, AtChair
from tests.ui.chair.keyboard import ENTER, F2, F6, SPACE

MINUTE = 60
VITALS = ("78", "124", "76", "14", "98")
"""Heart rate, blood pressure, respirations, SpO2: in the order of the form."""
READING = ("2913", "carboplatin", "400 mg", "3")


def clock(utc_us: int) -> str:
    """The time of day as a nurse types it, in the display zone."""
    seconds = utc_us // 1_000_000 + 3600
    return f"{seconds // 3600 % 24:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def set_people(chair: AtChair) -> None:
    chair.enter("Mara Lindt")
    chair.enter("ml")
    chair.key(SPACE)  # nurse
    chair.choose("Only nurse on this shift")
    chair.again(F2)


def set_patient(chair: AtChair) -> None:
    for text in ("OKAFOR", "Adaeze", "12-Mar-1968", "00482913"):
        chair.enter(text)
    chair.key(SPACE)  # female
    chair.tab_to("patient:weight")
    chair.enter("64")
    chair.tab_to("patient:allergy_drug")
    for text in ("CARBOplatin", "anaphylaxis", "", "03-Oct-2026", ""):
        chair.enter(text)
    chair.choose("None known")
    chair.again(F2)


def set_plan(chair: AtChair) -> None:
    chair.choose("3-bag 12-step")
    chair.tab_to("plan:drug")
    for text in ("CARBOplatin", "400 mg", "Dr Haas"):
        chair.enter(text)
    chair.choose("Telephone")
    chair.choose("Read back")
    chair.again(F2)


def qualify(chair: AtChair) -> None:
    """Nothing speaks against it: No, six times; no risk; immediate; tests not done."""
    for _ in range(10):
        chair.keys(SPACE, ENTER)
    chair.keys(SPACE, ENTER)  # no asthma
    chair.enter("")
    chair.keys(SPACE, ENTER)  # not pregnant
    chair.choose("Immediate")
    chair.choose("Convincing")
    chair.tab_to("qualify:evidence")
    for text in ("hives in cycle 7", "Dr Haas", "none as good", "second line"):
        chair.enter(text)
    chair.choose("Not done")
    chair.tab_to("qualify:skin_test_on")
    for text in ("",):
        chair.enter(text)
    chair.keys(SPACE, ENTER)
    chair.again(F2)


def ready(chair: AtChair) -> None:
    for _ in range(8):
        chair.keys(SPACE, ENTER)
    chair.choose("Withheld on purpose")
    chair.tab_to("premed:reason")
    chair.enter("it hides early signs")
    chair.again(F2)


def verify_plan(chair: AtChair) -> None:
    """Twice, a minute between the readings."""
    read_plan(chair)
    chair.wait(MINUTE + 1)
    read_plan(chair)


def read_plan(chair: AtChair, reading: tuple[str, ...] = READING) -> None:
    for text in reading:
        chair.enter(text)
    chair.again(F2)


def set_up(chair: AtChair) -> None:
    """From the empty window to the first bag."""
    set_people(chair)
    set_patient(chair)
    set_plan(chair)
    qualify(chair)
    verify_plan(chair)
    ready(chair)
    check(chair, temperature="36.6")
    chair.again(F2)
    chair.again(F2)


def check(chair: AtChair, vitals: tuple[str, ...] = VITALS, temperature: str = "") -> None:
    """Opened with F2 and filled in, ready to be saved."""
    chair.again(F2)
    fill_check(chair, vitals, temperature)


def fill_check(chair: AtChair, vitals: tuple[str, ...] = VITALS, temperature: str = "") -> None:
    for text in vitals:
        chair.enter(text)
    chair.keys(SPACE, ENTER)  # air
    chair.keys(SPACE, ENTER)  # alert
    chair.enter(temperature)
    chair.press("0")  # asked all seven, none new


def read_label(chair: AtChair, bag: str, strength: str, /, **other: str) -> None:
    """other: a value by its field that is not what the label should say."""
    values = {
        "identifier": "00482913",
        "session_id": SESSION_ID,
        "plan_revision": "1",
        "bag": bag,
        "concentration": strength,
        "use_before": "23:00",
    }
    for code, text in {**values, **other}.items():
        chair.tab_to(code)
        chair.field(code).selectAll()
        chair.enter(text)
    chair.choose("Label read")


def read_again(chair: AtChair, rate: str, bag: str, strength: str) -> None:
    """The blind second reading by the same person, and the IV site."""
    for text in (rate, bag, strength, "2913"):
        chair.enter(text)
    chair.choose("No swelling, no pain")
    chair.wait(MINUTE + 1)
    chair.choose("Compare")


def hang_bag(chair: AtChair, rate: str, bag: str, strength: str) -> None:
    """The pump stands still; up to the pump running with the new bag."""
    chair.enter(rate)
    read_label(chair, bag, strength)
    chair.key(F6)  # connected
    read_again(chair, rate, bag, strength)
    chair.enter(rate)
