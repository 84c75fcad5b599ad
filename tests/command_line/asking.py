"""A log with the small year in it, asked in this process."""

from typer.testing import CliRunner

from command_line.main import app
from tests.application.systems import a_system, played
from tests.support import small_year


def asking(folder):
    """Make the log in a folder; answer who asks it, `ask(*words, code=0)`."""
    url = f"sqlite:///{folder}/log.sqlite"
    system = a_system(url)
    assert played(system, folder / "year.jsonl", small_year.set_up(), small_year.year()) == []
    system.close()

    def ask(*words, code=0):
        done = CliRunner().invoke(app, [*words, "--database", url], env={"COLUMNS": "200"})
        assert done.exit_code == code, done.output
        return done

    return ask
