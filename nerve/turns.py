"""Whose turn it is: among cards that are about as good, so that days and places vary (evidence R8)."""

from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import Final

import numpy as np

from nerve.arrays import Bools, Ints
from nerve.library import Library
from nerve.parameters import FRESH_ASKS, FRESH_CARDS, OWN_NO_DAYS, TURN_AFTER, TURN_DAYS, TURN_GROWTH, TURN_SHARE
from nerve.rep import Rep
from nerve.replay import Observations

# Its multiples fill a circle more evenly than chance does, however many there are (Weyl 1916).
_GOLDEN: Final = (5.0**0.5 - 1.0) / 2.0
_MIXING: Final = np.uint64(0x9E3779B97F4A7C15)
_HALF: Final = np.uint64(32)


def cards_in_turn(told: Observations, library: Library) -> int:
    """How many cards take turns today: the best ones of the library, and more with each day without an ask."""
    idle = float(told.ago.min(where=told.asked, initial=TURN_DAYS))
    grown = TURN_GROWTH * max(0.0, np.floor(idle) - TURN_AFTER)
    return max(1, round(float(TURN_SHARE * (1.0 + grown) * len(library))))


def in_turn(among: Bools, library: Library, *, salt: int, day: date) -> int:
    """The row of the card whose turn it is on this day; at least one is among them.

    Each person (`salt`, 64 bits) has an order of their own, and the days walk through it: the same cards on another day
    bring another card, until most have been met.
    """
    rows = np.flatnonzero(among)
    walked = day.toordinal() * _GOLDEN % 1.0
    return int(rows[_order(library.hashes[rows], salt)[int(walked * len(rows))]])


def _order(hashes: Ints, salt: int) -> Ints:
    """A shuffle that leaves the order of two cards as it is, whichever others there are."""
    mixed = (hashes.astype(np.uint64) ^ np.uint64(salt)) * _MIXING
    return np.asarray((mixed ^ (mixed >> _HALF)) * _MIXING, dtype=np.uint64).argsort(kind="stable")


def fresh_first(among: Bools, reps: Sequence[Rep], library: Library) -> Bools:
    """Those that belong to another place than the last asks, as long as some are left."""
    last = islice((rep for rep in reversed(reps) if rep.made), FRESH_ASKS)
    rows = [row for rep in last if (row := library.row_of.get(rep.key)) is not None]
    fresh = among & ~np.isin(library.settings, library.settings[rows])
    return fresh if fresh.sum() >= FRESH_CARDS else among


def without_own_noes(may_be: Bools, library: Library, *, salt: int, day: date) -> Bools:
    """These cards without the noes that one says oneself, but on one day of six; with them where nothing else is left.

    To turn something down is practice of another kind, and has a deck of its own.
    """
    others = may_be & ~library.own_no
    return may_be if (day.toordinal() + salt) % OWN_NO_DAYS == 0 or not others.any() else others
