"""The scores of made pages, as the command prints them."""

from pathlib import Path

import pytest

from yaowen.evaluate.made import main

GOLD = Path(__file__).parents[2] / "data" / "gold"


def test_articles_of_gold_documents_are_set_into_pages_and_scored(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--gold", str(GOLD), "--pages", "4"]) == 0
    printed = capsys.readouterr().out
    assert "layouts like those learnt from, all kinds, 4 pages" in printed
    assert "layouts kept for measuring, all kinds, 4 pages" in printed
    assert printed.count("segmentation.title") == 2
    assert printed.count("lines.joins") == 2


@pytest.mark.parametrize("arguments", [[], ["corpora", "--gold", str(GOLD)]])
def test_articles_come_from_one_place(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(arguments)
    assert "either the folder of the corpora or --gold" in capsys.readouterr().err
