"""The weights of headline stacks are learnt from stacks that are known."""

from random import Random

import pytest

from yaowen.schema import BlockRole
from yaowen.segment.headlines import Body
from yaowen.segment.pieces import Piece
from yaowen.segment.stack import STACKED, describe
from yaowen.text import Text
from yaowen.train.stacks import Stack, fit, score

pytest.importorskip("torch")


BODY = Body([Piece(BlockRole.PARAGRAPH, Text.of("石桥修缮昨天完工。"))])
LINES, TIES = describe([Piece(BlockRole.TITLE, Text.of("石桥修缮完工"))] * 2, BODY)
NUMBERS, STEPS = len(LINES[0]), len(TIES[0])


def make_stacks(count: int, random: Random) -> list[Stack]:
    """The first number tells the role of a line, unless it is 0: then the line above does."""
    stacks = []
    for _ in range(count):
        upper = random.randrange(len(STACKED) - 1)
        lower = (upper + 1) % len(STACKED)
        shown = [float(place == upper) for place in range(NUMBERS)]
        stacks.append(Stack([shown, [0.0] * NUMBERS], [[1.0] + [0.0] * (STEPS - 1)], (upper, lower)))
    return stacks


def test_roles_are_learnt_from_a_line_and_from_the_line_above() -> None:
    weights = fit(make_stacks(200, Random(1)))
    whole, lines = score([stack for stack in make_stacks(50, Random(2)) if 2 in stack.roles], weights)
    assert (whole, lines) == (1.0, 1.0)
