import csv
import json
import os
from contextlib import closing

import duckdb
import pytest

from batch.runs import make_run, read_lines
from batch.test_tables import DOCUMENT
from yaowen.batch.duckdb import Csv, DuckDB, Parquet
from yaowen.batch.jsonl import JsonLines
from yaowen.batch.postgres import Postgres
from yaowen.batch.results import Results
from yaowen.batch.tables import TABLES, make_rows
from yaowen.cli import main
from yaowen.errors import ConfigError, OutputError

STAGES = """
facts = [{ use = "persons" }]
[[entities]]
use = "lexicon"
words = { "李建国" = "PERSON", "王芳" = "PERSON", "市长" = "ROLE", "副市长" = "ROLE", "市委" = "ORG", "云岭市" = "PLACE" }
"""
PAGES = {
    f"{n}.txt": f"全市会议召开\n\n{n}月12日，云岭市第{n}次会议召开。市长李建国出席，副市长王芳参加。\n\n=通知\0\n\n市委通知。"
    for n in range(1, 8)
}
POSTGRES = os.environ.get("YAOWEN_TEST_POSTGRES")
needs_postgres = pytest.mark.skipif(
    not POSTGRES, reason="YAOWEN_TEST_POSTGRES gives no server (postgresql://user@host/database)"
)


@pytest.fixture
def results(tmp_path):
    with Results(lambda: [DOCUMENT], tmp_path) as results:
        yield results


@pytest.fixture
def schema():
    """An own schema in the test database, dropped afterwards."""
    import psycopg

    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute('drop schema if exists "yaowen test" cascade')
        yield "yaowen test"
        connection.execute('drop schema if exists "yaowen test" cascade')


def rows_of(documents):
    rows = {table: [] for table in TABLES}
    for document in documents:
        for table, row in make_rows(document):
            rows[table].append(tuple(cell.replace("\0", "\ufffd") if isinstance(cell, str) else cell for cell in row))
    return rows


def in_postgres(schema):
    import psycopg

    with psycopg.connect(POSTGRES) as connection:
        connection.execute(f'set search_path to "{schema}"')
        return {table: set(connection.execute(f"table {table}")) for table in TABLES}


@needs_postgres
def test_every_sink_holds_the_same_rows(tmp_path, schema, monkeypatch):
    monkeypatch.setenv("YAOWEN_POSTGRES_URL", POSTGRES)
    sinks = "".join(f"[[sinks]]\nuse = '{use}'\n" for use in ("jsonl", "duckdb", "parquet", "csv", "postgres"))
    config = make_run(tmp_path, PAGES, "workers = 2", f"{sinks}schema = '{schema}'", STAGES)
    assert main(["run", config]) == 0

    expected = rows_of(read_lines(tmp_path / "out" / "documents.jsonl"))
    assert len(expected["documents"]) == len(PAGES)
    assert all(expected[table] for table in ("articles", "mentions", "persons_posts"))
    compare_files(tmp_path / "out", expected)
    assert in_postgres(schema) == {table: set(rows) for table, rows in expected.items()}


def compare_files(output, expected):
    with closing(duckdb.connect(str(output / "yaowen.duckdb"), read_only=True)) as database:
        for table, rows in expected.items():
            assert database.sql(f'from "{table}"').fetchall() == rows
            assert duckdb.sql(f"from '{output}/parquet/{table}.parquet'").fetchall() == rows
            with (output / "csv" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
                cells = [tuple(row) for row in csv.reader(file)][1:]
            assert [row[0] for row in cells] == [row[0] for row in rows]


def test_every_file_holds_the_same_rows(tmp_path):
    sinks = "".join(f"[[sinks]]\nuse = '{use}'\n" for use in ("jsonl", "duckdb", "parquet", "csv"))
    assert main(["run", make_run(tmp_path, PAGES, "workers = 2", sinks, STAGES)]) == 0
    compare_files(tmp_path / "out", rows_of(read_lines(tmp_path / "out" / "documents.jsonl")))


@needs_postgres
def test_postgres_forgets_what_a_document_no_longer_says(tmp_path, schema, monkeypatch):
    monkeypatch.setenv("YAOWEN_POSTGRES_URL", POSTGRES)
    sink = Postgres(schema=schema)
    other = json.loads(DOCUMENT) | {"doc_id": "p2"}
    less = json.loads(DOCUMENT)
    less["articles"][0] |= {"mentions": [], "statistics": [{**less["articles"][0]["statistics"][0], "value": 13}]}
    for documents in ([json.loads(DOCUMENT), other], [less], [less]):
        with Results(lambda documents=documents: map(json.dumps, documents), tmp_path) as results:
            sink(tmp_path, results)
    assert in_postgres(schema) == {table: set(rows) for table, rows in rows_of([less, other]).items()}


@needs_postgres
def test_postgres_leaves_the_schema_of_another_run_alone(tmp_path, schema, monkeypatch):
    """Both runs read a `p1`."""
    monkeypatch.setenv("YAOWEN_POSTGRES_URL", POSTGRES)
    sink = Postgres(schema=schema)
    first, second = json.loads(DOCUMENT), json.loads(DOCUMENT) | {"source_uri": "elsewhere/p1.txt"}
    with Results(lambda: [json.dumps(first)], tmp_path) as results:
        sink(tmp_path / "a", results)
    says = r"schema 'yaowen test' holds the run of .*/a, .*; set another schema for .*/b"
    with Results(lambda: [json.dumps(second)], tmp_path) as results, pytest.raises(OutputError, match=says):
        sink(tmp_path / "b", results)
    assert in_postgres(schema) == {table: set(rows) for table, rows in rows_of([first]).items()}


def test_postgres_says_in_one_line_why_it_cannot_be_reached(monkeypatch):
    pytest.importorskip("psycopg")
    monkeypatch.setenv("YAOWEN_POSTGRES_URL", "postgresql://nobody:secret@127.0.0.1:1/none")
    with pytest.raises(OutputError, match=r"^the database of YAOWEN_POSTGRES_URL: .*; what was read is kept") as error:
        Postgres().check()
    assert "secret" not in str(error.value)
    monkeypatch.delenv("YAOWEN_POSTGRES_URL")
    with pytest.raises(ConfigError, match="set YAOWEN_POSTGRES_URL to postgresql://"):
        Postgres().check()


@pytest.mark.parametrize("documents", [[DOCUMENT], []])
def test_tables_have_their_columns_and_comments_even_where_they_are_empty(tmp_path, documents):
    with Results(lambda: documents, tmp_path) as results:
        database = duckdb.connect(str(DuckDB()(tmp_path, results)), read_only=True)
        folder = Parquet()(tmp_path, results)
    for table, columns in TABLES.items():
        rows = database.sql(f'from "{table}"').fetchall()
        assert rows == duckdb.sql(f"from '{folder}/{table}.parquet'").fetchall()
        assert [column[0] for column in database.sql(f'from "{table}"').description] == [column.name for column in columns]
        assert bool(rows) == bool(documents)
    comments = database.sql("select comment from duckdb_columns() where table_name = 'events' and column_name = 'status'")
    assert comments.fetchall() == [("`held` or `planned`",)]
    assert not list(tmp_path.glob(".*"))


def test_no_csv_cell_is_a_formula(tmp_path, results):
    folder = Csv()(tmp_path, results)

    with (folder / "articles.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["title"] == "'=全市安全生产工作会议"
    assert row["text"] == "市长李建国主持\n"


def test_json_lines_are_compressed_where_the_name_says_so(tmp_path, results):
    zstandard = pytest.importorskip("zstandard")
    JsonLines()(tmp_path, results)
    path = JsonLines("d.jsonl.zst")(tmp_path, results)
    with zstandard.open(path, "rt", encoding="utf-8") as file:
        assert file.read() == (tmp_path / "documents.jsonl").read_text("utf-8") == DOCUMENT + "\n"
    assert main(["export", "network", str(path), "-o", str(tmp_path / "network.graphml")]) == 0


def test_a_sink_that_fails_leaves_what_was_there(tmp_path, results, monkeypatch):
    DuckDB()(tmp_path, results)
    before = (tmp_path / "yaowen.duckdb").read_bytes()
    monkeypatch.setattr("yaowen.batch.duckdb.MEMORY", "1MB")
    with pytest.raises(OutputError, match="DuckDB cannot write there"):
        DuckDB()(tmp_path, results)
    assert (tmp_path / "yaowen.duckdb").read_bytes() == before
