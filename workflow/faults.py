"""What can be wrong with a definition; each says in words what to do (`fault.<code>`)."""

import msgspec

from words.kinds import Because, because

Path = tuple[str | int, ...]


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """One thing wrong, and where: `path` holds the keys and indices into the definition."""

    code: str
    path: Path
    values: dict[str, str] = {}

    @property
    def why(self) -> Because:
        """What is wrong and what to do about it, with the name that was perhaps meant."""
        near = "_nearest" if "nearest" in self.values else ""
        return because(f"fault.{self.code}{near}", **self.values)
