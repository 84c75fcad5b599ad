"""Small edits that break a programme file, each with the places where check must tell of it."""

from typing import NamedTuple


class Break(NamedTuple):
    """In a file, `old` becomes `new`; `told` are texts that begin at the lines to be named.

    Each of them stands once in the broken copy. Without `told`, the first line of `new` is named.
    """

    file: str
    old: str
    new: str
    told: tuple[str, ...] = ()


KON_TUM = "programmes/kon-tum.yaml"
SON_LA = "programmes/son-la.yaml"
CAM_GIANG = "programmes/cam-giang.yaml"
SIXTH = "tests/programmes/sixth.yaml"
MARK = "mark: {assumed: 80, default: D-01}"
FIRST_GROUP = """\
    groups:
      - id: I
        vi: Hoàn thành tốt nhiệm vụ chính trị
        en: Fulfils political tasks well
"""
DECIDER_RULES = """\
    rules:
      - subjects: [base_cell, base_committee]
        organs:
          - organ: standing_committee
            of: nearest:DISTRICT_COMMITTEE"""

BREAKS = {
    "group_points_above_the_base": Break(
        KON_TUM, "max: {assumed: 40, default: D-02}", "max: {assumed: 41, default: D-02}",
        (f"{FIRST_GROUP}        line: 13\n        max: {{assumed: 41", "max: {assumed: 41"),
    ),
    "points_of_a_criterion": Break(SIXTH, "kind: points, max: 20", "kind: points, max: 19"),
    "no_pass_mark": Break(
        KON_TUM, f"pass: &pass {{rule: total, {MARK}}}", "pass: &pass {rule: total}",
        ("pass: &pass", "pass: *pass"),
    ),
    "points_without_a_scale": Break(
        SIXTH, "    scale: {base: 95, bonus: 5, total: 100}\n", "", ("pass: {rule: total, mark: 70}",)
    ),
    "a_gap_between_levels": Break(
        SON_LA, 'range: {assumed: "[80, 90)"', 'range: {assumed: "[82, 90)"',
        ("bands: &bands", "bands: *bands"),
    ),
    "an_overlap_of_bands": Break(
        SIXTH, '"[50 %, 80 %)"', '"[40 %, 80 %)"', ("            bands:\n",)
    ),
    "an_unreadable_threshold": Break(CAM_GIANG, '">= 90"', '"ít nhất 90"'),
    "an_unknown_measure": Break(SIXTH, "members_in_breach", "members_in_beach"),
    "an_unknown_guard": Break(KON_TUM, "guards: [sheet_complete]", "guards: [sheet_is_fine]"),
    "an_unknown_role": Break(KON_TUM, "by: pilot_chooser\n", "by: pilot_boss\n"),
    "an_unknown_keeper": Break(SIXTH, "keeper: [keeper]", "keeper: [kepper]"),
    "a_keeper_that_needs_a_subject": Break(
        SIXTH, "keeper: [keeper]", "keeper: [decider]", ("  decider:\n",)
    ),
    "an_unknown_command": Break(KON_TUM, "- step: explain\n", "- step: excuse\n"),
    "an_unknown_document": Break(KON_TUM, "document: DOC-REPORT\n", "document: DOC-REPORTS\n"),
    "an_unknown_title": Break(KON_TUM, "title: four_good_cell\n", "title: four_good_call\n"),
    "an_unknown_title_of_a_ratio": Break(SIXTH, "of: members, title: member", "of: members, title: membre"),
    "an_unknown_deadline": Break(KON_TUM, "      deadline: year_end\n", "      deadline: year_and\n"),
    "an_unknown_subject": Break(SIXTH, "subjects: [cell, committee]", "subjects: [cell, commitee]"),
    "an_unknown_reward_level": Break(SIXTH, "month, by: decider}", "month, level: SUPER, by: decider}"),
    "an_unknown_default": Break(KON_TUM, MARK, "mark: {assumed: 80, default: D-99}"),
    "an_assumed_value_without_default": Break(KON_TUM, MARK, "mark: {assumed: 80}"),
    "an_unreachable_stage": Break(
        KON_TUM, "      to: explained\n", "      to: under_reexamination\n", ("  explained: {vi:",)
    ),
    "a_dead_end": Break(SIXTH, "en: Withdrawn, resting: true", "en: Withdrawn"),
    "a_bypassed_stage": Break(
        KON_TUM, "        from: consulted\n        to: recognised\n",
        "        from: appraised\n        to: recognised\n",
        ("    required: {recognised: [self_assessed, claimed, submitted, appraised, consulted]}",),
    ),
    "a_step_nobody_may_take": Break(
        KON_TUM, "      by: asked\n", "      by: []\n", ("    - step: give-opinion\n",)
    ),
    "a_step_that_never_succeeds": Break(CAM_GIANG, "- step: claim-level\n", "- step: recall-reward\n"),
    "a_hole_in_time": Break(
        KON_TUM, "        until: 2025-06-30\n        clause: KT-AUT-1",
        "        until: 2025-05-31\n        clause: KT-AUT-1",
        (DECIDER_RULES,),
    ),
    "a_role_without_a_rule": Break(
        SIXTH, "      - {subjects: [committee], organs: [{organ: party_committee}]}\n", "",
        ("  self_assessor:\n",),
    ),
    "an_unreadable_organ": Break(
        SIXTH, "{organ: inspection_commission, of: superior}", "{organ: inspection_commission, of: above}"
    ),
    "a_criterion_twice": Break(
        KON_TUM, "            id: I.2\n", "            id: I.1\n",
        ("            id: I.1\n            vi: >-\n              Lãnh đạo thực hiện đầy đủ",),
    ),
    "a_circle_of_results": Break(
        SIXTH, "{id: E.1, kind: toggle, vi: Nêu gương, en: Sets an example}",
        '{id: E.1, kind: ratio_of_cases, vi: v, en: e, passes: "= 1", children: {of: members}}',
        ("  member: {vi: Đảng viên, en: Member,",),
    ),
    "a_vote_share_above_one": Break(SON_LA, "majority: {assumed: 1/2", "majority: {assumed: 3/2"),
    "a_wrong_key": Break(SIXTH, "explanation_days: 5", "explanation_dayz: 5"),
    "a_wrong_value": Break(KON_TUM, "explanation_days: {assumed: 15", "explanation_days: {assumed: mười lăm"),
    "a_wrong_word": Break(SIXTH, "cadence: {every: month}", "cadence: {every: moon}"),
    "a_missing_key": Break(SIXTH, "en: Star of the month, by: decider", "en: Star of the month"),
    "a_missing_section": Break(SIXTH, "cadence: {every: month}\n", "", ("code: nam-tot\n",)),
    "a_date_that_is_none": Break(SIXTH, "span: {from: 2024-01-01}", "span: {from: 2024-02-30}"),
    "a_key_twice": Break(
        KON_TUM, "code: kon-tum\n", "code: kon-tum\ncode: kon-tam\n", ("code: kon-tam\n",)
    ),
    "an_open_bracket": Break(KON_TUM, "code: kon-tum\n", "code: [kon-tum\n", ("name:\n  vi: Mô hình",)),
    "a_tab": Break(SIXTH, "\n    vi: Cụm thi đua\n", "\n\tvi: Cụm thi đua\n", ("\tvi: Cụm thi đua",)),
    "an_alias_of_nothing": Break(SON_LA, "scale: *scale", "scale: *scales"),
    "a_tag": Break(SIXTH, "code: nam-tot", "code: !!python/name:os.system nam-tot"),
}  # fmt: skip
"""One of each kind of fault."""
