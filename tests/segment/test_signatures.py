from yaowen.page import Look, Paragraph
from yaowen.schema import BlockRole, Publication
from yaowen.segment.cutting import sort_paragraphs
from yaowen.segment.pieces import Piece, Tie
from yaowen.segment.signatures import settle_signatures
from yaowen.text import Text


def test_the_day_below_who_signs_ties_both_to_what_stands_above() -> None:
    rows = (
        (BlockRole.PARAGRAPH, "请市民提前储水。"),
        (BlockRole.TITLE, "望江县自来水公司"),
        (BlockRole.PARAGRAPH, "2024年5月7日"),
        (BlockRole.PARAGRAPH, "昨天，石桥镇的渡口通了船。"),
    )
    pieces = [Piece(role, Text.of(chars)) for role, chars in rows]
    settled = settle_signatures(pieces)
    assert [piece.tie for piece in settled] == [None, Tie.INSIDE, Tie.INSIDE, None]
    assert [piece.tie for piece in pieces] == [None] * 4


def test_names_in_brackets_below_a_paragraph_close_it() -> None:
    rows = {
        "县妇联组织志愿者到福利院为老人理发。": BlockRole.PARAGRAPH,
        "（石小满）": BlockRole.BYLINE,
        "三月上旬全县降水偏多四成。": BlockRole.PARAGRAPH,
    }
    paragraphs = [Paragraph(Text.of(row), (Text.of(row),), looks=(Look(0.0, 0.5, {role: 1.0}),)) for row, role in rows.items()]
    pieces, _ = sort_paragraphs(paragraphs, Publication())
    assert [piece.tie for piece in pieces] == [None, Tie.CLOSES, None]


def test_a_report_that_is_signed_above_ends_before_one_that_is_signed_below() -> None:
    rows = [
        "本报讯（记者卓然）石桥镇的粮库昨天装上了新风机。",
        "稻谷降温时间缩短一半。",
        "小雪过后气温起伏加大，老人出门要多添衣。",
        "出汗后应及时擦干。（石小满）",
    ]
    paragraphs = [
        Paragraph(Text.of(row), (Text.of(row),), looks=(Look(0.0, begins, {BlockRole.PARAGRAPH: 1.0}),))
        for row, begins in zip(rows, (0.9, 0.001, 0.01, 0.002), strict=True)
    ]
    pieces, _ = sort_paragraphs(paragraphs, Publication())
    assert [piece.begins > 0.5 for piece in pieces if piece.role == BlockRole.PARAGRAPH] == [False, False, True, False]


def test_a_correspondent_who_signs_below_wrote_with_the_reporter_above() -> None:
    rows = [
        "本报讯（记者卓然）石桥镇的粮库昨天装上了新风机。",
        "稻谷降温时间缩短一半。",
        "村民都说好。",
        "粮价也稳。（通讯员石小满）",
    ]
    paragraphs = [
        Paragraph(Text.of(row), (Text.of(row),), looks=(Look(0.0, begins, {BlockRole.PARAGRAPH: 1.0}),))
        for row, begins in zip(rows, (0.9, 0.001, 0.01, 0.002), strict=True)
    ]
    pieces, _ = sort_paragraphs(paragraphs, Publication())
    assert not any(piece.begins > 0.5 for piece in pieces if piece.role == BlockRole.PARAGRAPH)
