"""How well cards are matched: every wording of a starter card, asked as if the card did not have it.

`python -m tests.api.card_figures` over the home that the environment names; docs/answers.md holds the figures.
"""

from __future__ import annotations

from dataclasses import replace

from api.cards import chosen, matches
from api.house import House, open_house
from corpus.card import AnswerCard


def without(card: AnswerCard, wording: str) -> AnswerCard:
    """The card as if it had never been asked so."""
    first, *rest = [text for text in (card.question, *card.variants) if text != wording]
    return replace(card, question=first, variants=tuple(rest))


def leave_one_out(house: House) -> tuple[int, int, int]:
    """(wordings asked, answered with their own card, answered with another)."""
    cards = house.corpus.cards()
    asked = right = wrong = 0
    for card in cards:
        for wording in (card.question, *card.variants):
            others = [without(one, wording) if one is card else one for one in cards]
            given = chosen(matches(wording, others, house.searcher.search(wording, 8), house.corpus))
            asked += 1
            right += given is not None and given.id == card.id
            wrong += given is not None and given.id != card.id
    return asked, right, wrong


if __name__ == "__main__":
    home = open_house()
    home.prepare()
    print("wordings {}, their card {}, another card {}".format(*leave_one_out(home)))
