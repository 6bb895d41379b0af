import pytest

from yaowen.markup import strip_markup
from yaowen.schema import BlockRole
from yaowen.segment.levels import settle_levels
from yaowen.segment.pieces import Piece, Tie
from yaowen.text import Text


def piece(role: BlockRole, marks: int = 0, subhead: float = 0.0, tie: Tie | None = None, *, bold: bool = False) -> Piece:
    return Piece(role, Text.of("望江造林"), marks=marks, bold=bold, roles={BlockRole.SUBHEAD: subhead}, tie=tie)


TITLE, BODY, CAPTION = piece(BlockRole.TITLE, 1), piece(BlockRole.PARAGRAPH), piece(BlockRole.CAPTION)
BOLD = piece(BlockRole.TITLE, 0, 0.2, bold=True)
SURE, DOUBTFUL = piece(BlockRole.SUBHEAD, 2, 1.0), piece(BlockRole.TITLE, 2, 0.1)


@pytest.mark.parametrize(
    ("pieces", "subheads"),
    [
        ([TITLE, BODY, SURE, BODY, CAPTION, DOUBTFUL, BODY], [2, 5]),
        ([TITLE, BODY, DOUBTFUL, BODY, DOUBTFUL, BODY], []),
        ([TITLE, BODY, SURE, piece(BlockRole.BYLINE, tie=Tie.OPENS), BODY, DOUBTFUL, BODY], []),
        ([TITLE, BODY, TITLE, BODY, TITLE, BODY], []),
        ([TITLE, BODY, BOLD, BODY, BOLD, CAPTION, BODY], [2, 4]),
        ([TITLE, BODY, BOLD, piece(BlockRole.BYLINE, tie=Tie.OPENS), BODY], []),
        ([BOLD, BODY, BOLD, BODY], []),
        # the name of a series, of the level of the subheads, over the headline
        ([piece(BlockRole.SERIES, 2), TITLE, BODY, SURE, BODY, DOUBTFUL, BODY], [3, 5]),
        # behind the parts stand a report below an unmarked title, and one of another level that nobody signed
        ([TITLE, BODY, SURE, BODY, piece(BlockRole.TITLE), BODY, DOUBTFUL, BODY], [2]),
        ([TITLE, BODY, piece(BlockRole.SUBHEAD, 3, 1.0), BODY, DOUBTFUL, BODY], [2]),
    ],
)
def test_headings_of_one_level_are_subheads_together(pieces: list[Piece], subheads: list[int]) -> None:
    assert [place for place, found in enumerate(settle_levels(pieces)) if found.tie == Tie.INSIDE] == subheads


def test_what_is_bold_over_a_table_is_a_subhead() -> None:
    (cells,) = strip_markup(Text.of("| 望江 | 18 |"))
    bold = piece(BlockRole.TITLE, bold=True)
    settled = settle_levels([TITLE, BODY, bold, Piece(BlockRole.PARAGRAPH, cells), TITLE, BODY])
    assert settled[2].role == BlockRole.SUBHEAD
    assert settle_levels([TITLE, BODY, bold, BODY])[2].role == BlockRole.TITLE
