"""Whether a word is a syllable that Vietnamese can have: the judge of conversions that cannot ask the writer."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ONSETS = r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|th|tr|qu|[bcdđghklmnprstvx])?"
_RHYMES = frozenset(
    re.findall(
        r"\S+",
        "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
        "e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
        "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc "
        "oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uên uênh uêt ui um un "
        "ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uynh uyn uyêt uyên uyt uyu "
        "ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu ynh yt ych",
    )
)
_SYLLABLE = re.compile(rf"({_ONSETS})([aăâeêioôơuưy][aăâeêioôơuưychmngpt]*)")
_STOPPED = re.compile(r"(?:c|ch|p|t)$")


@lru_cache(maxsize=50_000)
def is_syllable(word: str) -> bool:
    """Whether `word` is built as Vietnamese syllables are: first sound, rhyme and a tone that fits."""
    if not (word[1:].islower() or word.isupper() or len(word) == 1):
        return False
    apart = unicodedata.normalize("NFD", word.lower())
    tones = [char for char in apart if char in _TONES]
    bare = unicodedata.normalize("NFC", "".join(char for char in apart if char not in _TONES))
    if len(tones) > 1 or not bare:
        return False
    match = _SYLLABLE.fullmatch(bare)
    if match is None or not (match[2] in _RHYMES or _is_after_gi(match[1], bare)):
        return False
    return not _STOPPED.search(bare) or not tones or tones[0] in "\u0301\u0323"


def _is_after_gi(onset: str, bare: str) -> bool:
    """`giêng`, `gìn`: the i of `gi` belongs to the rhyme too."""
    return onset == "gi" and bare[1:] in _RHYMES


def is_marked(word: str) -> bool:
    """Whether a word has a letter or sign beyond ASCII, other than common punctuation."""
    return any(char > "\x7f" and char not in "–—“”‘’…\u00a0\ufeff" for char in word)


__all__ = ["is_marked", "is_syllable"]
