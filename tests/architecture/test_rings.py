"""Within a room, folders are used in one direction: none is reached again from what it uses."""

import ast
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.architecture.tree import parsed, python_files

ROOMS_OF_FOLDERS = ("application", "projections", "documents")


def folders_used(tree, room, known):
    """The folders of a room that a syntax tree imports from; a file of the room itself has none."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == room:
            for alias in node.names:
                for name in (f"{node.module}.{alias.name}", node.module):
                    if name in known:
                        yield known[name]
                        break


def arrows(room):
    """Which folder of a room uses which others."""
    known = {
        n.removesuffix(".py").replace("/", "."): n.rpartition("/")[0] for n in python_files(room)
    }
    known |= {name.removesuffix(".__init__"): folder for name, folder in known.items()}
    graph = {}
    for file in python_files(room):
        folder = file.rpartition("/")[0]
        graph.setdefault(folder, set()).update(
            set(folders_used(parsed(file), room, known)) - {folder}
        )
    return graph


@pytest.mark.parametrize("room", ROOMS_OF_FOLDERS)
def test_no_folders_of_a_room_use_each_other_in_a_ring(room):
    graph = arrows(room)

    assert len(graph) > 2
    assert list(TopologicalSorter(graph).static_order())


def test_a_ring_of_folders_is_seen():
    tree = ast.parse("from room.below.files import name\nfrom room import above")
    known = {"room.below.files": "room/below", "room.above": "room"}

    assert set(folders_used(tree, "room", known)) == {"room/below", "room"}
    with pytest.raises(CycleError):
        TopologicalSorter({"room": {"room/below"}, "room/below": {"room"}}).prepare()
