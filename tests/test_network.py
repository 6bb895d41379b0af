import csv
from xml.etree import ElementTree as ET

from yaowen.cli import main
from yaowen.schema import (
    Article,
    Document,
    Event,
    EventKind,
    Genre,
    Headline,
    Participant,
    PartTaken,
    Post,
    SourceKind,
    TimeSpan,
)

MAYOR = Participant("李建国", PartTaken.CHAIR, (Post("市长"),))
OTHERS = tuple(Participant(name, PartTaken.ATTENDEE) for name in ("王芳", "赵强"))


def document(name, day, *participants):
    event = Event(
        EventKind.MEETING, "安全<生产>会议", date=TimeSpan(day, day, day), participants=participants, source=((3, 9),)
    )
    article = Article("a1", Genre.NEWS, Headline(), events=(event,))
    return Document(name, SourceKind.WEB_TEXT, "0" * 64, articles=(article,)).to_json(ensure_ascii=False)


def test_pairs_of_participants_are_edges_with_dates_and_evidence(tmp_path):
    out = tmp_path / "documents.jsonl"
    out.write_text("\n".join([document("p1", "2024-10-12", MAYOR, *OTHERS), document("p2", "2024-10-14", MAYOR, OTHERS[0])]))

    assert main(["export", "network", str(tmp_path), "-o", str(tmp_path / "n.graphml")]) == 0
    assert main(["export", "network", str(out), "--format", "csv", "-o", str(tmp_path / "n.csv")]) == 0

    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    graph = ET.parse(tmp_path / "n.graphml").getroot()
    assert sorted(node.get("id") for node in graph.iterfind(".//g:node", space)) == ["李建国", "王芳", "赵强"]
    weights = {
        (edge.get("source"), edge.get("target")): edge.findtext("g:data[@key='weight']", namespaces=space)
        for edge in graph.iterfind(".//g:edge", space)
    }
    assert weights == {("李建国", "王芳"): "2", ("李建国", "赵强"): "1", ("王芳", "赵强"): "1"}
    with (tmp_path / "n.csv").open(newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert [row["date"] for row in rows if (row["person"], row["other"]) == ("李建国", "王芳")] == ["2024-10-12", "2024-10-14"]
    assert {row["source"] for row in rows} == {"3-9"}


def test_a_line_that_is_no_document_is_named(tmp_path, capsys):
    (tmp_path / "x.jsonl").write_text("{}")

    assert main(["export", "network", str(tmp_path / "x.jsonl")]) == 2
    assert f"{tmp_path / 'x.jsonl'}:1: not a document; doc_id: " in capsys.readouterr().err


def test_a_file_that_is_no_text_is_named(tmp_path, capsys):
    (tmp_path / "x.jsonl").write_bytes(b"PK\xff\xfe")

    assert main(["export", "network", str(tmp_path / "x.jsonl")]) == 2
    assert f"{tmp_path / 'x.jsonl'}: cannot be read (" in capsys.readouterr().err


def test_no_cell_of_the_csv_is_a_formula(tmp_path):
    odd = Participant("＝王芳", PartTaken.ATTENDEE)
    (tmp_path / "x.jsonl").write_text(document("p1", "2024-10-12", MAYOR, odd))

    assert main(["export", "network", str(tmp_path / "x.jsonl"), "--format", "csv", "-o", str(tmp_path / "n.csv")]) == 0
    assert "'＝王芳" in (tmp_path / "n.csv").read_text("utf-8")
