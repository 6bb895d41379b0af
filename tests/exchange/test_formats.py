"""What goes out to a tool and comes back is the same document."""

import json
from dataclasses import replace

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from seqeval.metrics.sequence_labeling import get_entities
from spacy.tokens import DocBin

from conftest import shared
from evaluate.pages import RAW, make_gold, with_item
from yaowen.errors import InputError
from yaowen.evaluate import evaluate_page
from yaowen.exchange import Sheet, Span, make_documents, make_sheets
from yaowen.exchange.command import FORMATS, make_format
from yaowen.gold import read_gold
from yaowen.page import Clipping, Part
from yaowen.record import hash_text
from yaowen.schema import Article, BlockRole, Document, Genre, Headline, Label, Mention, Person, SourceKind
from yaowen.text import Text

GOLD = with_item(make_gold(), 0, "mentions", 2, canonical="云溪市水务局")
ODD = '一丁𠮷😀é́ab \t\u3000\u2028\x85\r\x0b0#"\\<&;U+_-\u200b\u202e'
EVERY_FORMAT = pytest.mark.parametrize("name", FORMATS)


@st.composite
def documents(draw):
    """A page of odd characters and an article of some of its rows, with flat mentions of which none goes over a line end."""
    raw = draw(st.text(ODD + "\n", min_size=1, max_size=60))
    starts = [index for index in range(len(raw)) if index == 0 or raw[index - 1] == "\n"]
    rows = [Text.of(raw, start, start + len(raw[start:].split("\n")[0])) for start in starts]
    clipping = Clipping(tuple(Part(BlockRole.PARAGRAPH, row) for row in rows if len(row)))
    cuts = sorted(draw(st.sets(st.integers(0, len(clipping.text)), max_size=10)))
    mentions = tuple(
        Mention.at(clipping.text, start, end, draw(st.sampled_from(Label)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
        if "\n" not in clipping.text.chars[start:end]
    )
    mentions = tuple(replace(mention, canonical=draw(st.none() | st.text(ODD, min_size=1))) for mention in mentions)
    persons = (Person("张某", (), tuple(range(0, len(mentions), 2))),)
    article = Article(
        "a1", Genre.NEWS, Headline(), text=str(clipping.text), blocks=clipping.blocks, mentions=mentions, persons=persons
    )
    return Document("页/1", SourceKind.PDF_TEXT, hash_text(raw), articles=(article,)), raw


def there_and_back(name, path, *pages, **options):
    path = path / "out" if name == "brat" else path / "out.json"
    way = make_format(name, **options)
    way.write([sheet for document, raw in pages for sheet in make_sheets(document, raw)], path)
    return list(make_documents(way.read(path)))


@EVERY_FORMAT
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(page=documents())
def test_nothing_is_lost_on_the_way(name, tmp_path, page):
    assert there_and_back(name, tmp_path, page) == [page[0]]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(page=documents())
def test_nothing_is_lost_where_tokens_are_words(word_model, tmp_path, page):
    assert there_and_back("docbin", tmp_path, page, words=word_model) == [page[0]]


@EVERY_FORMAT
def test_a_page_of_several_articles_comes_back_whole(name, tmp_path):
    other = replace(GOLD, doc_id="other", sha256="0" * 64)

    assert there_and_back(name, tmp_path, (GOLD, RAW), (other, RAW)) == [GOLD, other]


@EVERY_FORMAT
@pytest.mark.shared
def test_real_gold_comes_back_whole(name, tmp_path):
    raws = {hash_text(raw): raw for raw in (path.read_text("utf-8") for path in shared("seeds").glob("*.txt"))}
    gold = [read_gold(path) for path in sorted(shared("gold").glob("*.json"))]

    assert there_and_back(name, tmp_path, *((document, raws[document.sha256]) for document in gold)) == gold


@EVERY_FORMAT
def test_text_that_others_annotated_becomes_a_page_of_its_own(name, tmp_path):
    text = "第一行\n市长李建国出席。"
    path = tmp_path / "out" if name == "brat" else tmp_path / "out.json"
    make_format(name).write([Sheet("theirs", text, (Span(4, 6, "ROLE"), Span(6, 9, "PERSON")))], path)

    (document,) = make_documents(make_format(name).read(path))

    assert document.sha256 == hash_text(text)
    assert [(mention.text, mention.source) for mention in document.articles[0].mentions] == [
        ("市长", ((4, 6),)),
        ("李建国", ((6, 9),)),
    ]
    assert [block.source for block in document.articles[0].blocks] == [((0, 3),), ((4, 12),)]
    assert evaluate_page(document, document, text).scores["mentions.strict"].f1 == 1


def test_a_mention_added_in_the_tool_finds_its_place_on_the_page():
    first, second = make_sheets(GOLD, RAW)
    start = first.text.index("全市河道整治推进会召开。")  # it runs over a row of the page
    changed = replace(first, spans=(Span(start, start + 9, "ORG"),))

    (document,) = make_documents([changed, second])

    (mention,) = document.articles[0].mentions
    assert mention.text == "全市河道整治推进会"
    assert "".join(RAW[begin:end] for begin, end in mention.source) == mention.text
    assert len(mention.source) == 2
    assert document.articles[1] == GOLD.articles[1]


def test_persons_point_at_their_mentions_when_others_come_and_go():
    gold = with_item(GOLD, 0, "persons", 0, mentions=(1,))
    (sheet, _) = make_sheets(gold, RAW)
    mention = gold.articles[0].mentions[1]

    (document,) = make_documents([replace(sheet, spans=(Span(0, 2, "PLACE"), *sheet.spans[1:]))])
    (without,) = make_documents([replace(sheet, spans=sheet.spans[:1])])

    place = document.articles[0].persons[0].mentions[0]
    assert document.articles[0].mentions[place] == mention
    assert without.articles[0].persons[0].mentions == ()


def test_sources_that_run_across_padding_need_the_raw_page():
    padded = "市 委\n书记"
    text = Text.of(padded).without(r"\s")
    clipping = Clipping((Part(BlockRole.PARAGRAPH, text),))
    (block,) = clipping.blocks
    article = Article(
        "a1", Genre.NEWS, Headline(), text=str(clipping.text), blocks=(replace(block, source=((0, len(padded)),)),)
    )
    document = Document("p", SourceKind.PDF_TEXT, hash_text(padded), articles=(article,))

    (sheet,) = make_sheets(document, padded)
    (back,) = make_documents([replace(sheet, spans=(Span(1, 3, "ORG"),))])

    assert back.articles[0].mentions[0].source == ((2, 3), (4, 5))
    with pytest.raises(InputError, match="p: the text of block 0 of a1 is not as long as its source; give --raw"):
        list(make_sheets(document))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"spans": (Span(0, 2, "PER"),)}, r"label 'PER' is none of PERSON.*--labels PER=PERSON"),
        ({"spans": (Span(3, 2, "ORG"),)}, "a span from 3 to 2 in a text of"),
        ({"spans": (Span(0, 999, "ORG"),)}, "a span from 0 to 999 in a text of"),
        ({"spans": (Span("0", 2, "ORG"),)}, "a span from '0' to 2; they must be whole numbers"),
        ({"spans": (Span(0, 3, "ORG"), Span(2, 4, "ORG"))}, "'全市河' and '河道' overlap at 2"),
        ({"text": "另一篇"}, "the text was changed in the tool"),
        ({"memo": {"document": {}}}, "was changed by the tool"),
        ({"memo": {"document": {"doc_id": "p", "sha256": "0"}, "article": {}, "offsets": [], "sha256": ""}}, "was changed by"),
    ],
)
def test_errors_name_the_article(change, message):
    sheet = next(make_sheets(GOLD, RAW))

    with pytest.raises(InputError, match=f"云溪日报/a1: .*{message}"):
        list(make_documents([replace(sheet, **change)]))


def test_runs_that_go_beyond_the_text_are_refused():
    sheet = next(make_sheets(GOLD, RAW))
    memo = {**sheet.memo, "offsets": [[0, 0, 10**9]]}

    with pytest.raises(InputError, match="was changed by the tool"):
        list(make_documents([replace(sheet, memo=memo)]))


def test_labels_of_others_are_renamed_or_left_out():
    sheet = Sheet("p", "李建国昨日抵京", (Span(0, 3, "PER"), Span(3, 5, "TIME"), Span(6, 7, "GPE")))

    (document,) = make_documents([sheet], {"PER": Label.PERSON, "TIME": None, "GPE": Label.PLACE})

    assert [(mention.text, mention.label) for mention in document.articles[0].mentions] == [
        ("李建国", "PERSON"),
        ("京", "PLACE"),
    ]


# What the tools themselves read and write


def write(name, tmp_path, *sheets, **options):
    make_format(name, **options).write(sheets, tmp_path / "out")
    return tmp_path / "out"


def test_label_studio_tasks(tmp_path):
    sheet = Sheet("p", "𠮷野市长李建国", (Span(2, 4, "ROLE"), Span(4, 7, "PERSON", "李建国")))

    (task,) = json.loads(write("labelstudio", tmp_path, sheet).read_text("utf-8"))

    assert task["data"]["text"] == sheet.text
    assert task["annotations"][0]["result"][1] == {
        "id": "m1",
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {"start": 4, "end": 7, "text": "李建国", "labels": ["PERSON"]},
        "meta": {"text": ["李建国"]},
    }
    assert '<Labels name="label" toName="text">' in (tmp_path / "out.xml").read_text("utf-8")


def test_label_studio_takes_predictions_as_suggestions(tmp_path):
    (task,) = json.loads(
        write("labelstudio", tmp_path, Sheet("p", "京", (Span(0, 1, "PLACE"),)), predictions=True).read_text("utf-8")
    )

    assert "annotations" not in task
    assert task["predictions"][0]["model_version"] == "yaowen"


def test_label_studio_the_last_annotation_that_was_not_cancelled_counts(tmp_path):
    def annotation(end, **more):
        value = {"start": 0, "end": end, "labels": ["ORG"]}
        return {"result": [{"type": "labels", "value": value}, {"type": "choices", "value": {}}], **more}

    task = {"data": {"text": "省政府办公厅"}, "annotations": [annotation(2), annotation(3), annotation(6, was_cancelled=True)]}
    (tmp_path / "t.json").write_text(json.dumps([task]), "utf-8")

    (sheet,) = make_format("labelstudio").read(tmp_path / "t.json")

    assert sheet == Sheet("t-1", "省政府办公厅", (Span(0, 3, "ORG"),))


def test_label_studio_utf_16_units_are_known_by_their_words(tmp_path):
    value = {"start": 5, "end": 8, "text": "李建国", "labels": ["PERSON"]}
    task = {"data": {"text": "𠮷野市长李建国"}, "annotations": [{"result": [{"type": "labels", "value": value}]}]}
    (tmp_path / "t.json").write_text(json.dumps([task]), "utf-8")

    (sheet,) = make_format("labelstudio").read(tmp_path / "t.json")

    assert sheet.spans == (Span(4, 7, "PERSON"),)


@pytest.mark.parametrize(
    "line",
    [
        {"id": 7, "text": "李建国抵京", "label": [[0, 3, "PERSON"], [4, 5, "PLACE"]]},
        {"id": 7, "text": "李建国抵京", "labels": [[0, 3, "PERSON"], [4, 5, "PLACE"]]},
        {
            "id": 7,
            "text": "李建国抵京",
            "entities": [
                {"id": 1, "label": "PERSON", "start_offset": 0, "end_offset": 3},
                {"id": 2, "label": "PLACE", "start_offset": 4, "end_offset": 5},
            ],
            "relations": [],
        },
    ],
)
def test_doccano_exports_of_each_kind(tmp_path, line):
    (tmp_path / "all.jsonl").write_text(json.dumps(line) + "\n", "utf-8")

    assert list(make_format("doccano").read(tmp_path / "all.jsonl")) == [
        Sheet("all-7", "李建国抵京", (Span(0, 3, "PERSON"), Span(4, 5, "PLACE")))
    ]


def test_brat_files(tmp_path):
    folder = write("brat", tmp_path, Sheet("p", "市\n委书记李强", (Span(0, 3, "ORG", "中共云溪\t市委"), Span(5, 7, "PERSON"))))

    assert (folder / "00001.txt").read_text("utf-8") == "市\n委书记李强"
    assert (folder / "00001.ann").read_text("utf-8").splitlines() == [
        "T1\tORG 0 1;2 3\t市 委",
        "#1\tAnnotatorNotes T1\t中共云溪\\t市委",
        "T2\tPERSON 5 7\t李强",
    ]
    assert "[entities]\nORG\nPERSON\n" in (folder / "annotation.conf").read_text("utf-8")


def test_a_folder_is_no_file_of_a_tool(tmp_path):
    with pytest.raises(InputError, match=r"cannot be read \(Is a directory\); give the UTF-8 file of --format"):
        list(make_format("conll").read(tmp_path))


def test_brat_keeps_to_entities(tmp_path):
    (tmp_path / "x.txt").write_text("李强抵京", "utf-8")
    (tmp_path / "x.ann").write_text(
        "T1\tPERSON 0 2\t李强\nR1\tAt Arg1:T1 Arg2:T2\nT2\tPLACE 3 4\t京\n#1\tAnnotatorNotes T2\t北京\n", "utf-8"
    )

    (sheet,) = make_format("brat").read(tmp_path)

    assert sheet == Sheet("x", "李强抵京", (Span(0, 2, "PERSON"), Span(3, 4, "PLACE", "北京")))


def test_conll_columns_are_what_seqeval_reads(tmp_path):
    sheet = Sheet(
        "p", "市委 书记\n李强李强", (Span(0, 2, "ORG"), Span(3, 5, "ROLE"), Span(6, 8, "PERSON"), Span(8, 10, "PERSON"))
    )

    lines = write("conll", tmp_path, sheet).read_text("utf-8").split("\n")[1:-2]

    assert lines[:6] == ["市\tB-ORG", "委\tI-ORG", "U+0020\tO", "书\tB-ROLE", "记\tI-ROLE", ""]
    tags = [line.split("\t")[1] for line in lines if line]
    assert get_entities(tags) == [("ORG", 0, 1), ("ROLE", 3, 4), ("PERSON", 5, 6), ("PERSON", 7, 8)]


def test_conll_of_others(tmp_path):
    """Tokens of several characters, columns parted by spaces, Windows line ends, an I- after a sentence end."""
    (tmp_path / "x.conll").write_bytes(
        "-DOCSTART- -X- O\r\n\r\n李建国 NR B-PERSON\r\n抵 VV O\r\n北京 NS I-PLACE\r\n\r\n上海 NS I-PLACE\r\n".encode()
    )

    (sheet,) = make_format("conll").read(tmp_path / "x.conll")

    assert [(sheet.text[span.start : span.end], span.label) for span in sheet.spans] == [
        ("李建国", "PERSON"),
        ("北京", "PLACE"),
        ("上海", "PLACE"),
    ]


def test_docbin_is_read_by_spacy(tmp_path):
    sheet = Sheet("p", "市委书记\n李强 ", (Span(0, 2, "ORG", "中共云溪市委员会"), Span(5, 7, "PERSON")))

    (doc,) = DocBin().from_disk(write("docbin", tmp_path, sheet)).get_docs(spacy.blank("zh").vocab)

    assert doc.text == sheet.text
    assert [(ent.text, ent.label_, ent.kb_id_) for ent in doc.ents] == [
        ("市委", "ORG", "中共云溪市委员会"),
        ("李强", "PERSON", ""),
    ]


def test_docbin_of_words_is_cut_where_mentions_begin_and_end(word_model, tmp_path):
    sheet = Sheet("p", "市长李明 昨天\n讲话。", (Span(0, 1, "PLACE"), Span(1, 3, "ROLE"), Span(3, 4, "PERSON", "李明")))

    path = write("docbin", tmp_path, sheet, words=word_model)
    (doc,) = DocBin().from_disk(path).get_docs(spacy.blank("zh").vocab)

    assert doc.text == sheet.text
    assert [token.text for token in doc] == ["市", "长", "李", "明", " ", "昨天", "\n", "讲话", "。"]
    assert [(ent.text, ent.label_, ent.kb_id_) for ent in doc.ents] == [
        ("市", "PLACE", ""),
        ("长李", "ROLE", ""),
        ("明", "PERSON", "李明"),
    ]
    assert list(make_format("docbin").read(path)) == [sheet]


def test_docbin_of_words_has_the_tokens_of_spacys_own_tokenizer(word_model, tmp_path):
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "pkuseg"}}})
    nlp.tokenizer.initialize(pkuseg_model=str(word_model))
    sheet = Sheet("p", "市委书记王芳昨天到云岭讲话。", (Span(4, 6, "PERSON"),))

    (doc,) = DocBin().from_disk(write("docbin", tmp_path, sheet, words=word_model)).get_docs(nlp.vocab)

    assert [token.text for token in doc] == [token.text for token in nlp(sheet.text)]
    assert "王芳" in [token.text for token in doc]


def test_docbin_of_others_may_have_words_for_tokens(tmp_path):
    nlp = spacy.blank("en")
    doc = nlp("Li Qiang arrives in Beijing")
    doc.set_ents([doc.char_span(0, 8, label="PERSON"), doc.char_span(20, 27, label="PLACE")])
    DocBin(docs=[doc]).to_disk(tmp_path / "x.spacy")

    (sheet,) = make_format("docbin").read(tmp_path / "x.spacy")

    assert sheet == Sheet("x-1", doc.text, (Span(0, 8, "PERSON"), Span(20, 27, "PLACE")))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("labelstudio", "[", "not JSON"),
        ("labelstudio", '{"a": 1}', "not a list of tasks"),
        ("labelstudio", '[{"text": "京"}]', "task 1: not a Label Studio task"),
        (
            "labelstudio",
            '[{"data": {"text": "京"}, "annotations": [{"result": [{"type": "labels", "value": '
            '{"start": 0, "end": 1, "text": "沪", "labels": ["PLACE"]}}]}]}]',
            "the region '沪' is not what stands from 0 to 1",
        ),
        ("doccano", "\n{", ":2: not a doccano record"),
        ("doccano", "3", ":1: not a doccano record"),
        ("conll", "京\tB-PLACE\n沪", ":2: not a token and its tag"),
        ("conll", "# yaowen = {", ":1: the comment is not JSON"),
        ("docbin", "x", "not a DocBin"),
        ("brat", "x", "no .ann there"),
    ],
)
def test_files_that_are_not_what_they_should_be(tmp_path, name, content, message):
    (tmp_path / "x").write_text(content, "utf-8")

    with pytest.raises(InputError, match=message):
        list(make_format(name).read(tmp_path / "x"))


def test_text_that_spacy_cannot_hold_is_named(tmp_path):
    with pytest.raises(InputError, match="p: holds half a character"):
        write("docbin", tmp_path, Sheet("p", "\ud800"))
