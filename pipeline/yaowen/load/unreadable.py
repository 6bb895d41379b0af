"""Why the text of a file cannot be had."""


class UnreadableError(Exception):
    """A file or a page of it that has no text for us; the message says why and what to do."""
