"""A: the course as a chart and in tables."""

from __future__ import annotations

from desens_gui.handover.chart import Chart
from desens_gui.handover.check_table import check_table
from desens_gui.handover.course_chart import course_chart, stop_limits
from desens_gui.handover.document import Block, Diagram, Section, Table
from desens_gui.handover.happenings import event_table, medication_table, stop_table
from desens_gui.handover.reaction_table import reaction_table
from desens_gui.handover.step_table import step_table
from desens_gui.handover.told import Told
from desens_gui.wording.numbers import number
from desens_gui.wording.vitals import short_name


def assessment(told: Told) -> Section:
    tables = (
        step_table(told),
        reaction_table(told),
        stop_table(told),
        medication_table(told),
        check_table(told),
        event_table(told),
    )
    blocks: list[Block] = []
    if _has_course(told):
        chart = course_chart(told)
        blocks.append(Diagram(chart=chart, key=_key(told, chart)))
    blocks.extend(table for table in tables if isinstance(table, Table))
    return Section(letter="A", title=told.words("Assessment"), blocks=tuple(blocks))


def _has_course(told: Told) -> bool:
    """Whether there is anything to draw."""
    return bool(told.course.vitals.points("heart_rate")) or told.state.drug_ran


def _key(told: Told, chart: Chart) -> str:
    """What hatches and dashes mean."""
    words = told.words
    said = [words("Hatched: pump stopped.")] if chart.stopped else []
    if chart.gaps:
        said.append(words("Dotted: the program was away, or the computer slept."))
    limits = [f"{short_name(words, limit.item)} {number(limit.value)}" for limit in stop_limits(told)]
    if limits:
        said.append(words("Dashed: stop limits {limits}.", limits=", ".join(limits)))
    return " ".join(said)
