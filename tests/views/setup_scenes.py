"""Set-ups at every stage of being complete, and the drafts a person would have typed."""

from __future__ import annotations

from desens_gui.domain.commands.setup import (
    DeclareNoSecondPerson,
    IdentifyPatient,
    IdentifyStaff,
    RecordOrder,
    SetPlan,
    SetPolicy,
    VerifyPlan,
)
from desens_gui.domain.patient import Allergy, Patient
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.protocol.protocol import Protocol
from desens_gui.domain.qualifying import ReadyItem, Severe
from desens_gui.domain.recorded import PROGRAM, Role
from desens_gui.system.protocols import load_protocol, protocol_ids
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.scene import Scene
from desens_gui.wording.words import ENGLISH
from tests.courses import opened, reading
from tests.driving import Chair, default_policy, inputs, order, patient
from tests.qualified import ABOUT_PATIENT, AT_CHAIR

PROTOCOLS: tuple[Protocol, ...] = tuple(load_protocol(name) for name in protocol_ids())
STAGES = ("opened", "people", "patient", "plan", "qualified", "read", "verified", "baseline")

PEOPLE = FormDraft(
    texts={"people:name": "M. Lindqvist, RN", "people:id": "ml"},
    chosen={"people:role": "nurse", "people:alone": "only_one_on_shift"},
)
PATIENT = FormDraft(
    texts={
        "patient:family_name": "Okafor",
        "patient:given_name": "Adaeze",
        "patient:born": "12-Mar-1968",
        "patient:identifier": "00482913",
        "patient:weight": "64",
        "patient:allergy_drug": "CARBOplatin",
        "patient:allergy_reaction": "anaphylaxis",
        "patient:allergy_grade": "Brown 2 (2004)",
        "patient:allergy_on": "03-Oct-2026",
    },
    chosen={"patient:sex": "female", "patient:no_other_allergies": "yes"},
)
PLAN = FormDraft(
    texts={"plan:drug": "CARBOplatin", "plan:dose": "400 mg", "order:by": "Dr R. Achterberg"},
    chosen={"plan:protocol": "rdd-3bag-12step", "order:taken": "telephone", "order:read_back": "yes"},
)
QUALIFY = FormDraft(
    texts={
        "qualify:evidence": "hives and low pressure 10 min into cycle 7",
        "qualify:decided_by": "Dr Haas",
        "qualify:alternatives": "no other platin is as good",
        "qualify:benefit": "second line of treatment",
    },
    chosen={
        **{f"qualify:{each.value}": "no" for each in Severe},
        "qualify:beta_blocker": "no",
        "qualify:ace_inhibitor": "no",
        "qualify:heart_unstable": "no",
        "qualify:life_threatening": "no",
        "qualify:asthma": "none",
        "qualify:pregnancy": "no",
        "qualify:reaction": "immediate",
        "qualify:strength": "convincing",
        "qualify:skin_test": "not_done",
        "qualify:challenge": "not_done",
    },
)
READY = FormDraft(
    texts={"premed:reason": "it hides early signs"},
    chosen={**{f"ready:{item.value}": "done" for item in ReadyItem}, "premed:way": "withheld"},
)
READING = FormDraft(
    texts={
        "verify:identifier_last4": "2913",
        "verify:drug": "carboplatin",
        "verify:dose": "400 mg",
        "verify:bags": "3",
    }
)


def known_patient() -> Patient:
    first = Allergy(drug="CARBOplatin", reaction="anaphylaxis", grade="Brown 2 (2004)", on="2026-10-03")
    return patient(given_name="Adaeze", allergies=(first, Allergy(drug="penicillin")))


def chair_at(stage: str, **found: object) -> Chair:
    """Set up as far as this stage; found: what the baseline finds, as `readings.check` takes it."""
    far = STAGES.index(stage)
    chair = opened()
    chair.do(SetPolicy(policy=default_policy()), PROGRAM)
    if far >= 1:
        chair.do(IdentifyStaff(id="ml", name="M. Lindqvist, RN", role=Role.NURSE))
        chair.do(DeclareNoSecondPerson(reason="only_one_on_shift"))
    if far >= 2:
        chair.do(IdentifyPatient(patient=known_patient()))
    if far >= 3:
        chair.do(SetPlan(inputs=inputs()))
        chair.do(RecordOrder(order=order(OrderFor.DESENSITIZE)))
    if far >= 4:
        for answer in (*ABOUT_PATIENT, *AT_CHAIR):
            chair.do(answer)
    if far >= 5:
        chair.do(VerifyPlan(reading=reading(chair)))
    if far >= 6:
        chair.wait(60)
        chair.do(VerifyPlan(reading=reading(chair)))
    if far >= 7:
        chair.check(**found)
    return chair


def scene_of(chair: Chair) -> Scene:
    return Scene(session=chair.session, stamp=chair.clock.now(), words=ENGLISH, actor="ml")


def scene_at(stage: str, **found: object) -> Scene:
    return scene_of(chair_at(stage, **found))


def with_texts(draft: FormDraft, **texts: str) -> FormDraft:
    """Codes with `__` for the colon."""
    typed = {code.replace("__", ":"): text for code, text in texts.items()}
    return FormDraft(texts={**draft.texts, **typed}, chosen=draft.chosen)


def with_choices(draft: FormDraft, **chosen: str) -> FormDraft:
    picked = {code.replace("__", ":"): option for code, option in chosen.items()}
    return FormDraft(texts=draft.texts, chosen={**draft.chosen, **picked})
