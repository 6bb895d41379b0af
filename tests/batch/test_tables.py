import json
from dataclasses import replace
from pathlib import Path

from yaowen.batch.ledger import pack, unpack
from yaowen.batch.results import write_rows
from yaowen.batch.tables import TABLES, describe_tables, make_rows
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
DOCUMENT_READ = Document("p1", SourceKind.PDF_TEXT, "0" * 64, articles=(ARTICLE,))
DOCUMENT = DOCUMENT_READ.to_json(ensure_ascii=False)


def names(table):
    return [column.name for column in TABLES[table]]


def test_every_fact_is_a_row_with_a_key_and_its_evidence():
    rows = {}
    for table, row in make_rows(json.loads(DOCUMENT)):
        rows.setdefault(table, []).append(dict(zip(names(table), row, strict=True)))

    assert {table: len(found) for table, found in rows.items()} == dict.fromkeys(TABLES, 1) | {"persons_posts": 2}
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


def test_the_body_of_a_post_has_its_full_name_where_the_article_tells_it():
    mention = Mention(Label.ORG, 0, 2, "市委", ((0, 2),), "中共云岭市委员会")
    person = Person("李建国", (Post("书记", "市委"), Post("局长", "市水利局"), Post("市长")))
    document = replace(DOCUMENT_READ, articles=(replace(ARTICLE, mentions=(mention,), persons=(person,)),))
    rows = make_rows(json.loads(document.to_json(ensure_ascii=False)))
    posts = [dict(zip(names(table), row, strict=True)) for table, row in rows if table == "persons_posts"]
    assert [(post["org"], post["org_canonical"], post["role"]) for post in posts] == [
        ("市委", "中共云岭市委员会", "书记"),
        ("市水利局", None, "局长"),
        (None, None, "市长"),
    ]


def test_no_key_comes_twice():
    """Two people of one name, each with two posts."""
    people = tuple(Person("王芳", (POST, POST)) for _ in range(2))
    document = replace(DOCUMENT_READ, articles=(replace(ARTICLE, persons=people), replace(ARTICLE, article_id="a2")))
    rows = list(make_rows(json.loads(document.to_json())))
    keys = [(table, row[0]) for table, row in rows]
    assert len(keys) == len(set(keys))
    assert [row[0] for table, row in rows if table == "persons_posts"][:4] == [
        *("p1/a1/p0/o0", "p1/a1/p0/o1"),
        *("p1/a1/p1/o0", "p1/a1/p1/o1"),
    ]


def test_what_no_database_holds_is_replaced(tmp_path):
    statistic = Statistic("隐\0患\ud800", 10**400, None, Quantity(float("inf")))
    document = replace(DOCUMENT_READ, articles=(replace(ARTICLE, statistics=(statistic,)),))
    rows = write_rows([unpack(pack(document.to_json(ensure_ascii=False)))], tmp_path)
    (row,) = map(json.loads, rows["statistics"].path.read_text("utf-8").splitlines())
    assert (row["indicator"], row["value"], row["base_value"]) == ("隐\ufffd患\ufffd", None, None)


def test_the_codebook_is_up_to_date():
    """`yaowen schema --tables > docs/tables.md` makes it so."""
    assert (Path(__file__).parents[2] / "docs" / "tables.md").read_text("utf-8") == describe_tables()
