"""Where published limits disagree at exactly the value that was measured."""

from __future__ import annotations

from desens_gui.domain.grading.picture import Picture
from desens_gui.domain.grading.pressure import FALL, fall_of


def boundaries(picture: Picture) -> tuple[str, ...]:
    """SBP 90: below (Brown, NIAID) or at most (BWH). SpO2 92: at most (Brown) or below. A fall of 30 %."""
    found = []
    if picture.systolic == 90:
        found.append("sbp_90")
    if picture.spo2 == 92:
        found.append("spo2_92")
    baseline = picture.baseline_systolic
    if picture.systolic is not None and baseline and fall_of(picture.systolic, baseline) == FALL:
        found.append("fall_30")
    return tuple(found)
