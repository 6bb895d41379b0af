from yaowen.schema import BlockRole
from yaowen.segment.halves import join_halves
from yaowen.segment.pieces import Piece, Tie
from yaowen.text import Text

LEXICON = {"汇报": 1}


def make(role: BlockRole, chars: str, begins: float = 0.0, tie: Tie | None = None) -> Piece:
    return Piece(role, Text.of(chars), begins=begins, tie=tie)


FIRST = make(BlockRole.PARAGRAPH, "温立达昨天到望江中学调研。座谈会上，校长骆行舟汇")
SECOND = make(BlockRole.PARAGRAPH, "报说，望江中学今年新建了校舍，骆行舟感谢温立达的支持。")
OTHER = make(BlockRole.PARAGRAPH, "县图书馆推出夜间开放服务，三百多个座位几乎坐满了读者。", begins=0.9)
TITLE = make(BlockRole.TITLE, "县图书馆夜间开放受欢迎")
LEAD = make(BlockRole.BYLINE, "本报讯（记者卓然）", tie=Tie.OPENS)


def test_the_second_half_of_a_body_follows_the_first() -> None:
    joined = join_halves([TITLE, SECOND, OTHER, LEAD, FIRST, TITLE], LEXICON)
    assert [piece.text.chars for piece in joined] == [
        TITLE.text.chars,
        OTHER.text.chars,
        LEAD.text.chars,
        FIRST.text.chars + SECOND.text.chars,
        TITLE.text.chars,
    ]


def test_halves_that_share_no_words_stay_apart() -> None:
    pieces = [TITLE, make(BlockRole.PARAGRAPH, "报说，今年入夏以来全国平均气温偏高，部分河流断流。"), LEAD, FIRST, TITLE]
    assert join_halves(pieces, LEXICON) == pieces


def test_no_word_runs_across_the_end_of_another_text() -> None:
    pieces = [TITLE, SECOND, LEAD, FIRST, TITLE]
    assert join_halves(pieces, {}) == pieces


def test_the_second_half_may_stand_right_before_the_first() -> None:
    joined = join_halves([TITLE, SECOND, FIRST, TITLE], LEXICON)
    assert [piece.text.chars for piece in joined] == [
        TITLE.text.chars,
        FIRST.text.chars + SECOND.text.chars,
        TITLE.text.chars,
    ]


def test_halves_that_only_a_picture_parts_need_share_no_words() -> None:
    picture = make(BlockRole.CAPTION, "11月3日，水鸟掠过望江县的湖面。 卓然 摄")
    second = make(BlockRole.PARAGRAPH, "报说，今年入夏以来雨水偏多，多处路面要修。", begins=0.9)
    joined = join_halves([LEAD, FIRST, picture, second, TITLE], LEXICON)
    assert [piece.text.chars for piece in joined] == [
        LEAD.text.chars,
        FIRST.text.chars + second.text.chars,
        picture.text.chars,
        TITLE.text.chars,
    ]
    assert len(join_halves([LEAD, FIRST, TITLE, second, TITLE], LEXICON)) == 5
