"""Ways into the library that one tap takes: each a few challenges that have something in common, and how many."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from unflinch.challenges.catalogue import Challenges, catalogue
from unflinch.challenges.shape import Challenge
from unflinch.challenges.vocabulary import Channel, Kind, Setting

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_LIKELY_A_NO: Final = 0.5  # a yes from fewer than half
_Fits = Callable[[Challenge], bool]


@dataclass(frozen=True, slots=True)
class _Tile:
    """A way in: its slug, what stands on it, its icon, and which challenges it leads to."""

    slug: str
    title: "str | _StrPromise"
    icon: str
    fits: _Fits

    def of(self, challenges: Challenges) -> Challenges:
        """Those among these challenges that it leads to."""
        return challenges.where(self.fits)

    @property
    def many(self) -> int:
        """How many challenges it leads to."""
        return _many(self.slug)


def _in(*settings: Setting) -> _Fits:
    return lambda challenge: challenge.setting in settings


def _is_likely_a_no(challenge: Challenge) -> bool:
    """Whether fewer than half say yes; turning something down, or what cannot be refused, is another thing."""
    return challenge.kind == Kind.ASK and not challenge.warm_up and challenge.yes_rate < _LIKELY_A_NO


MOOD_TILES: Final = (
    _Tile("sofa", _("From the sofa"), "sofa", lambda challenge: challenge.channel != Channel.IN_PERSON),
    _Tile("no", _("Likely a no"), "bold", _is_likely_a_no),
    _Tile("gentle", _("Gentle ones"), "feather", lambda challenge: challenge.boldness == 1),
)
PLACE_TILES: Final = (
    _Tile("cafe", _("café"), "cup", _in(Setting.CAFE, Setting.RESTAURANT)),
    _Tile("shop", _("shop"), "bag", _in(Setting.SHOP)),
    _Tile("outdoors", _("outdoors"), "tree", _in(Setting.STREET, Setting.PARK)),
    _Tile("work", _("work or school"), "desk", _in(Setting.WORK, Setting.STUDY)),
    _Tile("home", _("home"), "door", _in(Setting.HOME)),
    _Tile("away", _("on the way"), "go", _in(Setting.TRANSPORT)),
)
TILES: Final[Mapping[str, _Tile]] = {tile.slug: tile for tile in (*MOOD_TILES, *PLACE_TILES)}


@cache
def _many(slug: str) -> int:
    return len(TILES[slug].of(catalogue().by_boldness))
