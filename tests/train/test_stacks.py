"""The weights of headline stacks are learnt from stacks that are known. Places and people are invented."""

from array import array
from pathlib import Path
from random import Random

import numpy as np
import pytest

from yaowen.schema import BlockRole
from yaowen.segment.body import Body
from yaowen.segment.pieces import Piece
from yaowen.segment.stack_lines import STACKED
from yaowen.segment.stack_network import StackNetwork
from yaowen.text import Text
from yaowen.train.stacks import KnownStack, Lexicon, count_chars, score

TITLE, KICKER, SUBTITLE = (STACKED.index(role) for role in (BlockRole.TITLE, BlockRole.KICKER, BlockRole.SUBTITLE))
VECTORS = {word: np.array([number, -1.0, 0.5 * number]) for number, word in enumerate(("石桥", "修缮", "完工", "石", "县城"))}
BODY = Body([Piece(BlockRole.PARAGRAPH, Text.of("石桥修缮昨天完工。"))])


def make_stacks(count: int, random: Random) -> list[KnownStack]:
    """Only the words tell: 甲 begins a kicker, 乙 a title and 丙 what goes on it, 丁 a subtitle."""
    stacks = []
    for _ in range(count):
        shown, roles = random.choice(
            (("甲乙丙", (KICKER, TITLE, TITLE)), ("乙丙丁", (TITLE, TITLE, SUBTITLE)), ("乙丁", (TITLE, SUBTITLE)))
        )
        rows = [char + "".join(random.choices("石桥修缮完工", k=random.randint(4, 7))) for char in shown]
        starts = [sum(len(row) + 1 for row in rows[:number]) for number in range(len(rows))]
        lines = [
            Piece(BlockRole.TITLE, Text(row, array("q", range(start, start + len(row)))))
            for row, start in zip(rows, starts, strict=True)
        ]
        stacks.append(KnownStack(lines, BODY, roles, tuple(char == "丙" for char in shown)))
    return stacks


def test_roles_and_joins_are_learnt_from_the_words(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    from yaowen.train.stack_fitting import fit_several

    np.savez(tmp_path / "stacks.npz", **fit_several(make_stacks(600, Random(1)), VECTORS, 2, epochs=12))
    network = StackNetwork.load(tmp_path / "stacks.npz")
    assert len(network.members) == 2
    assert score(make_stacks(60, Random(2)), network) == {"as a whole": 1.0, "roles": 1.0, "joins": 1.0}


def test_common_characters_are_known() -> None:
    assert set(count_chars(make_stacks(100, Random(1)))) == set("甲乙丙丁石桥修缮完工")


def test_words_that_stand_in_headlines_are_known_by_their_vectors() -> None:
    lexicon = Lexicon.of(make_stacks(100, Random(1)), VECTORS)
    assert set(lexicon.words) == {"石桥", "修缮", "完工", "石"}
    assert not lexicon.vectors[0].any()
    first, second = (lexicon.vectors[1 + lexicon.words.index(word)] * lexicon.scale for word in ("石桥", "修缮"))
    step = 1 / np.array([VECTORS[word] for word in lexicon.words]).std()
    assert second - first == pytest.approx(np.array([1, 0, 0.5]) * step, abs=2 * lexicon.scale)
