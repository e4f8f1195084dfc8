"""Why this card, in a sentence or two that the person's own log bears out: places and titles, counts, no percentages.

Each pattern looks at the card and the log and says its sentence where it is true, or nothing. Of those that are true
the days take turns, so that the same is not heard two days running.
"""

from collections.abc import Callable
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.vocabulary import Channel, Kind, Place, Setting
from unflinch.coach.case import Case
from unflinch.practice.history import LoggedAsk
from unflinch.practice.vocabulary import Outcome

_BRACED: Final = 60  # from here on a no was expected: the fourth and fifth of the five words
_LITTLE_STING: Final = 30
_TENSE: Final = 60
_ENOUGH: Final = 6  # forecasts with an answer, to say how they went
_MOSTLY: Final = 0.75  # of ten people seven or eight
_SELDOM: Final = 0.4
_EVEN: Final = (0.45, 0.55)
_LIGHT: Final = 2  # the last step of boldness that is called small
_SHORT: Final = 5  # minutes
_A_WHILE: Final = 14  # days
_BACK_AFTER: Final = 7  # days
_SOME: Final = 3  # asks, before it is said what is missing among them

_NOWHERE: Final = frozenset({"", Setting.OTHER, Setting.ONLINE})


def reason_for(case: Case) -> str:
    """What is said of this card today; there is always something."""
    urgent = [said for pattern in _FIRST if (said := pattern(case))]
    told = [said for pattern in _TOLD if (said := pattern(case))]
    of_the_card = [said for pattern in _OF_THE_CARD if (said := pattern(case))]
    if urgent and _is_fresh(case):
        return urgent[0]
    # What the log says goes before what is true of the card for anybody.
    found = [*urgent, *told] if len(urgent) + len(told) > 1 else [*urgent, *told, *of_the_card]
    return found[case.day.toordinal() % len(found)] if found else _("A fair next step from where you are.")


def _is_fresh(case: Case) -> bool:
    """Whether what is special about today is of today: it is said on that day, and then takes its turn."""
    last = case.asks[-1].day if case.asks else None
    is_new = last is not None and (case.day - last).days == 1
    return case.is_empty or is_new or case.too_much_on == case.day or "booster" in case.codes


def _first(case: Case) -> str:
    """Before the first ask: what is true of the card, and nothing about the person."""
    if case.asks:
        return ""
    if case.challenge.kind == Kind.SAY_NO:
        return _("Whatever they say, you’ll have said it.")
    if case.card is not None and case.card.yes_rate >= _MOSTLY and case.challenge.kind == Kind.ASK:
        return _("Most people say yes to this one. Whatever they say, you’ll have asked.")
    return _("Whatever they say, you’ll have asked.")


def _too_much(case: Case) -> str:
    much = catalogue().get(case.too_much)
    if "smaller_step" not in case.codes or much is None or case.boldness >= much.boldness:
        return ""
    return _("“%(title)s” was too much, so this one is gentler.") % {"title": much.title}


def _after_a_sting(case: Case) -> str:
    stung, bold = case.last, _boldness_of(case.last)
    if "softer_after_sting" not in case.codes or bold is None or case.boldness >= bold or not case.titled(stung):
        return ""
    if stung is None or stung.sting is None or stung.sting <= _LITTLE_STING:
        return ""
    return _("“%(title)s” stung, so this one is gentler.") % {"title": case.titled(stung)}


def _little_in_the_tank(case: Case) -> str:
    if not case.is_empty or case.boldness > _LIGHT or case.challenge.minutes > _SHORT:
        return ""
    return ngettext(
        "You’re low today, and this one’s small: about %(minutes)s minute.",
        "You’re low today, and this one’s small: about %(minutes)s minutes.",
        case.challenge.minutes,
    ) % {"minutes": case.challenge.minutes}


def _booster(case: Case) -> str:
    return _("It’s been a while since your programme. Time for one somewhere new.") if "booster" in case.codes else ""


def _braced_twice(case: Case) -> str:
    """The last two times that a no was expected, a yes came."""
    braced = [entry for entry in case.alike if (entry.no_before or 0) >= _BRACED and entry.answered]
    one, other = braced[-2:] if len(braced) > 1 else (None, None)
    if one is None or other is None or {one.outcome, other.outcome} != {Outcome.YES}:
        return ""
    places = [entry.place for entry in (one, other)]
    if not _NOWHERE.isdisjoint(places) or places[0] == places[1]:
        return _named_twice(case, one, other)
    where = {"one": _where(places[0]), "other": _where(places[1])}
    bold = {_boldness_of(one), _boldness_of(other)}
    if bold == {case.boldness}:
        return _("You braced for a no %(one)s and %(other)s. Both said yes. This one is about that size.") % where
    return _("You braced for a no %(one)s and %(other)s. Both said yes.") % where


def _named_twice(case: Case, one: LoggedAsk, other: LoggedAsk) -> str:
    titles = {"one": case.titled(one), "other": case.titled(other)}
    if not all(titles.values()) or titles["one"] == titles["other"]:
        return ""
    return _("You braced for a no to “%(one)s” and “%(other)s”. Both got a yes.") % titles


def _braced_once(case: Case) -> str:
    last = case.last
    if last is None or (last.no_before or 0) < _BRACED or last.outcome != Outcome.YES or not case.titled(last):
        return ""
    return _("You braced for a no to “%(title)s”, and got a yes.") % {"title": case.titled(last)}


def _yes_there(case: Case) -> str:
    """What was asked in this place last got a yes."""
    there = None if case.challenge.setting in _NOWHERE else case.last_at(case.challenge.setting)
    if there is None or there.outcome != Outcome.YES or not case.titled(there):
        return ""
    told = {"where": _where(case.challenge.setting), "title": case.titled(there)}
    return _("You’ve asked %(where)s before: “%(title)s” got a yes.") % told


def _new_place(case: Case) -> str:
    place = case.challenge.setting
    # Where an ask was in a place that nobody named, it may have been in this one.
    if place in _NOWHERE or len(case.asks) < _SOME or case.was_at(place) or case.was_at(""):
        return ""
    return _("You haven’t asked anybody %(where)s yet. New ground.") % {"where": _where(place)}


def _long_since(case: Case) -> str:
    there = None if case.challenge.setting in _NOWHERE else case.last_at(case.challenge.setting)
    days = 0 if there is None or there.day is None else (case.day - there.day).days
    if days < _A_WHILE:
        return ""
    return _("It’s been %(days)s days since you asked somebody %(where)s.") % {
        "days": days,
        "where": _where(case.challenge.setting),
    }


def _away(case: Case) -> str:
    days = [entry.day for entry in case.asks if entry.day]
    if not days or (case.day - max(days)).days < _BACK_AFTER or case.boldness > _LIGHT:
        return ""
    return _("It’s been %(days)s days since your last ask. This is a small one to get back in.") % {
        "days": (case.day - max(days)).days
    }


def _mild_no(case: Case) -> str:
    noes = [entry for entry in case.alike if entry.outcome == Outcome.NO]
    if not noes or noes[-1].sting is None or noes[-1].sting > _LITTLE_STING or not case.titled(noes[-1]):
        return ""
    return _("“%(title)s” was a no, and it hardly stung.") % {"title": case.titled(noes[-1])}


def _went_anyway(case: Case) -> str:
    last = case.last
    if last is None or (last.tension_before or 0) < _TENSE or not last.made or not case.titled(last):
        return ""
    return _("You were tense before “%(title)s”, and you asked anyway.") % {"title": case.titled(last)}


def _bolder_after_yeses(case: Case) -> str:
    one, other = case.alike[-2:] if len(case.alike) > 1 else (None, None)
    bold = max((_boldness_of(entry) or 5 for entry in (one, other)), default=5)
    if one is None or other is None or {one.outcome, other.outcome} != {Outcome.YES} or case.boldness <= bold:
        return ""
    return _("Your last two asks both got a yes, so this one is a step bolder.")


def _gentler_after_a_no(case: Case) -> str:
    last, bold = case.last, _boldness_of(case.last)
    if last is None or last.outcome != Outcome.NO or bold is None or case.boldness >= bold or not case.titled(last):
        return ""
    return _("“%(title)s” was a no. This one is gentler.") % {"title": case.titled(last)}


def _expected_and_heard(case: Case) -> str:
    """How many noes were expected and how many came; only where that is good to hear."""
    told = [entry for entry in case.alike if entry.no_before is not None and entry.answered]
    expected = sum((entry.no_before or 0) >= _BRACED for entry in told)
    heard = sum(entry.outcome == Outcome.NO for entry in told)
    if len(told) < _ENOUGH or heard >= expected:
        return ""
    return _("In %(asks)s asks you braced for %(expected)s noes, and heard %(heard)s.") % {
        "asks": len(told),
        "expected": expected,
        "heard": heard,
    }


def _own(case: Case) -> str:
    return _("You wrote this one yourself.") if case.challenge.own else ""


def _fits_where_one_is(case: Case) -> str:
    if case.place == Place.HOME and case.challenge.channel == Channel.PHONE:
        return _("You’re at home today, and this one takes a phone.")
    if case.place == Place.HOME and case.challenge.channel != Channel.IN_PERSON:
        return _("You’re at home today, and this one you write.")
    if case.place == Place.OUT and case.challenge.setting not in _NOWHERE:
        return _("You’re out today, and this one happens %(where)s.") % {"where": _where(case.challenge.setting)}
    return ""


def _rate(case: Case) -> str:
    """How likely a yes is, in words; a guess that the library holds, and no claim about anybody."""
    if case.card is None or case.challenge.kind != Kind.ASK or case.card.warm_up:
        return ""
    if case.card.yes_rate >= _MOSTLY:
        return _("Most people say yes to this one.")
    if case.card.yes_rate <= _SELDOM:
        return _("This one often gets a no. Hearing it is the practice.")
    if _EVEN[0] <= case.card.yes_rate <= _EVEN[1]:
        return _("This one could go either way.")
    return ""


def _short(case: Case) -> str:
    if case.challenge.minutes > _SHORT:
        return ""
    return ngettext(
        "It takes about %(minutes)s minute.", "It takes about %(minutes)s minutes.", case.challenge.minutes
    ) % {"minutes": case.challenge.minutes}


def _boldness_of(entry: LoggedAsk | None) -> int | None:
    card = None if entry is None else catalogue().get(entry.key)
    return None if card is None else card.boldness


def _where(setting: str) -> str:
    return str(Setting(setting).label)


_Pattern = Callable[[Case], str]
_FIRST: Final[tuple[_Pattern, ...]] = (_booster, _too_much, _after_a_sting, _little_in_the_tank, _first)
_TOLD: Final[tuple[_Pattern, ...]] = (
    *(_braced_twice, _braced_once, _bolder_after_yeses, _gentler_after_a_no, _went_anyway, _yes_there, _mild_no),
    *(_new_place, _long_since, _away, _expected_and_heard, _own),
)
_OF_THE_CARD: Final[tuple[_Pattern, ...]] = (_fits_where_one_is, _rate, _short)
