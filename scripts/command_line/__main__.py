"""`python -m scripts.command_line` is `bontot`."""

from scripts.command_line.main import main

main()
