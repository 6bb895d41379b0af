import csv
import json

import duckdb
import pytest

from yaowen.batch.duckdb import Csv, DuckDB, Parquet
from yaowen.batch.tables import COLUMNS, make_rows
from yaowen.schema import (
    Article,
    Document,
    Event,
    EventKind,
    Genre,
    Headline,
    Label,
    Mention,
    Participant,
    PartTaken,
    Person,
    Post,
    Quantity,
    SourceKind,
    Statement,
    Statistic,
    TimeSpan,
)

POST = Post("市长", None, "市长李建国", ((0, 5),))
ARTICLE = Article(
    article_id="a1",
    genre=Genre.NEWS,
    headline=Headline(title="=全市安全生产工作会议"),
    text="市长李建国主持\n",
    mentions=(Mention(Label.PERSON, 2, 5, "李建国", ((2, 5),)),),
    persons=(Person("李建国", (POST,), (0,)), Person("王芳")),
    events=(
        Event(
            EventKind.MEETING,
            "全市安全生产工作会议",
            date=TimeSpan("10月12日", "--10-12", "--10-12"),
            places=("云岭市", "沛河县"),
            participants=(Participant("李建国", PartTaken.CHAIR, (POST,)),),
        ),
    ),
    statistics=(Statistic("隐患", 12, "处", Quantity(12, "处")),),
    statements=(Statement("李建国", "强调", 0, 2, "要压实责任", ((0, 2),), 0),),
)
DOCUMENT = Document("p1", SourceKind.PDF_TEXT, "0" * 64, articles=(ARTICLE,)).to_json(ensure_ascii=False)


def test_every_fact_is_a_row_with_a_key_and_its_evidence():
    rows = {}
    for table, row in make_rows(json.loads(DOCUMENT)):
        rows.setdefault(table, []).append(dict(zip(COLUMNS[table], row, strict=True)))

    assert {table: len(found) for table, found in rows.items()} == dict.fromkeys(COLUMNS, 1) | {"persons_posts": 2}
    assert rows["participants"][0] == {
        "participant": "p1/a1/e0/p0",
        "event": "p1/a1/e0",
        "article": "p1/a1",
        "document": "p1",
        "person": "p1/a1/p0",
        "name": "李建国",
        "part": "chair",
        "posts": "市长",
    }
    assert rows["events"][0]["places"] == "云岭市；沛河县"
    assert rows["mentions"][0]["source"] == "2-5"
    assert rows["statements"][0]["event"] == "p1/a1/e0"


@pytest.mark.parametrize("documents", [[DOCUMENT], []])
def test_duckdb_and_parquet_hold_the_same_rows(tmp_path, documents):
    database = duckdb.connect(str(DuckDB()(tmp_path, documents)), read_only=True)
    folder = Parquet()(tmp_path, documents)

    for table in COLUMNS:
        rows = database.sql(f'from "{table}"').fetchall()
        assert rows == duckdb.sql(f"from '{folder}/{table}.parquet'").fetchall()
        assert [column[0] for column in database.sql(f'from "{table}"').description] == list(COLUMNS[table])
        assert bool(rows) == bool(documents)


def test_no_csv_cell_is_a_formula(tmp_path):
    folder = Csv()(tmp_path, [DOCUMENT])

    with (folder / "articles.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["title"] == "'=全市安全生产工作会议"
    assert row["text"] == "市长李建国主持\n"
