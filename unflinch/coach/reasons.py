"""What stands behind an offer, in sentences with the person's own numbers, and why there is none today."""

from collections.abc import Callable, Collection, Mapping
from typing import Final

from nerve.suggestion import Choice, Reason

_ENOUGH_TO_TELL: Final = 8
_MOST_SAID: Final = 2
_A_GUESS: Final = 5  # per cent: a guess told any finer would pretend to know

SENTENCES: Final[Mapping[str, str]] = {
    "first": "A small one to begin with. Whatever they say, you’ll have asked.",
    "first_no_of_your_own": "A small one to begin with. Whatever they say, you’ll have said it.",
    "smaller_step": "Something was too much lately, so this one aims lower.",
    "softer_after_sting": "One of your last asks stung hard, so this one is a clear step gentler.",
    "low_energy": "You’re low on energy today, so this one asks little of you.",
    "a_lot_lately": "It’s been a lot lately. A day off is fine too.",
    "small_surprises": "In your log, small surprises seem to stick better than big ones. This may be one.",
    "refused_more": "You’ve heard more noes than the library guessed. That’s no mark against you; it’s allowed for.",
    "new_ground": "New ground: not much like your recent asks.",
    "heavy_day": "That was a lot. Today’s for rest; asks will keep.",
    "heavy_and_unfair": "That was a lot, and not all of it was fair. Today’s for rest; asks will keep.",
    "day_off": "A day off looks worth more than any ask today. They’ll keep.",
    "nothing_left": "Every card is resting today, and so can you. They’ll keep.",
    "all_too_much": "Every card looks like too much right now, so today’s off. If it stays like this for days, "
    "talking it over with somebody may do you more good than a card.",
    "nothing_here": "Nothing left fits where you are today. Rest, or ask something of your own.",
    "worse_twice": "No asks today. They’ll keep.",
    "next_step": "A fair next step from where you are.",
}

# What goes without saying beside another reason: before the first ask all ground is new.
_IMPLIED: Final[Mapping[str, Collection[str]]] = {"new_ground": ("first", "first_no_of_your_own")}

# What `patterns` says of a card, where it is so.
_SAID_ALREADY: Final = frozenset(
    {"first", "first_no_of_your_own", "smaller_step", "softer_after_sting", "low_energy", "booster", "next_step"}
)

# True on every day once it is true; heard daily it would weigh more than it says.
_LATER: Final = frozenset({"refused_more", "small_surprises"})


def sentence_for(choice: Choice) -> str:
    """The two weightiest reasons; that it is the next step is said only where there is no other."""
    given = {reason.code for reason in choice.reasons}
    weighty = [reason for reason in choice.reasons if given.isdisjoint(_IMPLIED.get(reason.code, ()))]
    special = sorted((reason for reason in weighty if reason.code != "next_step"), key=lambda one: one.code in _LATER)
    said = [REASON_SENTENCES.get(reason.code, _plain)(reason) for reason in (special or weighty)[:_MOST_SAID]]
    return " ".join(sentence for sentence in said if sentence)


def facts_behind(choice: Choice) -> tuple[str, ...]:
    """What was counted and guessed of a card, a sentence each, the weightiest first."""
    given = {reason.code for reason in choice.reasons}
    weighty = [reason for reason in choice.reasons if given.isdisjoint(_IMPLIED.get(reason.code, ()))]
    weighty = [reason for reason in weighty if reason.code not in _SAID_ALREADY]
    said = [REASON_SENTENCES.get(reason.code, _plain)(reason) for reason in weighty]
    return tuple(sentence for sentence in said if sentence)


def _plain(reason: Reason) -> str:
    return SENTENCES.get(reason.code, "")


def _own_forecast(reason: Reason) -> str:
    """What they expected so far and what they heard; with few answers it says that they are few."""
    said, noes, answers = (round(reason.numbers[name]) for name in ("said", "noes", "answers"))
    if answers == 1:
        heard = "a no" if noes else "a yes"
        return f"You said a no was {said}% likely, and heard {heard}. One answer is too few to tell."
    heard = {0: "none", 1: "one no"}.get(noes, f"{noes} noes")
    few = " Too few to tell yet." if answers < _ENOUGH_TO_TELL else ""
    return f"So far you said a no was {said}% likely, and heard {heard} in {answers} answers.{few}"


def _kinder_than_it_feels(reason: Reason) -> str:
    """How likely a no is, as a guess. How likely it feels is for the person to say, and nobody is told."""
    return f"A fair guess for a no here is {_roughly(reason.numbers['likely'])}. Before an ask it often feels likelier."


def _kinder_to_your_no(reason: Reason) -> str:
    """The same where the no is the person's own: what may come back is that they push."""
    return f"You may expect them to push back. A fair guess is that {_roughly(reason.numbers['likely'])} would."


def _rested(reason: Reason) -> str:
    """How long ago something alike was asked."""
    days = int(reason.numbers["days"])
    return f"It’s {days} {'day' if days == 1 else 'days'} since you asked something like this."


def _booster(reason: Reason) -> str:
    """Why something somewhere new today, long after a programme."""
    return f"{round(reason.numbers['days'])} days or more since your programme. Time for one somewhere new."


def _roughly(percent: float) -> str:
    """A guess in steps of five; nothing is ever certain."""
    near = _A_GUESS * round(percent / _A_GUESS)
    if near < _A_GUESS:
        return f"less than {_A_GUESS}%"
    return f"about {near}%" if near <= 100 - _A_GUESS else f"more than {100 - _A_GUESS}%"


REASON_SENTENCES: Final[Mapping[str, Callable[[Reason], str]]] = {
    "own_forecast": _own_forecast,
    "kinder_than_it_feels": _kinder_than_it_feels,
    "kinder_to_your_no": _kinder_to_your_no,
    "rested": _rested,
    "booster": _booster,
}
