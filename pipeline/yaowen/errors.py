"""What can go wrong with what the user gave us. Each message names the thing, the place and the remedy in one line."""

from typing import Self


def say_why(error: Exception) -> str:
    """Why something failed, without the path that an `OSError` says again."""
    return (isinstance(error, OSError) and error.strerror) or str(error)


def several(count: int, what: str) -> str:
    """How many of something there are: 1 page, 2,000 pages."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


class YaowenError(Exception):
    """Something that the user can put right; the command line prints it in one line and exits with 2."""


class InputError(YaowenError):
    """An input that cannot be read: missing, empty, undecodable, or not what it claims to be. `place` names it."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"{place}: {problem}")
        self.place, self.problem = place, problem

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        return type(self), (self.place, self.problem)


class ConfigError(YaowenError):
    """A configuration that names something unknown or gives it the wrong type."""


class ModelError(YaowenError):
    """A model that is missing, damaged, or not safe to load."""


class SchemaError(YaowenError):
    """A document that does not follow the schema; the message names the path of the field."""


class OutputError(YaowenError):
    """An output that cannot be written: the disk is full, the folder is in use, the database does not answer."""
