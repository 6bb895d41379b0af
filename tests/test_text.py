from yaowen.text import Text, quote


def test_what_is_cut_and_joined_still_knows_its_place():
    raw = "国务院总理李 \n 强今天抵京。"
    text = Text.join("", (row.strip() for row in Text.of(raw).split("\n")))
    name = str(text).index("李强")

    assert str(text) == "国务院总理李强今天抵京。"
    assert text.source(name, name + 2) == ((5, 6), (9, 10))
    assert quote(raw, text.source(name, name + 2)) == "李强"


def test_inserted_characters_have_no_source():
    names = Text.join(" ", [Text.of("刘云\n李林", 0, 2), Text.of("刘云\n李林", 3, 5)])

    assert str(names) == "刘云 李林"
    assert names.source() == ((0, 2), (3, 5))


def test_spaces_are_cut_out():
    assert str(Text.of("全 市 巩 固").without(" ")) == "全市巩固"
    assert Text.of(" 张 琦 ").strip().without(r"\s").source() == ((1, 2), (3, 4))


def test_stripping_blank_text_leaves_nothing():
    assert str(Text.of(" \n ").strip()) == ""
