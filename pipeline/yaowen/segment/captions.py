"""Captions go to the article whose picture they tell of; a picture without an article stays one by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yaowen.credits import CREDIT, CREDIT_ALONE
from yaowen.markup import cells_of
from yaowen.schema import BlockRole
from yaowen.segment.bigrams import Rarity, read_bigrams, share
from yaowen.segment.body import Body
from yaowen.segment.halves import ENDED
from yaowen.segment.pictures import CAPTION, POINTED, POINTER, SCENE
from yaowen.segment.pieces import Piece, Tie
from yaowen.segment.row_words import HEADLINE
from yaowen.text import Text

SHARED = 0.25
"""How much of what a caption says, rare pairs of characters counting for more, its article says too. Captions of pictures that
stand alone share less than 0.1 with any article of their page."""
LOOSE = 0.13
"""A caption within an article that shares less with it tells of something else."""
POINTS = re.compile(rf"{POINTER}(?:[上下左右]?图|这是|[①-⑳])")
"""图为卓然在领奖: says so little that the article must tell of what."""
POINTS_ON = re.compile(rf"{POINTER}(?:图为|这是)")
"""Tells of a picture without a report of its own: right behind an article with which it shares most, it is of that."""
FAINTLY = 0.05
"""So much it then shares with it at least."""
SHORTEST = 16
"""Characters of a caption that tells of anything by itself, at least."""
CLEARLY = 1.5
"""So many times more than any other article."""
NEAR = 40
"""So many articles before a caption and behind it may be its own."""
NUMBERED = re.compile(rf"{POINTER}(?:图\s*)?(?P<number>[①-⑳]|(?<=图)[一二三四五六1-9])")
"""What opens the captions of several pictures."""
FIRST = "①一1"
"""Begins another series."""
TAKER = re.compile(rf"(?<=[。！？”])\s*{CREDIT}")
"""Who took the picture: he may have written an article of another thing on the page."""
PICTURE_NEWS = re.compile(r"[【\[]?\s*图\s*片\s*新\s*闻\s*[】\]]?")
DAY = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日")
FLOW = (BlockRole.PARAGRAPH, BlockRole.SUBHEAD, BlockRole.JUMP)


def keep_captions(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces that stand as they are read: captions between a headline and its body, or within a body, belong to that body.

    They come behind it, and so does a table between a headline and the byline below it.
    """
    kept: list[Piece] = []
    held: list[Piece] = []
    waiting: list[Piece] = []
    begun = False
    for piece in pieces:
        below_headline = bool(kept) and kept[-1].role in HEADLINE
        if piece.role == BlockRole.CAPTION or (below_headline and _is_row_of_table(piece)):
            held.append(piece)
            continue
        if any(map(_is_row_of_table, held)) and not (piece.tie == Tie.OPENS and below_headline):
            kept += held
            held = []
        if held:
            held = _point(held, kept)
            above = _role_above(kept)
            inside = (piece.role == BlockRole.PARAGRAPH and piece.tie != Tie.OPENS) or (
                piece.role == BlockRole.SUBHEAD and piece.tie == Tie.INSIDE
            )
            opens = inside or (piece.role == BlockRole.BYLINE and piece.tie != Tie.CLOSES)
            if (opens and above in HEADLINE) or (inside and above == BlockRole.PARAGRAPH):
                waiting += [replace(caption, tie=Tie.INSIDE) for caption in held]
                if above == BlockRole.PARAGRAPH:
                    piece = replace(piece, begins=0.0)
                    cut = kept[-1].text.chars[-1] not in ENDED and not _is_row_of_table(kept[-1])
                    if piece.role == BlockRole.PARAGRAPH and cut:
                        half = kept.pop()  # cut in two by the picture
                        whole = Text.join("", (half.text, piece.text))
                        piece = replace(half, text=whole, tie=piece.tie or half.tie, joins=piece.joins)
            else:
                # What was shown within the text comes right behind it.
                kept += [*waiting, *held] if begun and not inside else held
                waiting = [] if begun and not inside else waiting
            held = []
        flows = piece.role in FLOW or (piece.role == BlockRole.BYLINE and piece.tie is not None)
        if begun and not flows:
            kept += waiting
            waiting = []
        begun = piece.role in FLOW or (begun and piece.role == BlockRole.BYLINE)
        kept.append(piece)
    return [*kept, *waiting, *_point(held, kept)]


def _role_above(kept: Sequence[Piece]) -> BlockRole | None:
    """What stands above pictures; names below a headline belong to that."""
    written = (piece for piece in reversed(kept) if piece.role != BlockRole.BYLINE or piece.tie is not None)
    above = next(written, None)
    return above.role if above and above.role in HEADLINE else kept[-1].role if kept else None


def _point(held: Sequence[Piece], kept: Sequence[Piece]) -> list[Piece]:
    """The captions; right below a text, ▲仪式现场 is of that, and so is 学生宣誓。 卓然 摄."""
    below = bool(kept) and kept[-1].role == BlockRole.PARAGRAPH
    own = [below and (POINTED.fullmatch(piece.text.chars) is not None or _says_little(piece)) for piece in held]
    return [replace(piece, tie=Tie.INSIDE) if is_own else piece for piece, is_own in zip(held, own, strict=True)]


def _says_little(piece: Piece) -> bool:
    """Whether a caption is too short to tell of anything by itself; one that names the day or is one of several may."""
    chars = piece.text.chars
    return len(TAKER.sub("", chars).partition("（")[0]) <= SHORTEST and not (
        CREDIT_ALONE.fullmatch(chars) or DAY.search(chars) or NUMBERED.match(chars)
    )


def _is_row_of_table(piece: Piece) -> bool:
    return piece.role == BlockRole.PARAGRAPH and len(cells_of(piece.text)) > 1


def place_captions(bodies: Sequence[Body], *, web: bool = False) -> list[Body]:
    """The bodies of a page, captions put behind the articles that they belong to, and set free of those that they do not.

    The one article of a page of the `web` has the pictures over it, and those behind it that tell of it or of no report,
    or say no more than （资料图片）;
    where it names no author, it has them all.
    """
    bodies = list(_set_free(_take_credits(bodies) if web else bodies))
    if not any(_is_bare_caption(body) for body in bodies):
        return list(bodies)
    articles = [body for body in bodies if not _is_bare_caption(body)]
    shows = all(piece.role != BlockRole.BYLINE for body in articles for piece in (*body.heads, *body.pieces))
    groups = list(_group(_join_shown(bodies) if web else bodies))
    said = [set(read_bigrams("".join(piece.text.chars for piece in (*body.heads, *body.pieces)))) for body in articles]
    rarity = Rarity(said)
    placed: dict[int, list[Body]] = {}
    passed = 0
    for group in groups:
        if not _is_bare_caption(group):
            passed += 1
            continue
        captions = [
            rarity.weigh(set(read_bigrams(TAKER.sub("", CAPTION.sub("", piece.text.chars, count=1))))) for piece in group.pieces
        ]
        near = range(max(0, passed - NEAR), min(passed + NEAR, len(said)))
        rates = sorted(((max(share(own, said[number]) for own in captions), number) for number in near), reverse=True)
        (best, number), (second, _) = [*rates, (0.0, -1), (0.0, -1)][:2]
        points = POINTS_ON.match(group.pieces[0].text.chars) is not None
        scene = all(SCENE.fullmatch(piece.text.chars) for piece in group.pieces)
        beside = (points or all(map(_says_little, group.pieces))) and number == passed - 1 and best >= FAINTLY
        alone = web and len(articles) == 1 and (shows or points or scene or not passed or best >= LOOSE)
        clearly = best >= SHARED and best >= CLEARLY * second
        if alone or ((clearly or beside) and not articles[number].is_caption):
            placed.setdefault(number, []).append(group)
    taken = {id(group) for own in placed.values() for group in own}
    behind = {id(articles[number]): own for number, own in placed.items()}
    return [_with(group, behind.get(id(group), ())) for group in groups if id(group) not in taken]


def _join_shown(bodies: Sequence[Body]) -> Sequence[Body]:
    """On a page with nothing but captions, 图为卓然在领奖 goes on with the one above."""
    if not all(map(_is_bare_caption, bodies)):
        return bodies
    joined: list[list[Body]] = []
    for body in bodies:
        if joined and POINTS_ON.match(body.pieces[0].text.chars):
            joined[-1].append(body)
        else:
            joined.append([body])
    return [_with(first, further) for first, *further in joined]


def _take_credits(bodies: Sequence[Body]) -> list[Body]:
    """Who took a picture, on a row of its own, is no article: it ends the text above it.

    A single paragraph that ends so tells of the picture, and so does whatever does below 图片新闻.
    """
    taken: list[list[Body]] = []
    for body in bodies:
        above = taken[-1][0] if taken and not body.heads and body.is_caption else None
        shown = above is not None and any(PICTURE_NEWS.fullmatch(head.text.chars) for head in above.heads)
        alone = all(CREDIT_ALONE.fullmatch(piece.text.chars) for piece in body.pieces)
        credited = CREDIT_ALONE.fullmatch(body.pieces[-1].text.chars) if body.pieces else None
        if above is None or not (above.pieces or len(taken[-1]) > 1) or not credited or not (alone or shown):
            taken.append([body])
        elif len(taken[-1]) == 1 and (shown or len(above.pieces) == 1):
            taken[-1] = [replace(above, pieces=[]), Body(above.pieces), body]
        else:
            taken[-1].append(body)
    return [_with(first, signed) for first, *signed in taken]


def _set_free(bodies: Sequence[Body]) -> Iterator[Body]:
    """A picture that stands within an article but tells of something else is an article of its own, behind that one."""
    flows = [[piece for piece in body.pieces if piece.role != BlockRole.CAPTION] for body in bodies]
    said = [_read([*body.heads, *flow]) if flow else set[str]() for body, flow in zip(bodies, flows, strict=True)]
    if sum(map(bool, said)) < 2:
        yield from bodies  # whatever stands in the one article of a web page is its own
        return
    rarity: Rarity | None = None
    for body, own in zip(bodies, said, strict=True):
        free: list[list[Piece]] = []
        kept: list[Piece] = []
        last = kept
        for piece in body.pieces if own else ():
            if piece.role != BlockRole.CAPTION or POINTS.match(piece.text.chars):
                last = kept
            elif not CREDIT_ALONE.fullmatch(piece.text.chars):
                rarity = rarity or Rarity(said)
                shows = _read([piece])
                last = kept
                if shows and share(rarity.weigh(shows), own) < LOOSE and not _says_little(piece):
                    free.append(last := [])
            last.append(piece)
        yield replace(body, pieces=kept) if free else body
        yield from map(Body, free)


def _read(pieces: Sequence[Piece]) -> set[str]:
    """The pairs of characters of pieces, but those of a day: it may be that of any report on the page."""
    return set(read_bigrams(DAY.sub("", "".join(piece.text.chars for piece in pieces))))


def _is_bare_caption(body: Body) -> bool:
    return body.is_caption and all(head.role == BlockRole.BYLINE for head in body.heads)


def _group(bodies: Sequence[Body]) -> Iterator[Body]:
    """The bodies, numbered captions that follow each other (图①…, 图②…) as one."""
    group: Body | None = None
    for body in bodies:
        numbered = NUMBERED.match(body.pieces[0].text.chars) if _is_bare_caption(body) else None
        if numbered and group and numbered["number"] not in FIRST:
            group = _with(group, (body,))
            continue
        if group:
            yield group
        group = body if numbered else None
        if not numbered:
            yield body
    if group:
        yield group


def _with(body: Body, captions: Sequence[Body]) -> Body:
    """A body with captions behind it; a row that names their photographer is one of them."""
    told = [replace(piece, role=BlockRole.CAPTION) for caption in captions for piece in (*caption.pieces, *caption.heads)]
    return replace(body, pieces=[*body.pieces, *told]) if told else body
