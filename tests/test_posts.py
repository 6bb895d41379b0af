import csv
from dataclasses import replace

import pytest

from yaowen.cli import main
from yaowen.schema import (
    Article,
    Document,
    Genre,
    Headline,
    Label,
    Mention,
    Person,
    Post,
    Publication,
    SourceKind,
)

CITY = (Mention(Label.ORG, 0, 2, "市委", ((0, 2),), "中共云岭市委员会"),)


def make_page(name, day, *persons, mentions=CITY, paper="云岭日报"):
    article = Article("a1", Genre.NEWS, Headline(), mentions=mentions, persons=persons)
    return Document(name, SourceKind.WEB_TEXT, "0" * 64, Publication(paper, day), (article,))


def export(folder, *documents):
    (folder / "out").mkdir(exist_ok=True)
    lines = (document.to_json(ensure_ascii=False) + "\n" for document in documents)
    (folder / "out" / "documents.jsonl").write_text("".join(lines), "utf-8")
    assert main(["export", "posts", str(folder / "out"), "-o", str(folder / "posts.csv")]) == 0
    with (folder / "posts.csv").open(newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


SECRETARY = Person("柏川", (Post("书记", "市委", "市委书记柏川", ((0, 6),)), Post("市长")))


def test_a_post_has_the_days_of_the_first_and_the_last_paper_that_states_it(tmp_path, capsys):
    later = Person("柏川", (replace(SECRETARY.posts[0], source=((4, 6), (8, 12))),))
    rows = export(
        tmp_path, make_page("b", "2024-05-19", later), make_page("a", "2023-02-01", SECRETARY), make_page("c", None, later)
    )

    assert rows == [
        {
            "person": "柏川",
            "org": "",
            "role": "市长",
            "first": "2023-02-01",
            "last": "2023-02-01",
            "articles": "1",
            "papers": "云岭日报",
            "document": "a",
            "source": "",
            "quote": "",
        },
        {
            "person": "柏川",
            "org": "中共云岭市委员会",
            "role": "书记",
            "first": "2023-02-01",
            "last": "2024-05-19",
            "articles": "3",
            "papers": "云岭日报",
            "document": "a",
            "source": "0-6",
            "quote": "市委书记柏川",
        },
    ]
    assert "2 posts of 1 name → " in capsys.readouterr().err


def test_a_post_of_papers_without_a_day_has_none(tmp_path):
    (row, _) = export(tmp_path, make_page("a", None, SECRETARY, mentions=(), paper=None))
    assert (row["org"], row["first"], row["last"], row["papers"]) == ("", "", "", "")


def test_each_city_has_a_committee_of_its_own(tmp_path):
    other = (replace(CITY[0], canonical="中共安渡市委员会"),)
    pages = (make_page("a", "2024-05-19", SECRETARY), make_page("b", "2024-05-20", SECRETARY, mentions=other, paper="安渡日报"))
    rows = export(tmp_path, *pages)
    assert [row["org"] for row in rows if row["role"] == "书记"] == ["中共云岭市委员会", "中共安渡市委员会"]


@pytest.mark.parametrize("kind", ["posts", "network"])
def test_a_run_without_json_lines_is_told_which_sink_it_lacks(kind, tmp_path, capsys):
    (tmp_path / "quarantine.jsonl").write_text("{}")
    assert main(["export", kind, str(tmp_path)]) == 2
    assert 'no JSON lines there; write [[sinks]] use = "jsonl" into the config' in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["posts", "network"])
def test_of_several_files_one_is_asked_for(kind, tmp_path, capsys):
    for name in ("may.jsonl", "june.jsonl"):
        (tmp_path / name).write_text("")
    assert main(["export", kind, str(tmp_path), "-o", str(tmp_path / "table")]) == 2
    assert "several files of JSON lines (june.jsonl, may.jsonl); give one of them" in capsys.readouterr().err
    assert not (tmp_path / "table").exists()


@pytest.mark.parametrize("kind", ["posts", "network"])
@pytest.mark.parametrize(
    ("output", "problem"), [("", "'' is no file"), (".", "'.' is no file"), ("documents.jsonl", "would be replaced")]
)
def test_what_is_exported_is_not_replaced(kind, output, problem, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    line = make_page("a", "2023-02-01", SECRETARY).to_json(ensure_ascii=False) + "\n"
    (tmp_path / "documents.jsonl").write_text(line, "utf-8")
    assert main(["export", kind, ".", "-o", output]) == 2
    assert problem in capsys.readouterr().err
    assert (tmp_path / "documents.jsonl").read_text("utf-8") == line
