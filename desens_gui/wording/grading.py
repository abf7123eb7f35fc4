"""Scales, grades, criteria and patterns as a clinician says them."""

from __future__ import annotations

from desens_gui.domain.events.reaction import ReactionGraded
from desens_gui.domain.grading.every import MET, NOT_MET
from desens_gui.domain.grading.picture import Asked, Pattern
from desens_gui.domain.grading.scale import Scale
from desens_gui.domain.grading.signs import SYSTEM_OF
from desens_gui.wording.about_words import certainty_name
from desens_gui.wording.plain import plain
from desens_gui.wording.symptoms import symptom_name, system_name
from desens_gui.wording.words import Words


def scale_name(words: Words, scale: Scale) -> str:
    names = {
        Scale.BROWN_2004: words("Brown (2004)"),
        Scale.RING_MESSMER: words("Ring and Messmer (1977)"),
        Scale.WAO_2010: words("WAO (2010)"),
        Scale.WAO_2018: words("WAO (2018 modification)"),
        Scale.CTCAE_5_IRR: words("CTCAE v5 infusion-related reaction"),
        Scale.BWH: words("BWH initial severity"),
        Scale.NIAID_FAAN_2006: words("Anaphylaxis, NIAID/FAAN (2006)"),
        Scale.WAO_2020: words("Anaphylaxis, WAO (2020)"),
    }
    return names[scale]


def grade_name(words: Words, grade: str, suffix: str = "") -> str:
    """ "3b"; "criteria met"."""
    if grade == MET:
        return words("criteria met")
    if grade == NOT_MET:
        return words("criteria not met")
    return f"{plain(grade)}{plain(suffix)}"


def scale_grade(words: Words, scale: Scale, grade: str, suffix: str = "") -> str:
    """ "Brown (2004): 2"."""
    return words("{scale}: {grade}", scale=scale_name(words, scale), grade=grade_name(words, grade, suffix))


def pattern_name(words: Words, pattern: Pattern) -> str:
    names = {
        Pattern.ALLERGIC: words.within("pattern", "Allergic"),
        Pattern.CYTOKINE: words.within("pattern", "Cytokine, infusion reaction"),
        Pattern.VASOVAGAL: words.within("pattern", "Vasovagal"),
        Pattern.ANXIETY: words.within("pattern", "Anxiety"),
        Pattern.DRUG_EFFECT: words.within("pattern", "Drug effect"),
        Pattern.IV_SITE: words.within("pattern", "IV site"),
        Pattern.NOT_SURE: words.within("pattern", "Not sure"),
    }
    return names[pattern]


def asked_name(words: Words, asked: Asked) -> str:
    names = {
        Asked.LARYNX: words("Larynx, uvula or tongue swollen"),
        Asked.STRIDOR: words("Stridor"),
        Asked.CYANOSIS: words("Cyanosis"),
        Asked.FALL_40: words("PEF or FEV1 fell by 40 % or more"),
        Asked.BRONCHODILATOR: words("Answered to bronchodilator"),
        Asked.INCONTINENCE: words("Incontinence"),
        Asked.SEVERE_GI: words("Vomiting repeated, or cramps severe"),
        Asked.ARRHYTHMIA: words("Arrhythmia"),
        Asked.SHOCK: words("Shock"),
        Asked.RESPIRATORY_FAILURE: words("Respiratory failure"),
        Asked.ARREST: words("Respiratory or circulatory arrest"),
        Asked.PROLONGED: words("Prolonged, came back, or hospital stay"),
        Asked.LIFE_THREATENING: words("Life-threatening, urgent intervention"),
    }
    return names[asked]


def criterion_name(words: Words, code: str) -> str:
    """A sign, an answer, a measured limit, or what is missing, by its code."""
    if code in SYSTEM_OF:
        return symptom_name(words, code)
    if code in frozenset(Asked):
        return asked_name(words, Asked(code))
    return _measured(words).get(code) or _missing(words).get(code) or _gap(words, code)


def _measured(words: Words) -> dict[str, str]:
    return {
        "spo2_at_most_92": words("SpO2 92 % or less"),
        "sbp_below_90": words("systolic below 90 mmHg"),
        "sbp_at_most_90": words("systolic 90 mmHg or less"),
        "hr_rise_20": words("heart rate up by 20 per min or more"),
        "sbp_fall_20": words("systolic down by 20 mmHg or more"),
        "hypotension": words("systolic low for the age, or more than 30 % below baseline"),
        "unconscious": words("not fully conscious"),
        "syncope": words("collapse"),
        "several_systems": words("more than one organ system"),
        "two_organs": words("two organs or more"),
        "single_organ_mild": words("one organ, mild"),
        "lower_airway_mild": words("lower airway, answered to bronchodilator"),
        "lower_airway_severe": words("lower airway, did not answer to bronchodilator"),
        "larynx_stridor": words("larynx swollen, with stridor"),
        "treated": words("treatment given"),
        "interrupted": words("infusion interrupted"),
        "any_sign": words("a sign was found"),
        "died": words("died"),
        "niaid_1": words("no. 1: skin, with airway or pressure"),
        "niaid_2": words("no. 2: two of skin, airway, pressure, gut"),
        "niaid_3": words("no. 3: low pressure after a known allergen"),
        "wao_2020_1": words("no. 1: skin, with airway, pressure or severe gut signs"),
        "wao_2020_2": words("no. 2: low pressure, bronchospasm or larynx after a known allergen"),
    }


def _missing(words: Words) -> dict[str, str]:
    return {
        "blood_pressure": words("blood pressure"),
        "baseline_blood_pressure": words("blood pressure before the first step"),
        "heart_rate": words("heart rate"),
        "baseline_heart_rate": words("heart rate before the first step"),
        "spo2": words("SpO2"),
        "consciousness": words("consciousness"),
        "age": words("age"),
        "adult_limit": words("whether the pressure is low for this child: the scale's limit is for adults"),
    }


def _gap(words: Words, code: str) -> str:
    names = {
        "fall_40_answered": words("a fall of 40 % or more that answered to bronchodilator"),
        "fall_below_40_not_answered": words("a fall below 40 % that did not answer to bronchodilator"),
        "larynx_without_stridor": words("larynx swollen, without stridor"),
        "single_organ_not_mild": words("one organ other than skin, more than mild"),
    }
    return names.get(code) or system_name(words, code)


def boundary_line(words: Words, code: str) -> str:
    names = {
        "sbp_90": words("Systolic exactly 90: low on BWH (90 or less), not on Brown or NIAID/FAAN."),
        "spo2_92": words("SpO2 exactly 92 %: severe on Brown and BWH, not where a scale says below 92."),
        "fall_30": words("Systolic exactly 30 % below baseline: the criteria say more than 30 %."),
        "vomiting": words("Vomiting stands in II and in III in one printed copy of this scale."),
    }
    return names[code]


def graded_line(words: Words, event: ReactionGraded) -> str:
    """ "Graded: Brown (2004): 2, criteria met: Wheeze, Hives (read in the source)"."""
    given = scale_grade(words, event.scale, event.grade, event.suffix)
    parts = [words("Graded: {grade}", grade=given)]
    if event.grade != event.suggested:
        suggested = grade_name(words, event.suggested) if event.suggested else words("cannot tell")
        parts.append(words("the scale suggested: {grade}", grade=suggested))
        parts.append(words("reason: {reason}", reason=plain(event.reason)))
    for codes, sentence in (
        (event.met, "met"),
        (event.missing, "missing"),
        (event.gaps, "gaps"),
    ):
        if codes:
            parts.append(criteria_line(words, sentence, codes))
    parts.append(words("scale {certainty}", certainty=certainty_name(event.certainty, words)))
    return "; ".join(parts)


def criteria_line(words: Words, kind: str, codes: tuple[str, ...]) -> str:
    """kind: met, missing or gaps."""
    names = ", ".join(criterion_name(words, code) for code in codes)
    heads = {
        "met": words("criteria met: {names}", names=names),
        "missing": words("not known: {names}", names=names),
        "gaps": words("in no grade of this scale: {names}", names=names),
    }
    return heads[kind]
