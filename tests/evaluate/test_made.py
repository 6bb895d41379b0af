"""The scores of made pages, as the command prints them."""

from pathlib import Path

import pytest

from yaowen.evaluate.made import main
from yaowen.schema import Document, SourceKind

GOLD = Path(__file__).parents[2] / "data" / "gold"


def test_articles_of_gold_documents_are_set_into_pages_and_scored(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--gold", str(GOLD), "--pages", "4"]) == 0
    printed = capsys.readouterr().out
    assert "layouts like those learnt from, all kinds, 4 pages" in printed
    assert "layouts kept for measuring, all kinds, 4 pages" in printed
    assert printed.count("segmentation.title") == 2
    assert printed.count("lines.joins") == 2


def test_what_has_no_articles_is_told_in_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = make_gold(tmp_path)
    bare = tmp_path / "bare"
    bare.mkdir()
    for arguments, told in (
        ([str(bare)], "no such corpus"),
        (["--gold", str(bare)], "no gold there"),
        (["--gold", str(gold)], "no article there says enough"),
    ):
        with pytest.raises(SystemExit):
            main(arguments)
        assert told in capsys.readouterr().err


def test_tagged_pages_are_scored_as_they_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = ("A title|石桥修缮昨天完工", "A paragraph|历时八个月，望江县永安石桥修缮工程昨天完工。", "- advert|铺面出租")
    (tmp_path / "city.pages").write_text("\n".join(("web_text", *rows)), "utf-8")
    assert main(["--tagged", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    assert "tagged pages, all kinds, 1 pages" in printed
    assert "segmentation.title" in printed
    assert "segmentation.byline" not in printed


def make_gold(folder: Path) -> Path:
    """Gold of a page without an article."""
    document = Document(doc_id="d", source_kind=SourceKind.PDF_TEXT, sha256="0" * 64)
    file = folder / "gold.json"
    file.write_text(document.to_json(ensure_ascii=False), "utf-8")
    return file


@pytest.mark.parametrize("arguments", [[], ["corpora", "--gold", str(GOLD)]])
def test_articles_come_from_one_place(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(arguments)
    assert "the folder of the corpora, --gold or --tagged, and one of them only" in capsys.readouterr().err
