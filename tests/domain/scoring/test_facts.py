from domain.events.base import Reliance
from domain.scoring.facts import Facts, Measured
from domain.scoring.value import Ratio
from tests.domain.scoring.sets import node

RELIANCE = Reliance(stream="case:x", version=3, use="member", value="PASS")


def test_a_count_of_the_node_itself_comes_before_its_measure():
    facts = Facts({"four_good": Measured(value=Ratio(1, 2)), "1": Measured(value=Ratio(1, 3))})
    assert facts.of(node(measure="four_good")).value == Ratio(1, 3)
    assert facts.named("four_good").value == Ratio(1, 2)
    assert facts.named("unknown") == Measured()


def test_each_reliance_is_listed_once():
    facts = Facts({"a": Measured(reliances=[RELIANCE]), "b": Measured(reliances=[RELIANCE])})
    assert facts.reliances == [RELIANCE]


def test_a_provisional_value_is_named_unless_it_need_not_be_final():
    facts = Facts(
        {"a": Measured(final=False), "b": Measured(final=False), "c": Measured()}, frozenset({"b"})
    )
    assert facts.not_final == ["a"]
