"""What is to be noted about a typed value: beyond a limit, or far from the baseline."""

from __future__ import annotations

from desens_gui.domain.events.check import CheckPurpose
from desens_gui.domain.findings import Consciousness, Item, Vitals
from desens_gui.domain.policy import Direction, MonitorRule
from desens_gui.domain.refusals.check import LimitBroken, NotAlert
from desens_gui.domain.standing import findings_against, values_of
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers
from desens_gui.wording.symptoms import consciousness_name
from desens_gui.wording.vitals import bound_words
from desens_gui.wording.words import Words


def marks_of(scene: Scene, vitals: Vitals, purpose: CheckPurpose) -> dict[str, str]:
    """By the policy's names. In a reaction no value is questioned (SAFETY S18)."""
    if purpose is CheckPurpose.REACTION:
        return {}
    return {**_watched(scene, vitals), **_beyond(scene, vitals, purpose)}


def _watched(scene: Scene, vitals: Vitals) -> dict[str, str]:
    """Changes from the baseline that the policy marks."""
    baseline = scene.session.baseline
    values = values_of(vitals)
    before = values_of(baseline.vitals) if baseline is not None else {}
    return {
        rule.item: _watch(scene.words, rule)
        for rule in scene.policy.monitor_rules
        if rule.item in values and rule.item in before
        if rule.is_met_by(values[rule.item], before[rule.item])
    }


def _watch(words: Words, rule: MonitorRule) -> str:
    by = numbers.number(rule.by.value)
    change = words("{by} or more below baseline", by=by)
    if rule.direction is Direction.RISE:
        change = words("{by} or more above baseline", by=by)
    return (
        words("Do not go up: {limit}", limit=change) if rule.blocks else words("Watch: {rule}", rule=change)
    )


def _beyond(scene: Scene, vitals: Vitals, purpose: CheckPurpose) -> dict[str, str]:
    """Values that refuse going up, or refuse the start."""
    words, marks = scene.words, {}
    at_start = purpose is CheckPurpose.BASELINE
    for found in findings_against(scene.session, scene.policy, vitals, (), baseline=at_start):
        if isinstance(found, LimitBroken):
            limit = bound_words(words, found.bound, found.limit)
            marks[found.item] = (
                words("Do not start: {limit}", limit=limit)
                if at_start
                else words("Do not go up: {limit}", limit=limit)
            )
        elif isinstance(found, NotAlert):
            marks[Item.CONSCIOUSNESS.value] = consciousness_name(words, Consciousness(found.level))
    return marks
