"""`python -m scripts.command_line` is `bontot`."""

from scripts.command_line.main import main

if __name__ == "__main__":
    main()
