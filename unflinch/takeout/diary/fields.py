"""The fields of a diary, and what reads the cells of each."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from nerve.rep import AFTER, BEFORE
from unflinch.challenges.vocabulary import Channel, Kind
from unflinch.practice.vocabulary import (
    Audience,
    BackAfter,
    Company,
    Degree,
    Feared,
    Feeling,
    Harm,
    Link,
    Manner,
    NoKind,
    NotAskedReason,
    Rehearsed,
    SafeHabit,
)
from unflinch.takeout.diary import cells, clocks, days, outcomes, scales
from unflinch.takeout.diary.folding import tidy_cell

_Reader = Callable[[str], Any]

# What people say for the words of our lists, beside the codes and what the screen says.
_ALSO: Final[Mapping[Any, Mapping[str, str]]] = {
    Channel: {
        Channel.IN_PERSON: "face to face, f2f, live, irl, person, personally, persönlich, en persona, en personne",
        Channel.PHONE: "call, phone call, telephone, by telephone, by phone, telefon, telefonisch, anruf, teléfono, "
        "llamada, téléphone",
        Channel.EMAIL: "by email, by e mail, e mail, mail, per mail, correo, courriel",
        Channel.ONLINE: "message, chat, text, text message, sms, dm, whatsapp, social media, web, website, form, "
        "internet, zoom, teams, video call, video, linkedin, instagram, instagram dm, facebook, messenger, signal, "
        "telegram, forum, app",
        Channel.LETTER: "post, by post, note, brief, carta, lettre",
    },
    Kind: {Kind.OFFER: "gift, give, compliment", Kind.SAY_NO: "saying no, no, a no of my own"},
    Company: {Company.FRIEND: "with friend, friends, with friends, together", Company.ALONE: "solo, by myself"},
    Audience: {Audience.GROUP: "a group, several, a group that answers once"},
    Degree: {Degree.YES: "y, a lot", Degree.A_BIT: "a little, somewhat", Degree.NO: "n, not at all"},
    BackAfter: {
        BackAfter.MINUTES: "minutes, at once",
        BackAfter.HOUR: "an hour",
        BackAfter.TODAY: "later today, same day, the same day",
    },
    Link: {Link.MORE: "asked for more", Link.PASSED_ON: "was passed on", Link.TOGETHER: "asked together"},
    NoKind: {NoKind.EXPLAINED: "explained", NoKind.PLAIN: "plain, plain no"},
    NotAskedReason: {
        NotAskedReason.NO_CHANCE: "no chance came, no chance",
        NotAskedReason.NOT_THE_MOMENT: "not the moment, wrong moment",
    },
    SafeHabit: {
        SafeHabit.OVER_APOLOGISED: "over-apologised",
        SafeHabit.AVOIDED_EYES: "avoided eyes",
        SafeHabit.JOKED: "joked it away",
        SafeHabit.PHONE: "phone in hand",
        SafeHabit.DRINK: "a drink, drink",
    },
}


def _words(choices: Any) -> dict[str, str]:
    """The code of every word of this list: the codes, what the screen says, and what people say."""
    told = {word: code for code, also in _ALSO.get(choices, {}).items() for word in also.split(", ")}
    told |= {label: code for code, label in choices.choices} | {code: code for code in choices.values}
    return {tidy_cell(word): str(code) for word, code in told.items()}


def _rated(*names: str) -> dict[str, _Reader]:
    return dict.fromkeys(names, scales.rating)


def _worded(*names: str) -> dict[str, _Reader]:
    return dict.fromkeys(names, cells.text)


def _numbered(names: Iterable[str]) -> dict[str, _Reader]:
    return dict.fromkeys(names, cells.number)


TOTALS: Final = ("yeses", "noes", "maybes", "silences", "not_asked")
FIELDS: Final[Mapping[str, _Reader]] = {
    "ask_id": cells.text,
    "week": cells.counted("week", cells.MOST_WEEKS_READ),
    "day": cells.counted("day", cells.MOST_DAYS),
    "date": days.day,
    "time": clocks.clock,
    **_worded("activity", "challenge", "asked_whom", "setting"),
    "channel": cells.one_of(_words(Channel)),
    "outcome": outcomes.outcome,
    "reply_later": outcomes.outcome,
    "manner": cells.one_of(_words(Manner)),
    "later_manner": cells.one_of(_words(Manner)),
    "reason": cells.text,
    **_worded("emotion", "what_happened"),
    "kind": cells.one_of(_words(Kind)),
    "audience": cells.one_of(_words(Audience)),
    "company": cells.one_of(_words(Company)),
    "counts": cells.boolean,
    **_rated(*BEFORE, "pull", *AFTER, "energy"),
    **_worded("feared"),
    "no_kind": cells.one_of(_words(NoKind)),
    "flinched": cells.one_of(_words(Degree)),
    "funny": cells.boolean,
    "back_after": cells.one_of(_words(BackAfter)),
    "rehearsed": cells.one_of(_words(Rehearsed)),
    "safe_habits": cells.some_of(_words(SafeHabit)),
    "harms": cells.some_of(_words(Harm)),
    **_worded("fact_line", "kind_line", "lesson", "gained", "other_notes"),
    "gained_amount": cells.amount,
    **_worded("believe_next", "their_words", "later_words"),
    "wants_echo": cells.boolean,
    "feelings_before": cells.some_of(_words(Feeling)),
    **_worded("said_line", "when_where", "cue_line"),
    "planned_date": cells.iso_day,
    "planned_time": cells.iso_clock,
    "planned_week": cells.counted("week", cells.MOST_WEEKS_READ),
    "planned_day": cells.counted("day", cells.MOST_DAYS),
    "grew_out_as": cells.one_of(_words(Link)),
    "echo_date": cells.iso_day,
    **_rated("still_stings", "round_and_round"),
    **_worded("said_back"),
    **_numbered(TOTALS),
}
RATING_FIELDS: Final = frozenset(name for name, reader in FIELDS.items() if reader is scales.rating)
REASONS: Final = _words(NotAskedReason)
# By what the screen says, in small letters, and by their codes.
FEELINGS: Final[Mapping[str, str]] = {word: str(one) for one in Feeling for word in (one.label.casefold(), one.value)}
FEARS: Final[Mapping[str, str]] = {
    # What the screen said until 1 December 2026, for sheets that were kept since.
    "look annoyed": Feared.LOOK_ANNOYED,
    "laugh and walk off": Feared.LAUGH,
    "ignore me": Feared.IGNORE,
    "get angry": Feared.GET_ANGRY,
    "stare at me": Feared.STARE,
    "tell somebody else": Feared.TELL_OTHERS,
    "i’m just curious": Feared.CURIOUS,
    **{word: str(one) for one in Feared if one != Feared.OWN for word in (one.label.casefold(), one.value)},
}
