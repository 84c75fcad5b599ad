"""What a programme says of the way to a decision and after it: papers, votes, bodies, days, rewards, revocation."""

from __future__ import annotations

from documents.programmes.clause_marks import Shown
from documents.programmes.in_words import (
    how_often,
    organ,
    role_said,
    roles_said,
    subjects_said,
    when,
    whose,
)
from domain.programme.recognising import Commendation, Reward
from domain.programme.roles import AuthorityRule, Role
from domain.programme.taking_part import AtMeeting

SHOWN_APART = ("self_assessor", "hop_appraiser", "appraiser", "decider")
"""Roles that have a line of their own."""
_BOUND = ("sheet", "vote", "claim", "later", "non_recognition", "own_claim")
"""What is bound in every programme; `grade` where one has grades."""


def registration(s: Shown) -> list[str]:
    """Whether a case is registered, on which form, with whom."""
    asked = s.programme.registration
    if asked is None:
        return []
    if not asked.required:
        return [f"{s.say('value.no')}{s.marks(asked, 'required')}"]
    marks = s.marks(asked, "required")
    form = f", {s.word(asked.form, 'document')}" if asked.form else ""
    contact = f"; {asked.contact}" if asked.contact else ""
    return [f"{s.say('value.yes')}{form}{contact}{marks}", *_meeting(s, asked.meeting)]


def _meeting(s: Shown, asked: AtMeeting | None) -> list[str]:
    """At which meeting a registration is resolved."""
    if asked is None:
        return []
    of = s.word(tuple(f"kind.{kind}" for kind in asked.kinds), "choice") if asked.kinds else ""
    days = s.say("page.meeting.days", count=asked.days) if asked.days else ""
    quorum = s.say("page.meeting.quorum", share=asked.quorum) if asked.quorum else ""
    told = ", ".join(filter(None, (of, days, quorum)))
    return [f"{s.say('page.meeting')}{f': {told}' if told else ''}{s.marks(asked)}"]


def commitment(s: Shown) -> list[str]:
    """Whether a commitment is signed, and who takes part in its conference."""
    asked = s.programme.commitment
    if not asked:
        return []
    who = ", ".join(s.name(each) for each in asked.conference)
    return [f"{s.say('value.yes')}{f': {who}' if who else ''}{s.marks(asked, 'required')}"]


def pilots(s: Shown) -> list[str]:
    """Who chooses the pilots, how many of which kind, which are named."""
    pilot = s.programme.pilot
    if pilot is None:
        return []
    places = ", ".join(f"{each.count} {subjects_said(s, each.subjects)}" for each in pilot.places)
    units = [f"{unit.name}{s.marks(unit)}" for unit in pilot.units]
    chooser = role_said(s, pilot.chooser)
    marks = s.marks(pilot, "periods", "places")
    return [f"{', '.join(pilot.periods)}: {places}; {chooser}{marks}", *units]


def vote(s: Shown) -> list[str]:
    """Which majority of whom, with which quorum."""
    asked = s.programme.vote
    if asked is None:
        return []
    marks = s.marks(asked, "required", "majority", "majority_of", "quorum", "secret")
    ballot = s.say("page.secret" if asked.secret else "page.open")
    of = s.say(f"page.vote.{asked.majority_of}")
    own = [s.say(f"page.vote.each.{asked.each}")] if asked.each else []
    kept = [s.say("page.vote.roll_kept")] if asked.roll == "kept" else []
    told = [f"> {asked.majority} {of}", f"≥ {asked.quorum}", ballot, *own, *kept]
    return [f"{', '.join(told)}{marks}"]


def dossier(s: Shown) -> list[str]:
    """The papers of a dossier."""
    return [f"{s.name(each)}{s.marks(each, 'required')}" for each in s.programme.dossier]


def local_criteria(s: Shown) -> list[str]:
    """Who may add criteria for the units below."""
    let = s.programme.local_criteria
    return [f"{s.label(let)} – {role_said(s, let.by)}{s.marks(let, 'by', 'sets')}"] if let else []


def handing_in(s: Shown) -> list[str]:
    """Through whom a dossier is handed in."""
    asked = s.programme.handing_in
    return [f"{role_said(s, asked.through)}{s.marks(asked, 'through')}"] if asked else []


def authority_of(s: Shown, role: Role) -> list[str]:
    """Which organ of whom holds a role, for whom, from when to when; the role's own clause first."""
    marks = s.marks(role)
    own = [f"{s.name(role)}{marks}"] if marks else []
    return [*own, *(_authority(s, rule) for rule in role.rules)]


def _authority(s: Shown, rule: AuthorityRule) -> str:
    subjects = subjects_said(s, rule.subjects)
    organs = ", ".join(f"{organ(s, each.organ)} ({whose(s, each.of)})" for each in rule.organs)
    since = f" {s.say('page.from')} {s.word(rule.valid_from, 'date')}" if rule.valid_from else ""
    until = f" {s.say('page.until')} {s.word(rule.valid_until, 'date')}" if rule.valid_until else ""
    who = subjects or s.say("page.every_subject")
    return f"{who}: {organs}{since}{until}{s.marks(rule, 'organs')}"


def other_roles(s: Shown) -> list[str]:
    """Every role that has no line of its own."""
    return [
        f"{s.name(role)} – {line}"
        for name, role in s.programme.roles.items()
        if name not in SHOWN_APART
        for line in authority_of(s, role)
    ]


def consultation(s: Shown) -> list[str]:
    """Which bodies are asked, how long they have, what silence means."""
    asked = s.programme.consultation
    if asked is None:
        return []
    marks = s.marks(asked, "required", "bodies", "days", "silence_is_consent")
    silence = s.say("page.silence_consents" if asked.silence_is_consent else "page.silence_is_told")
    days = s.say("page.days", count=asked.days)
    return [f"{roles_said(s, asked.bodies)}, {days}; {silence}{marks}"]


def _frame(s: Shown) -> list[str]:
    """By which frame meetings are rated, where one is asked for."""
    asked = s.programme.meetings.frame if s.programme.meetings else None
    if asked is None:
        return []
    number = s.programme.sources[asked.source].number
    return [f"{s.say('page.frame', source=number)}{s.marks(asked, 'source')}"]


def meetings(s: Shown) -> list[str]:
    """On which days of the month meetings are, and in which months the whole body meets."""
    rules = s.programme.meetings
    if rules is None:
        return []
    months = " / ".join(", ".join(map(str, each)) for each in rules.conference_months)
    lines = [s.say("page.conferences", months=months)] if months else []
    window = rules.window
    if window:
        told = s.say("page.window", first=window.first, last=window.last)
        wide = s.say("page.widened", first=window.widened_first, last=window.widened_last)
        lines += [f"{told}{s.marks(window)}"]
        lines += [f"{wide}{s.marks(window, 'widened_first', 'widened_last')}"]
    lines += _frame(s)
    marks = s.marks(rules, "conference_months").strip()
    return [*lines, *([marks] if marks else [])]


def deadlines(s: Shown) -> list[str]:
    """What is due by when."""
    return [
        f"{s.label(each)}: {when(s, each)}{s.marks(each, 'vi', 'on', 'within')}"
        for each in s.programme.deadlines.values()
    ]


def cadence(s: Shown) -> list[str]:
    """How often the title is given, and each reward and commendation that has a rhythm of its own."""
    fields = ("every", "years_of_term", "first_year")
    own = s.programme.cadence
    given = [(s.name(each), each.cadence) for each in s.programme.rewards.values()]
    given += [(s.name(each), each.cadence) for each in s.programme.commendations.values()]
    return [
        f"{how_often(s, own)}{s.marks(own, *fields)}",
        *(f"{name}: {how_often(s, each)}{s.marks(each, *fields)}" for name, each in given if each),
    ]


def rewards(s: Shown) -> list[str]:
    """Each reward: who gives it, to whom, after what."""
    return [_reward(s, each) for each in s.programme.rewards.values()]


def _reward(s: Shown, reward: Reward) -> str:
    after = [subjects_said(s, reward.subjects)] if reward.subjects else []
    if reward.level:
        after.append(s.word(reward.level, "level"))
    if reward.recognised_years:
        after.append(s.say("page.recognised_years", count=reward.recognised_years))
    if reward.streak:
        after.append(s.say("page.streak", count=reward.streak))
    fields = ("vi", "level", "recognised_years", "streak", "selection_majority")
    told = "; ".join([role_said(s, reward.by), *after, *_chosen(s, reward)])
    return f"{s.label(reward)} – {told}{s.marks(reward, *fields)}"


def commendations(s: Shown) -> list[str]:
    """Each commendation of a person: who gives it, after what."""
    return [
        f"{s.label(each)} – {'; '.join([role_said(s, each.by), *_chosen(s, each)])}"
        f"{s.marks(each, 'vi', 'selection_majority')}"
        for each in s.programme.commendations.values()
    ]


def _chosen(s: Shown, each: Reward | Commendation) -> list[str]:
    return [s.say("page.chosen", share=each.selection_majority)] if each.selection_vote else []


def binding(s: Shown) -> list[str]:
    """What becomes of a departure from what stands in the case."""
    bound = s.programme.binding
    graded = ("grade",) if s.programme.grades else ()
    return [
        f"{s.say(f'page.binding.{field}')}: {s.say(f'page.bound.{getattr(bound, field)}')}"
        f"{s.marks(bound, field)}"
        for field in (*_BOUND, *graded)
    ]


def revocation(s: Shown) -> list[str]:
    """Who finds, how long the unit explains, who decides, on which grounds, with which effects."""
    rules = s.programme.revocation
    effects = ", ".join(s.word(each, "effect") for each in rules.effects)
    recalled = ", ".join(s.name(s.programme.rewards[each]) for each in rules.recalls)
    days = s.say("page.days", count=rules.explanation_days)
    cool, warn = rules.cool_down_years, rules.warn_after_years
    found = [
        f"{_takers(s, 'revoke')}, {days}{s.marks(rules, 'explanation_days')}",
        s.say("page.found_by", who=_takers(s, "find-defect")),
        f"{effects}{s.marks(rules, 'effects')}",
        f"{s.say('page.cool_down', count=cool)}{s.marks(rules, 'cool_down_years')}",
        f"{s.say('page.warn_after', count=warn)}{s.marks(rules, 'warn_after_years')}",
    ]
    if recalled:
        found.append(f"{s.say('page.recalls', what=recalled)}{s.marks(rules, 'recalls')}")
    return [*found, *(f"{s.name(each)}{s.marks(each)}" for each in rules.grounds.values())]


def _takers(s: Shown, verb: str) -> str:
    """Who may take the steps of a command, with what these rest on."""
    shared = [step for steps in s.programme.blocks.values() for step in steps]
    own = [step for outline in s.programme.workflows.values() for step in outline.steps]
    steps = [step for step in (*shared, *own) if step.verb == verb]
    each = (f"{roles_said(s, step.roles)}{s.marks(step)}" for step in steps)
    return "; ".join(dict.fromkeys(each))


def petition(s: Shown) -> list[str]:
    """How many days there are to answer a petition."""
    rules = s.programme.petition
    return [f"{s.say('page.days', count=rules.days)}{s.marks(rules, 'days')}"]


def reports(s: Shown) -> list[str]:
    """Each report: from whom, to whom, how often."""
    return [
        f"{s.label(each)} – {role_said(s, each.by)} → {role_said(s, each.to)}, "
        f"{s.say(f'page.each.{each.every}')}{s.marks(each, 'vi', 'every', 'forms')}"
        for each in s.programme.reports.values()
    ]


def reviews(s: Shown) -> list[str]:
    """Each review conference and who holds it."""
    found = s.programme.reviews.values()
    return [f"{s.label(each)} – {role_said(s, each.by)}{s.marks(each)}" for each in found]


def classification(s: Shown) -> list[str]:
    """What goes out to the annual classification, and whether both are one job."""
    link = s.programme.classification
    fed = [f"→ {s.name(each)}{s.marks(each)}" for each in link.feeds]
    own = s.say(f"page.classification.{'joint' if link.joint else 'apart'}")
    return [*fed, f"{own}{s.marks(link, 'joint', 'replaces')}"]


def duties(s: Shown) -> list[str]:
    """Each duty, whose it is, by when."""
    return [
        f"{s.name(each)} – {role_said(s, each.by)}{s.marks(each)}" for each in s.programme.duties
    ]
