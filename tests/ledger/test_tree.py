"""The tree is that of RFC 6962: compared with the definition in the RFC, and with roots that others publish."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.tree import EMPTY_ROOT, grow, leaf_hash, pack, root_hash, unpack

LEAVES = [
    bytes.fromhex(leaf)
    for leaf in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
# The reference roots of the Certificate Transparency project for the first 1 … 8 of these leaves.
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def defined_root(leaves):
    """Section 2.1 of the RFC, word for word."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return sha256(b"\x00" + leaves[0]).digest()
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return sha256(b"\x01" + defined_root(leaves[:k]) + defined_root(leaves[k:])).digest()


def frontier_of(leaves):
    frontier = []
    for size, leaf in enumerate(leaves):
        grow(frontier, size, leaf_hash(leaf))
    return frontier


@pytest.mark.parametrize("size", range(1, 9))
def test_the_root_is_the_published_one(size):
    assert root_hash(frontier_of(LEAVES[:size])).hex() == ROOTS[size - 1]


def test_an_empty_tree_has_the_root_of_nothing():
    assert root_hash([]) == EMPTY_ROOT == sha256(b"").digest()


@given(st.lists(st.binary(max_size=40), max_size=130))
def test_a_frontier_grown_leaf_by_leaf_has_the_root_of_the_definition(leaves):
    assert root_hash(frontier_of(leaves)) == defined_root(leaves)


@given(st.lists(st.binary(max_size=8), max_size=70))
def test_a_frontier_has_one_subtree_for_each_bit_of_the_size(leaves):
    frontier = frontier_of(leaves)
    assert len(frontier) == len(leaves).bit_count()
    assert unpack(pack(frontier)) == frontier
