from yaowen.facts.names.resolve import NameBook
from yaowen.facts.statistics.figure_words import Seen, describe
from yaowen.facts.statistics.find import describe_figures
from yaowen.facts.statistics.lines import Line
from yaowen.facts.statistics.scopes import Scopes
from yaowen.page import Clipping, Part
from yaowen.schema import BlockRole, Label, Mention
from yaowen.text import Text


def see(raw: str, marks: tuple[tuple[int, int, Label], ...] = ()) -> Seen:
    """A line with its names, as the network that reads figures sees it."""
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(raw)),))
    mentions = tuple(Mention.at(clipping.text, start, end, label) for start, end, label in marks)
    scopes = Scopes(Line(raw, mentions, NameBook(clipping, mentions), 0))
    return describe(scopes, tuple(describe_figures(scopes)))
