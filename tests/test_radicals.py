import pytest

from yaowen.page import Clipping, Part, Reading
from yaowen.radicals import read_without_radicals
from yaowen.schema import BlockRole, Event, EventKind, EventStatus, Label, Mention
from yaowen.text import Text, quote


def find_meeting(clipping, mentions):
    """The meeting of a line, by words that no radical stands in."""
    text = clipping.text
    start = text.chars.find("3月5日，全市会议举行")
    if start < 0:
        return Reading(clipping, mentions)
    found = Event(
        kind=EventKind.MEETING,
        name="全市会议",
        status=EventStatus.HELD,
        groups=("各部门负责人", "部门"),
        quote=text.chars[start : start + 10],
        source=text.source(start, start + 10),
    )
    return Reading(clipping, mentions, events=(found,))


def read(line, *mentions):
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(line)),))
    marked = tuple(Mention.at(clipping.text, *span, Label.PLACE) for span in mentions)
    return read_without_radicals(clipping, marked, find_meeting)


@pytest.mark.parametrize("line", ["3月5日，全市会议举行。", "3⽉5⽇，全市会议举⾏。"])
def test_facts_are_found_where_radicals_stand_for_characters(line):
    (event,) = read(line).events

    assert event.name == "全市会议"
    assert event.quote == quote(line, event.source) == line[:10]


def test_what_stands_in_the_text_is_given_as_it_is_printed_there():
    reading = read("3⽉5⽇，全市会议举⾏，各部⻔负责⼈参加。", (13, 15))

    assert reading.events[0].groups == ("各部⻔负责⼈", "部⻔")
    assert [mention.text for mention in reading.mentions] == ["部⻔"]
    assert reading.clipping.text.chars.startswith("3⽉5⽇")
