"""Nothing on disk is removed or written but where it is known what the same run has made."""

import ast

from tests.architecture.tree import ROOMS, parsed, python_files

REMOVES = {"rmtree", "unlink", "rmdir", "removedirs", "truncate"}
WRITES = {"write_text", "write_bytes", "mkdir", "touch", "rename", "symlink_to"}
FOLDER_RULE = {
    "documents/files/set_aside.py",  # a hidden folder of its own, under a lock, and moves that it writes down
    "documents/files/whole_folder.py",  # decides whether a folder may be written
    "documents/files/whole_file.py",  # the same of one file
    "documents/files/folder_contents.py",  # the list of what a command wrote
}
WITHIN = {
    "command_line/demonstration.py": "into the folder that `whole_folder` gave",
    "command_line/usage/pages.py": "writes lines of help into a formatter",
    "command_line/log.py": "makes `var/` for the log where no database is named",
    "documents/backups/making.py": "out of the hidden folder of its own, to where nothing is",
    "documents/backups/restoring.py": "out of the hidden folder of its own, to where nothing is",
    "documents/review/comparison_files.py": "into the folder that `whole_folder` gave",
    "documents/review/files.py": "into the folder that `whole_folder` gave",
    "ledger/upgrading.py": "renames tables of a log",
    "scripts/benchmarks/__main__.py": "makes folders in a temporary one",
    "scripts/benchmarks/kept_logs.py": "makes a folder where there is none, and marks it",
    "scripts/mutations/changing.py": "writes changes into the copy that tree.py makes",
    "scripts/mutations/running.py": "makes a file in that copy",
    "scripts/mutations/tree.py": "copies the tree into a temporary folder",
    "web/organisation/table_sent.py": "puts the table that was sent into a temporary folder",
    "words/catalogue.py": "keeps a read catalogue beside the bytecode",
}
"""Who else writes, and where to."""


def calls(names):
    return {
        name
        for name in python_files(*ROOMS)
        for node in ast.walk(parsed(name))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in names
    }


def test_only_the_folder_rule_removes():
    assert calls(REMOVES) <= FOLDER_RULE


def test_whoever_writes_goes_through_the_folder_rule_or_says_where_to():
    assert calls(WRITES) == FOLDER_RULE | set(WITHIN)
