"""What stands on every page, across it, and in the banner of the first one."""

from __future__ import annotations

from desens_gui.domain.patient import Allergy
from desens_gui.domain.prescribing import OrderFor
from desens_gui.handover.document import BannerCell, Edges
from desens_gui.handover.origin import Origin
from desens_gui.handover.told import Told
from desens_gui.views.banner import SEPARATOR, name, sex
from desens_gui.wording import moments
from desens_gui.wording.numbers import amount, number
from desens_gui.wording.plain import plain


def across(told: Told, origin: Origin) -> tuple[str, ...]:
    """SIMULATION and INCOMPLETE, where true."""
    words = told.words
    said = []
    if told.state.opened.simulated:
        said.append(words("SIMULATION"))
    if is_incomplete(told, origin):
        said.append(words("INCOMPLETE"))
    return tuple(said)


def is_incomplete(told: Told, origin: Origin) -> bool:
    """The session has not ended, or not every entry was verified."""
    return told.state.ending is None or not origin.whole


def edges(told: Told, origin: Origin) -> Edges:
    words, course = told.words, told.course
    rows = course.rows.all(clinical_only=False)
    made = moments.day(origin.made_utc_us, told.state.zone_offset_min, words)
    made_at = moments.hour_minute(origin.made_utc_us, told.state.zone_offset_min)
    entries = (
        words("{entries} entries, chain unbroken", entries=number(origin.entries))
        if origin.whole
        else words("{entries} entries, not verified whole", entries=number(origin.entries))
    )
    return Edges(
        title=words("Desensitization handover"),
        tags=("SBAR", *across(told, origin)),
        dates=words(
            "Session {day} \N{MIDDLE DOT} made {made} {time}", day=told.day(0), made=made, time=made_at
        ),
        place=words(
            "{place} \N{MIDDLE DOT} 24-hour times, {zone}",
            place=plain(rows[-1].recorded.workstation),
            zone=plain(told.state.opened.zone),
        ),
        patient=plain(name(told.state.patient, words)),
        patient_facts=_patient_facts(told),
        page_of=words("Page {page} of {pages}"),
        integrity=words("Integrity"),
        entries=entries,
        code_label=words("Compare code") if origin.code else "",
        code=origin.code,
        file=plain(origin.file),
        check_code=words("Open it in Review to check this code"),
    )


def _patient_facts(told: Told) -> str:
    """Birth date and record number: two identifiers beside the name, on every page."""
    words, patient = told.words, told.state.patient
    if patient is None:
        return ""
    born = moments.birth_date(patient.born, words)
    return SEPARATOR.join((born, words("MRN {identifier}", identifier=plain(patient.identifier))))


def banner(told: Told) -> tuple[BannerCell, ...]:
    """The patient, the allergies, the treatment."""
    return (_patient(told), _allergies(told), _treatment(told))


def _patient(told: Told) -> BannerCell:
    words, patient = told.words, told.state.patient
    if patient is None:
        return BannerCell(title=name(None, words), lines=())
    clock = told.course.clock
    age = moments.age(patient.born, clock.utc_us(0), clock.zone_offset_min(0), words)
    about = SEPARATOR.join(
        (
            sex(patient.sex, words),
            f"{moments.birth_date(patient.born, words)} ({age})",
            words("weight not known") if patient.weight_kg is None else f"{number(patient.weight_kg)} kg",
        )
    )
    record = words("MRN {identifier}", identifier=plain(patient.identifier))
    return BannerCell(title=plain(name(patient, words)), lines=(about, record))


def _allergies(told: Told) -> BannerCell:
    words, patient = told.words, told.state.patient
    allergies = patient.allergies if patient is not None else ()
    label = words("ALLERGIES")
    if not allergies:
        return BannerCell(label=label, title=words("None recorded"), lines=(), filled=True)
    title = ", ".join(plain(allergy.drug) for allergy in allergies)
    reaction = first_reaction(allergies[0]) if len(allergies) == 1 else ""  # more of them: in the background
    return BannerCell(label=label, title=title, lines=(reaction,) if reaction else (), filled=True)


def first_reaction(allergy: Allergy) -> str:
    """The first reaction as it was reported: what, grade, when; empty where nothing was."""
    return ", ".join(plain(text) for text in (allergy.reaction, allergy.grade, allergy.on) if text)


def allergy_line(allergy: Allergy) -> str:
    reaction = first_reaction(allergy)
    return f"{plain(allergy.drug)}: {reaction}" if reaction else plain(allergy.drug)


def _treatment(told: Told) -> BannerCell:
    words, plan = told.words, told.state.plan
    if plan is None:
        return BannerCell(title=words("No plan yet"), lines=())
    protocol = plan.inputs.protocol
    lines = [
        words(
            "Protocol {title}, revision {revision}", title=plain(protocol.title), revision=protocol.revision
        )
    ]
    if prescriber(told):
        lines.append(words("Ordered by {prescriber}", prescriber=prescriber(told)))
    drug = f"{plain(plan.inputs.drug)} {amount(plan.target, words)} {protocol.route.value.upper()}"
    return BannerCell(title=drug, lines=tuple(lines))


def prescriber(told: Told) -> str:
    """Who ordered the desensitization; empty while nobody has."""
    ordered = (seen.order for seen in told.state.orders if seen.order.purpose is OrderFor.DESENSITIZE)
    return next((plain(order.by) for order in ordered), "")
