"""Whether somebody is in danger, told from a question before anything else is done with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from prompts.danger import Gravity, Peril, Sign
from prompts.leaning import Leaning, lean
from prompts.safety_card import Danger, card
from prompts.telling import Place, Telling, told

__all__ = ["Danger", "Safety", "assess"]


Found = list[tuple[Sign, Place]]


@dataclass(frozen=True, slots=True)
class Safety:
    """A level, the help that it calls for, and the card shown first (None when there is nothing to show)."""

    level: Danger = Danger.NONE
    perils: frozenset[Peril] = frozenset()
    message: str | None = None


_LEANS = 0.3
"""From here on words alone tell danger: of calm questions of the suites one in fifty leans as far."""
_FAR = 0.6
_LEANS_NOW = -0.2
"""From both of these on, words alone tell danger now."""
_SURE_NOW = 0.8
"""From here on words raise a concern that signs tell; one concern in twenty leans as far."""
_CANNOT_BE = -2.0
"""Below, a sign is a chance likeness of words; of dangers one in a hundred and fifty leans as little."""


def assess(question: str) -> Safety:
    """The danger that a question tells of, with the card to show first."""
    telling = told(question)
    found = telling.signs()
    leaning = lean(telling.text)
    if _is_study(telling) or _is_law(telling):
        return Safety()
    if found and (leaning.danger > _CANNOT_BE or any(sign.peril is Peril.SELF_HARM for sign, _ in found)):
        return _by_signs(telling, found, leaning)
    return _by_words(telling, leaning) if leaning.danger > _LEANS else Safety()


def _by_signs(telling: Telling, found: Found, leaning: Leaning) -> Safety:
    grave = frozenset(sign.peril for sign, place in found if _is_now(telling, sign, place))
    every = frozenset(sign.peril for sign, _ in found)
    if _is_of_any_home(telling):
        return _safety(Danger.CONCERN, every)
    if grave:
        return _safety(Danger.EMERGENCY, grave)
    sure = leaning.now > _SURE_NOW and leaning.danger > _LEANS and not _is_lowered(telling, found)
    return _safety(Danger.EMERGENCY if sure else Danger.CONCERN, every)


def _is_lowered(telling: Telling, found: Found) -> bool:
    return any(sign.gravity is Gravity.NOW for sign, _ in found) or telling.says("PAST") or telling.says("OVER")


def _by_words(telling: Telling, leaning: Leaning) -> Safety:
    now = leaning.danger > _FAR and leaning.now > _LEANS_NOW and not telling.says("PAST") and not telling.says("OVER")
    named = frozenset(peril for name, peril in _NAMED.items() if telling.says(name))
    return _safety(Danger.EMERGENCY if now else Danger.CONCERN, named | {Peril.VIOLENCE})


_NAMED = {"CHILD": Peril.CHILD, "AGE": Peril.CHILD, "DEATH_WISH": Peril.SELF_HARM, "BODY": Peril.SEXUAL}


def _safety(level: Danger, perils: frozenset[Peril]) -> Safety:
    return Safety(level, perils, card(level, perils))


def _is_study(telling: Telling) -> bool:
    """Homework, news and films, the work of an office; not where one's own danger is told beside them."""
    return telling.says("STUDY") and not telling.says("PERSONAL")


def _is_law(telling: Telling) -> bool:
    """A question about law in general: of nobody's own, of no day, in a textbook's words or far from any home."""
    if _has_person(telling) or telling.says("NOW"):
        return False
    return telling.says("GENERAL") or (telling.says("LAW") and not telling.says("FAMILY"))


def _is_of_any_home(telling: Telling) -> bool:
    """Law asked about a home that may be anybody's: no person, and not told as it happens."""
    return telling.says("LAW") and not _has_person(telling) and not telling.says("STORY")


def _has_person(telling: Telling) -> bool:
    return telling.without("NOT_PERSON").says("PERSON")


def _is_now(telling: Telling, sign: Sign, place: Place) -> bool:
    if sign.gravity is Gravity.CONCERN or _is_past(telling, place) or _is_supposed(telling, place):
        return False
    return sign.gravity is Gravity.NOW or _has_just_happened(telling, place)


_WORD = re.compile(r"\w+")
_NEAR = 3


def _is_past(telling: Telling, place: Place) -> bool:
    """What is told last before the place settles it, "years ago" or "now"; else what its own clause says after it."""
    if telling.says("OVER", telling.sentence(place)):
        return True
    before = telling.before(place) + place[0]
    past, now = telling.last("PAST", before), telling.last("NOW", before)
    return past > now if past != now else telling.says("PAST", telling.after(place))


def _is_supposed(telling: Telling, place: Place) -> bool:
    """Whether the place stands within three words behind an "if" that is not part of a threat."""
    before = telling.before(place)
    supposed = telling.last("SUPPOSE", before)
    near = supposed >= 0 and len(_WORD.findall(before[supposed:])) < _NEAR
    return near and not telling.says("SAY", before[:supposed])


def _has_just_happened(telling: Telling, place: Place) -> bool:
    sentence = telling.sentence(place)
    return telling.says("JUST", sentence) or telling.says("WOUND", sentence) or telling.says("HIDE")
