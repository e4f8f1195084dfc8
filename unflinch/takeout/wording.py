"""What the pages call the fields of a diary."""

from collections.abc import Mapping
from typing import Final

from unflinch.takeout.diary.choices import LEFT_OUT, NO_ANSWER_YET, NOTE

_GROUPS: Final[Mapping[str, Mapping[str, str]]] = {
    "When": {
        "date": "the date", "time": "the time of day", "week": "the number of the week", "day": "the number of the day",
        "activity": "rows of one outing",
    },
    "What you asked": {
        "challenge": "what you asked", "asked_whom": "who you asked", "setting": "where", "channel": "how you asked",
        "kind": "the kind of ask", "audience": "one person or a group", "company": "alone or with a friend",
        "counts": "whether it counts", "pull": "how much you wanted it", "ask_id": "its id in Unflinch",
        "planned_date": "the day it was planned for", "planned_time": "the time it was planned for",
        "planned_week": "the week it was planned for", "planned_day": "the number of the day it was planned for",
        "grew_out_as": "how it grew out of another ask",
    },
    "What came back": {
        "outcome": "what came back", "reply_later": "what came back later", "manner": "more about the answer",
        "later_manner": "more about the later answer", "reason": "why you didn’t ask",
        "no_kind": "the kind of no", "their_words": "their words", "later_words": "their words later",
    },
    "Before": {
        "feared": "what you feared", "feared_before": "how likely the feared thing was",
        "no_before": "how likely a no was", "cost_before": "how bad a no would be",
        "tension_before": "how tense you were",
        "energy": "how your energy was",
        "rehearsed": "how much you rehearsed", "feelings_before": "how you felt before",
        "said_line": "your line", "when_where": "when and where", "cue_line": "when you reach what, you ask who",
    },
    "After": {
        "what_happened": "what happened", "emotion": "how you felt",
        "feared_happened": "how far the feared thing happened",
        "feared_after": "how likely it is next time", "cost_after": "how bad a no is now", "sting": "how much it stung",
        "surprise": "how surprised you were", "flinched": "whether you flinched", "funny": "whether it was funny",
        "back_after": "when you felt OK again", "safe_habits": "what you did to feel safe",
        "harms": "what wasn’t right", "fact_line": "the fact, said back", "kind_line": "a kind line to yourself",
        "lesson": "what you learned", "gained": "what you gained",
        "gained_amount": "what that is worth", "believe_next": "what you’d have to see to believe it",
        "wants_echo": "whether to check in the next day",
        "other_notes": "other notes",
    },
    "On a later day": {
        "echo_date": "which day that was", "still_stings": "whether it still stung",
        "round_and_round": "how much it went round in your head", "said_back": "what you said about it then",
    },
    "Totals, where a row only counts": {
        "yeses": "how many yeses", "noes": "how many noes", "maybes": "how many maybes",
        "silences": "how many silences", "not_asked": "how many not asked",
    },
}  # fmt: skip
# What came back, as a sentence says it.
MEANINGS: Final[Mapping[str, str]] = {
    "yes": "a yes", "no": "a no", "maybe": "a maybe", "no_reply": "no answer", "went": "a warm-up, done",
    "not_asked": "not asked",
    NO_ANSWER_YET: "planned", LEFT_OUT: "nothing",
}  # fmt: skip
LABELS: Final = {field: label for group in _GROUPS.values() for field, label in group.items()}
FIELD_GROUPS: Final = [
    (NOTE, "a note beside the ask"),
    (LEFT_OUT, "nothing: leave it out"),
    *((group, list(fields.items())) for group, fields in _GROUPS.items()),
]


def words_for(field: str | None) -> str:
    """What a page calls this field."""
    if field is None:
        return "a note beside the ask"
    return "left out" if field == LEFT_OUT else LABELS.get(field, field.replace("_", " "))
