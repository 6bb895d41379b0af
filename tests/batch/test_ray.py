import json

import pytest

from batch.runs import ENVIRONMENT, make_run, read_lines, read_manifest
from batch.test_sinks import PAGES, POSTGRES, STAGES, compare_files, in_postgres, needs_postgres, rows_of, schema  # noqa: F401 # a fixture
from yaowen.cli import main

ray = pytest.importorskip("ray", reason="ray is not installed: pip install yaowen[ray]")
pytest.importorskip("ray.data")

SINKS = "".join(f"[[sinks]]\nuse = '{use}'\n" for use in ("jsonl", "duckdb", "parquet", "csv"))


@pytest.fixture(scope="module", autouse=True)
def cluster():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", ENVIRONMENT["PYTHONPATH"])  # its processes import what we import
        ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="error")
    yield
    ray.shutdown()


@pytest.mark.parametrize("in_a_file", [2, 100])
def test_ray_gives_the_same_rows_however_the_pages_are_parted(tmp_path, in_a_file, monkeypatch):
    monkeypatch.setattr("yaowen.batch.ray.IN_A_FILE", in_a_file)
    pages = PAGES | {"empty.txt": ""}
    local, remote = (
        make_run(tmp_path / engine, pages, f"engine = '{engine}'\nworkers = 4", SINKS, STAGES) for engine in ("local", "ray")
    )
    assert [main(["run", config]) for config in (local, remote)] == [2, 2]

    ours, theirs = (tmp_path / engine / "out" for engine in ("ray", "local"))
    for name in ("documents.jsonl", "quarantine.jsonl", "csv/mentions.csv"):
        assert (ours / name).read_bytes() == (theirs / name).read_bytes()
    compare_files(ours, rows_of(read_lines(theirs / "documents.jsonl")))
    assert not list(ours.glob(".*"))

    assert main(["run", remote]) == 2
    assert read_manifest(tmp_path / "ray")["skipped"] == len(PAGES)


@needs_postgres
def test_both_engines_and_all_sinks_hold_the_same_rows(tmp_path, schema, monkeypatch):  # noqa: F811 # the fixture
    monkeypatch.setenv("YAOWEN_POSTGRES_URL", POSTGRES)
    postgres = f"[[sinks]]\nuse = 'postgres'\nschema = '{schema}'\n"
    local = make_run(tmp_path / "local", PAGES, "workers = 2", SINKS, STAGES)
    remote = make_run(tmp_path / "ray", PAGES, "engine = 'ray'\nworkers = 2", SINKS + postgres, STAGES)
    assert [main(["run", config]) for config in (local, remote)] == [0, 0]

    expected = rows_of(read_lines(tmp_path / "local" / "out" / "documents.jsonl"))
    compare_files(tmp_path / "local" / "out", expected)
    compare_files(tmp_path / "ray" / "out", expected)
    assert in_postgres(schema) == {table: set(rows) for table, rows in expected.items()}


def test_the_limits_hold_on_ray_too(tmp_path):
    pages = {"a.txt": "会议召开。", "b.txt": "会议召开，" * 1_500_000, "c.txt": "会议召开。"}
    config = make_run(tmp_path, pages, "engine = 'ray'\npage_seconds = 0.3")
    assert main(["run", config, "--set", "load.max_chars=9000000"]) == 2
    assert [json.loads(line)["stage"] for line in (tmp_path / "out/quarantine.jsonl").open(encoding="utf-8")] == ["time"]
    assert read_manifest(tmp_path)["documents"] == 2


def test_a_missing_model_is_said_by_ray_too(tmp_path, capsys):
    config = make_run(tmp_path, {"a.txt": "会议召开。"}, "engine = 'ray'")
    assert main(["run", config, "--set", "entities=[{use='spacy', model='no_such_model'}]"]) == 2
    assert capsys.readouterr().err.splitlines()[-1].startswith("yaowen: no_such_model: spaCy cannot load it")
