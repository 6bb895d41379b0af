"""What the pages of one paper have in common."""

from random import Random

import pytest

from yaowen.train.pages import STACK, STACKS, Style


@pytest.mark.parametrize("seed", range(30))
def test_layouts_that_are_held_out_are_never_learnt_from(seed: int) -> None:
    learnt, kept = (Style.draw(Random(seed), held_out=held_out) for held_out in (False, True))
    assert not learnt.is_held_out
    assert kept.is_held_out
    assert not set(learnt.widths) & set(kept.widths)


def test_every_order_of_a_headline_has_all_of_its_lines() -> None:
    assert all(sorted(order) == sorted(STACK) for order in STACKS)
