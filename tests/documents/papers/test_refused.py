"""A paper that cannot be made is refused in a sentence that says why."""

from datetime import date

import pytest

from application.questions.named_case import case_named
from application.questions.on_paper.case_on_paper import case_on_paper
from documents.papers import making
from documents.papers.parts.paper import Paper
from domain.events.case import CertificateIssued, RewardRecalled
from domain.refusal import RefusedError
from words.sentences import sentence


def refused(code, case):
    with pytest.raises(RefusedError) as error:
        making.make(code, case)
    [reason] = error.value.refusals
    return reason.code, sentence(reason, "vi", case.names_on(case.on))


@pytest.fixture
def told(years):
    def of(programme, name, period="2024", **at):
        system = years(programme)
        return case_on_paper(system, case_named(system, name, period), **at)

    return of


def test_a_document_that_no_paper_is_made_of(told):
    code, said = refused("DOC-PLAN", told("kon-tum", "KT-KHTH"))

    assert code == "paper_not_made"
    assert said.startswith("bontot chưa lập được Kế hoạch triển khai; lập được: ")
    assert said.endswith("Trích lịch sử hồ sơ.")


def test_a_paper_from_before_there_were_rules(told):
    case = told("kon-tum", "KT-KHTH")._replace(on=date(2018, 4, 2))

    assert refused("DOC-AUDIT", case) == (
        "paper_without_rules",
        "Không lập Trích lịch sử hồ sơ của ngày 02/04/2018: chưa có quy định thể thức nào cho ngày ấy trong bontot.",
    )
    assert making.make("DOC-AUDIT", case._replace(on=date(2018, 4, 3)))


def test_a_case_that_is_not_there(years):
    with pytest.raises(RefusedError) as error:
        case_on_paper(years("kon-tum"), "00000000-0000-0000-0000-000000000000")

    assert [reason.code for reason in error.value.refusals] == ["no_such_case"]


def test_a_paper_whose_act_has_not_happened(told, monkeypatch):
    needs = (CertificateIssued, RewardRecalled)
    monkeypatch.setattr(making, "papers", lambda: {"DOC-CERT": Paper("DOC-CERT", None, needs)})

    code, said = refused("DOC-CERT", told("son-la", "SL-CB3"))

    assert code == "paper_lacks_act"
    assert said.startswith("Chưa lập được Giấy khen cho Chi bộ mẫu số 3 của Cơ sở, kỳ 2024: ")
    assert said.endswith("hồ sơ chưa có việc Trao khen thưởng hoặc Thu hồi khen thưởng.")
