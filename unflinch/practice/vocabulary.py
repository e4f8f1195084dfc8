"""The fixed lists of practice: the words that stand in the clear, with what the screen says."""

from collections.abc import Mapping
from typing import Final

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Outcome(TextChoices):
    YES = "yes", "Yes"
    NO = "no", "No"
    MAYBE = "maybe", "Maybe"
    NO_REPLY = "no_reply", "No answer"
    WENT = "went", "I did it"  # a warm-up, which nobody can refuse: there was no answer to hear
    NOT_ASKED = "not_asked", "Not this time"


# What a total counts; nobody totals warm-ups.
TALLIED: Final = tuple(outcome for outcome in Outcome if outcome != Outcome.WENT)
# After these a last word may still come.
OPEN_OUTCOMES: Final = frozenset({Outcome.MAYBE, Outcome.NO_REPLY})


class NotAskedReason(TextChoices):
    NO_CHANCE = "no_chance", "I didn’t get the chance"
    NOT_THE_MOMENT = "not_the_moment", "not the right moment"
    TOO_MUCH = "too_much", "too much for today"
    TOO_TIRED = "too_tired", "too tired"
    FELT_WRONG = "felt_wrong", "it felt wrong"


class AnswerKind(TextChoices):
    FIRST = "first", "first answer"
    SETTLING = "settling", "they replied later"
    SLIP = "slip", "a mis-tap, corrected"


class Manner(TextChoices):
    """How an answer was more than its word."""

    COUNTER_OFFER = "counter_offer", "they offered something else"
    CONDITION = "condition", "on a condition"
    SUBSTITUTE = "substitute", "something similar instead"
    TAKEN_BACK = "taken_back", "they took it back"
    GRANTED_ANYWAY = "granted_anyway", "they said no and did it anyway"
    PASSED_ON = "passed_on", "they sent me to somebody else"


# The answer that goes with it, where somebody tells it first: an offer and another address are neither yes nor no.
OUTCOME_OF: Final[Mapping[str, Outcome]] = {
    Manner.COUNTER_OFFER: Outcome.MAYBE,
    Manner.PASSED_ON: Outcome.MAYBE,
    Manner.GRANTED_ANYWAY: Outcome.NO,
}


class Feared(TextChoices):
    """What may happen: what one's own body or words do, what they think, and what they do that one can see or hear."""

    GO_RED = "go_red", "I go red"
    VOICE_SHAKES = "voice_shakes", "my voice shakes"
    LOSE_WORDS = "lose_words", "I lose my words"
    THINK_ME_WEIRD = "think_me_weird", "they think I’m weird"
    NUISANCE = "nuisance", "they think I’m a nuisance"
    REPLY_COLDLY = "reply_coldly", "they reply coldly"
    LEFT_ON_READ = "left_on_read", "they leave me on read"

    LOOK_ANNOYED = "look_annoyed", "they look annoyed"
    LAUGH = "laugh", "they laugh at me"
    IGNORE = "ignore", "they ignore me"
    GET_ANGRY = "get_angry", "they get angry"
    STARE = "stare", "they stare at me"
    TELL_OTHERS = "tell_others", "they tell somebody else"
    OWN = "own", "something else"
    CURIOUS = "curious", "nothing, I’m curious"


# What nobody can see, hear or do over that channel is not on offer there.
UNFIT: Final[Mapping[str, frozenset[Feared]]] = {
    "in_person": frozenset({Feared.LEFT_ON_READ}),
    "phone": frozenset({Feared.GO_RED, Feared.LOOK_ANNOYED, Feared.LAUGH, Feared.STARE, Feared.LEFT_ON_READ}),
    "written": frozenset(
        {Feared.GO_RED, Feared.VOICE_SHAKES, Feared.LOSE_WORDS, Feared.LOOK_ANNOYED, Feared.LAUGH, Feared.STARE}
    ),
}


# What most people fear over that channel is offered at once; the rest stands behind "something else".
FEARED_FIRST: Final[Mapping[str, tuple[Feared, ...]]] = {
    "in_person": (
        Feared.LOOK_ANNOYED,
        Feared.LAUGH,
        Feared.THINK_ME_WEIRD,
        Feared.NUISANCE,
        Feared.GO_RED,
        Feared.VOICE_SHAKES,
        Feared.LOSE_WORDS,
        Feared.CURIOUS,
    ),
    "phone": (
        Feared.LOSE_WORDS,
        Feared.VOICE_SHAKES,
        Feared.NUISANCE,
        Feared.THINK_ME_WEIRD,
        Feared.REPLY_COLDLY,
        Feared.GET_ANGRY,
        Feared.CURIOUS,
    ),
    "written": (
        Feared.LEFT_ON_READ,
        Feared.REPLY_COLDLY,
        Feared.THINK_ME_WEIRD,
        Feared.NUISANCE,
        Feared.GET_ANGRY,
        Feared.TELL_OTHERS,
        Feared.CURIOUS,
    ),
}


class Feeling(TextChoices):
    NERVOUS = "nervous", "nervous"
    HEART_POUNDING = "heart_pounding", "heart pounding"
    EMBARRASSED = "embarrassed", "embarrassed"
    ASHAMED = "ashamed", "ashamed"
    HURT = "hurt", "hurt"
    ANGRY = "angry", "angry"
    DRAINED = "drained", "drained"
    STEADY = "steady", "steady"
    RELIEVED = "relieved", "relieved"
    AMUSED = "amused", "amused"
    WARM = "warm", "warm"
    JOYFUL = "joyful", "joyful"
    PROUD = "proud", "proud"
    POWERFUL = "powerful", "powerful"


class NoKind(TextChoices):
    FRIENDLY = "friendly", "friendly"
    EXPLAINED = "explained", "with a reason"
    NOT_NOW = "not_now", "not now"
    PLAIN = "plain", "just no"
    RUDE = "rude", "rude"


class Degree(TextChoices):
    YES = "yes", "yes"
    A_BIT = "a_bit", "a bit"
    NO = "no", "no"


class Rehearsed(TextChoices):
    NO = "no", "no"
    A_BIT = "a_bit", "a bit"
    A_LOT = "a_lot", "a lot"


class BackAfter(TextChoices):
    MINUTES = "minutes", "a few minutes"
    HOUR = "hour", "about an hour"
    TODAY = "today", "a few hours"
    NOT_YET = "not_yet", "not yet"


class SafeHabit(TextChoices):
    OVER_APOLOGISED = "over_apologised", "apologised too much"
    RUSHED = "rushed", "rushed"
    AVOIDED_EYES = "avoided_eyes", "looked away"
    JOKED = "joked", "made a joke of it"
    PHONE = "phone", "held on to my phone"
    DRINK = "drink", "had a drink"


class Harm(TextChoices):
    UNCOMFORTABLE = "they_uncomfortable", "they seemed uncomfortable"
    UNFAIR = "felt_unfair", "I felt treated unfairly"
    OWN_RULES = "against_my_rules", "it went against my own rules"


class Audience(TextChoices):
    ONE = "one", "one person"
    GROUP = "group", "a group, with one answer"


class Company(TextChoices):
    ALONE = "alone", "on my own"
    FRIEND = "friend", "with a friend"


class Link(TextChoices):
    """How an ask grew out of another."""

    MORE = "more", "asked for something bigger"
    ANOTHER = "another", "asked somebody else"
    PASSED_ON = "passed_on", "they sent me to somebody else"
    TOGETHER = "together", "we asked together"


class Precision(TextChoices):
    MOMENT = "moment", "moment"
    DAY = "day", "day"
    WEEK = "week", "week"
    NONE = "none", "only the order"


class Dots(IntegerChoices):
    """How much energy there is, in a word."""

    EMPTY = 1, _("low")
    LOW = 2, _("okay")
    FAIR = 3, _("good")
    FULL = 4, _("plenty")


class ProgrammeKind(TextChoices):
    FOUR_WEEKS = "four_weeks", "Four weeks"
    THIRTY_DAYS = "thirty_days", "Thirty days with a deck of cards"
    HUNDRED = "hundred", "One hundred asks"
    OWN = "own", "A programme of my own"


class RuleKind(TextChoices):
    GROUND = "ground", "ground rule"
    OWN = "own", "an old rule of mine, to break"


class AsideReason(TextChoices):
    NOT_NOW = "not_now", "not now"
    TOO_MUCH = "too_much", "too much"
    NOT_FOR_ME = "not_for_me", "not for me"


class Plainly(TextChoices):
    """A question that wants a yes or a no, or nothing."""

    NO = "no", "no"
    YES = "yes", "yes"


class Turn(TextChoices):
    """What the next week will be."""

    PACE = "pace", "the same pace"
    MORE = "more", "one more"
    FEWER = "fewer", "one fewer"
    REST = "rest", "a week off"
