"""The Mermaid text of a workflow."""

from documents.diagrams.mermaid import mermaid
from tests.workflow.lending import lending, tree

WHOLE = """\
stateDiagram-v2
    direction TB
    accTitle: lending
    state "Start" as s_new
    [*] --> s_new
    state "Asked for" as s_asked
    state "Lent" as s_lent
    note right of s_lent
        · Renew
    end note
    state "Overdue" as s_overdue
    state "Returned" as s_returned
    state "Refused" as s_refused
    state "Lost" as s_lost
    state "At any stage" as s_any
    note right of s_any
        · Note
    end note
    s_new --> s_asked : Hỏi mượn
    s_asked --> s_lent : Lend
    s_asked --> s_refused : refuse
    s_lent --> s_overdue : recall
    s_overdue --> s_lent : extend
    s_lent --> s_returned : give_back
    s_overdue --> s_returned : give_back
    s_lent --> s_lost : report_loss
    s_overdue --> s_lost : report_loss
    s_returned --> [*]
    s_refused --> [*]
    s_lost --> [*]
"""


def lines(definition, lang="vi"):
    return [line.strip() for line in mermaid(definition, lang).splitlines()]


def test_the_whole_diagram_is_written_as_mermaid_reads_it():
    assert mermaid(lending(), "en") == WHOLE


def test_vietnamese_is_the_default_and_a_title_may_be_given():
    drawn = mermaid(lending(), title="Cho mượn sách").splitlines()
    assert drawn[2:5] == [
        "    accTitle: Cho mượn sách",
        '    state "Bắt đầu" as s_new',
        "    [*] --> s_new",
    ]


def test_signs_that_mean_something_to_mermaid_are_replaced():
    stages = {"a": {"vi": 'A: "một"; <b>#1', "en": "A"}}
    steps = [{"step": "go", "from": "new", "to": "a", "vi": "đi: a"}]
    drawn = lines(lending(stages=stages, steps=steps))
    assert 'state "A∶ ”một”, ‹b›#1" as s_a' in drawn
    assert "s_new --> s_a : đi∶ a" in drawn


def test_a_note_is_not_ended_by_its_own_words():
    steps = [*tree()["steps"], {"step": "send", "from": "asked", "by": "reader", "en": "Send note"}]
    assert "· Send\N{NO-BREAK SPACE}note" in lines(lending(steps=steps), "en")


def test_names_mermaid_could_not_tell_apart_are_changed():
    stages = {name: {"vi": name, "en": name} for name in ("end", "a-b", "a.b")}
    steps = [{"step": "go", "from": ["new", "end"], "to": "a.b"}]
    drawn = lines(lending(stages=stages, steps=steps))
    assert [line for line in drawn if line.startswith("state ")] == [
        'state "Bắt đầu" as s_new',
        'state "end" as s_end',
        'state "a-b" as s_a_b',
        'state "a.b" as s_a_b_3',
    ]
    assert "s_end --> s_a_b_3 : go" in drawn
