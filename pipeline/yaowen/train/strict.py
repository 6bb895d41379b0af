"""Settings of which every key is known."""

from typing import Any, ClassVar


class Strict:
    """What is read from a table of a config: a key that it does not have is an error, and not passed over."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}
