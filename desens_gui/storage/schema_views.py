"""Views over the payloads: one readable row for each fact, with units in the column names.

Commanded, reported and measured values never share a column. Drug amounts carry their unit as text.
"""

from __future__ import annotations

_WHEN = "seq, utc, strftime('%Y-%m-%d %H:%M:%S', utc, zone_offset_min || ' minutes') AS local_time"
_WHO = "actor, role, second_person"

_VITALS = """\
CREATE VIEW vitals AS SELECT {when},
  json_extract(payload, '$.purpose') AS purpose,
  json_extract(payload, '$.step') AS step,
  json_extract(payload, '$.vitals.heart_rate.per_min') AS heart_rate_per_min,
  json_extract(payload, '$.vitals.blood_pressure.systolic') AS systolic_mmhg,
  json_extract(payload, '$.vitals.blood_pressure.diastolic') AS diastolic_mmhg,
  json_extract(payload, '$.vitals.respirations.per_min') AS respirations_per_min,
  json_extract(payload, '$.vitals.spo2.percent') AS spo2_percent,
  json_extract(payload, '$.vitals.temperature.celsius') AS temperature_celsius,
  json_extract(payload, '$.vitals.oxygen.given') AS oxygen_given,
  json_extract(payload, '$.vitals.consciousness.level') AS consciousness_acvpu,
  json_extract(payload, '$.vitals.heart_rate.at') AS heart_rate_measured_utc,
  json_extract(payload, '$.vitals.blood_pressure.at') AS blood_pressure_measured_utc,
  json_extract(payload, '$.vitals.respirations.at') AS respirations_measured_utc,
  json_extract(payload, '$.vitals.spo2.at') AS spo2_measured_utc,
  json_extract(payload, '$.vitals.temperature.at') AS temperature_measured_utc,
  {who}
FROM event WHERE kind = 'check_recorded/1'"""

_CHECKS = """\
CREATE VIEW checks AS SELECT {when},
  json_extract(payload, '$.purpose') AS purpose,
  json_extract(payload, '$.step') AS step,
  json_extract(payload, '$.outcome') AS outcome,
  (SELECT group_concat(
     json_extract(asked.value, '$.system') || ' ' || json_extract(asked.value, '$.answer'), ', ')
   FROM json_each(event.payload, '$.symptoms') AS asked) AS answers,
  (SELECT group_concat(
     json_extract(sign.value, '$.code') || ' ' || json_extract(sign.value, '$.severity'), ', ')
   FROM json_each(event.payload, '$.symptoms') AS asked, json_each(asked.value, '$.signs') AS sign) AS signs,
  {who}
FROM event WHERE kind = 'check_recorded/1'"""

_STEPS = """\
CREATE VIEW steps AS SELECT {when}, kind,
  coalesce(json_extract(payload, '$.step'), json_extract(payload, '$.to_step')) AS step,
  coalesce(json_extract(payload, '$.bag'), json_extract(payload, '$.to_bag')) AS bag,
  CASE WHEN kind IN ('escalation_commanded/1', 'resume_commanded/1')
    THEN json_extract(payload, '$.rate_ml_h') END AS commanded_rate_ml_h,
  CASE WHEN kind NOT IN ('escalation_commanded/1', 'resume_commanded/1')
    THEN json_extract(payload, '$.rate_ml_h') END AS reported_rate_ml_h,
  json_extract(payload, '$.at') AS reported_utc,
  json_extract(payload, '$.reason') AS reason,
  {who}
FROM event WHERE kind IN (
  'bag_change_begun/1', 'bag_reported_empty/1', 'escalation_commanded/1', 'pause_called/1',
  'pump_reported_running/1', 'pump_reported_stopped/1', 'rate_set_reported/1', 'resume_commanded/1',
  'stay_decided/1', 'step_started/1')"""

_REACTIONS = """\
CREATE VIEW reactions AS SELECT {when}, kind,
  json_extract(payload, '$.step') AS step,
  json_extract(payload, '$.step_elapsed_s') AS step_elapsed_s,
  json_extract(payload, '$.step_volume_ml') AS step_volume_ml,
  json_extract(payload, '$.step_dose') AS step_dose,
  json_extract(payload, '$.given') AS given,
  json_extract(payload, '$.reason') AS reason,
  {who}
FROM event WHERE kind IN ('reaction_called/1', 'reaction_entered_in_error/1')"""

_TREATMENTS = """\
CREATE VIEW treatments AS SELECT {when},
  json_extract(payload, '$.drug') AS drug,
  json_extract(payload, '$.dose') AS dose,
  json_extract(payload, '$.route') AS route,
  json_extract(payload, '$.at') AS given_utc,
  {who}
FROM event WHERE kind = 'medication_given/1'"""

_STAFF = """\
CREATE VIEW staff AS SELECT {when},
  json_extract(payload, '$.id') AS staff_id,
  json_extract(payload, '$.name') AS name,
  json_extract(payload, '$.role') AS staff_role,
  {who}
FROM event WHERE kind = 'staff_identified/1'"""

_CORRECTIONS = """\
CREATE VIEW corrections AS SELECT {when}, kind,
  (SELECT max(called.seq) FROM event AS called
   WHERE called.kind = 'reaction_called/1' AND called.seq < event.seq) AS corrects_seq,
  json_extract(payload, '$.reason') AS reason,
  {who}
FROM event WHERE kind = 'reaction_entered_in_error/1'"""

_AUDIT = """\
CREATE VIEW audit AS SELECT {when}, kind, {who}, workstation, payload, uuid, hash
FROM event"""

VIEWS = tuple(
    view.replace("{when}", _WHEN).replace("{who}", _WHO)
    for view in (_VITALS, _CHECKS, _STEPS, _REACTIONS, _TREATMENTS, _STAFF, _CORRECTIONS, _AUDIT)
)
