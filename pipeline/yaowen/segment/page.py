"""A page is cut into articles by one decision over all its headlines and bodies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yaowen.markdown import markup_of
from yaowen.page import Cuttings, Page, Paragraph
from yaowen.schema import Furniture, FurnitureRole, SourceKind
from yaowen.segment.adverts import is_advert
from yaowen.segment.by_order import match_by_order
from yaowen.segment.by_place import is_placed, match_by_place
from yaowen.segment.captions import keep_captions, place_captions
from yaowen.segment.clip import DRAWN, clip_body, find_marks
from yaowen.segment.cutting import sort_paragraphs
from yaowen.segment.halves import join_halves
from yaowen.segment.letters import join_answers
from yaowen.segment.levels import settle_levels
from yaowen.segment.stack_network import load_network
from yaowen.segment.untitled import join_parts, join_untitled
from yaowen.text import INVISIBLE


@dataclass(frozen=True)
class SegmentPage:
    """Sorts paragraphs into headlines and bodies, and gives each headline to the body it shares its words with."""

    def __call__(self, page: Page, paragraphs: Sequence[Paragraph]) -> Cuttings:
        web = page.kind in (SourceKind.WEB_TEXT, SourceKind.HTML)
        pieces, furniture = sort_paragraphs(paragraphs, page.publication, web=web)
        pieces = join_answers(pieces)
        if page.kind not in DRAWN:
            pieces = keep_captions(settle_levels(pieces))
        elif not is_placed(pieces):
            pieces = join_halves(pieces, load_network().lexicon)
        clippings = []
        matched = match_by_place(pieces) if is_placed(pieces) else match_by_order(pieces, web=web)
        joined = join_parts(join_untitled(matched)) if web else matched
        bodies = [brief for body in place_captions(joined, web=web) for brief in body.part_briefs()]
        levels_tell = any(len({head.marks for head in body.heads if head.marks}) > 1 for body in bodies)
        for body in bodies:
            # One short row that no body on the page claims is a section's name or a pointer, not an article.
            if len(bodies) > 1 and not body.pieces and len(body.heads) == 1:
                furniture.append(Furniture(FurnitureRole.OTHER, body.heads[0].text.source()))
            elif is_advert(body):
                advert = [*body.heads, *body.pieces]
                furniture += [Furniture(FurnitureRole.ADVERT, piece.text.source()) for piece in advert]
            else:
                clippings.append(clip_body(body, page, levels_tell=levels_tell))
                furniture += find_marks(body)
        if page.kind == SourceKind.OCR_MARKDOWN:
            furniture += [Furniture(FurnitureRole.OTHER, source) for source in markup_of(page.raw)]
        elif unseen := tuple(match.span() for match in INVISIBLE.finditer(page.raw)):
            furniture.append(Furniture(FurnitureRole.OTHER, unseen))
        return Cuttings(tuple(clippings), tuple(sorted(furniture, key=lambda item: item.source)))
