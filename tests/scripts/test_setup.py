"""Set-up removes the environment that it made, and nothing else."""

import subprocess

import pytest

from tests.architecture.tree import ROOT


@pytest.fixture
def removed(tmp_path):
    """Whether set-up removes what stands at `.venv`, and what it says."""

    def ended():
        script = f"root='{tmp_path}'; . '{ROOT}/scripts/setup.sh'; remove_environment"
        done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=False)
        return done.returncode == 0, done.stderr

    return ended


def test_an_environment_that_set_up_made_is_removed(tmp_path, removed):
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "made-from-nothing-yet").touch()

    assert removed() == (True, "")
    assert not (tmp_path / ".venv").exists()


def test_where_there_is_none_nothing_is_said(removed):
    assert removed() == (True, "")


def test_a_folder_of_somebody_else_is_left_alone_and_said_so_in_both_languages(tmp_path, removed):
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "pyvenv.cfg").write_text("mine")
    done, told = removed()

    assert not done
    assert "không do bontot tạo" in told
    assert "was not made by bontot" in told
    assert (tmp_path / ".venv" / "pyvenv.cfg").read_text() == "mine"


def test_a_link_is_left_alone_wherever_it_leads(tmp_path, removed):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "made-from-requirements.lock").touch()
    (tmp_path / ".venv").symlink_to("elsewhere")

    assert not removed()[0]
    assert (tmp_path / ".venv").is_symlink()
    assert (tmp_path / "elsewhere" / "made-from-requirements.lock").exists()
