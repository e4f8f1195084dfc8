"""The reason of an offer in one honest sentence, with the person's own numbers."""

from collections.abc import Callable, Mapping
from typing import Final

from nerve.suggestion import Choice, Reason

ENOUGH_TO_TELL: Final = 8

SENTENCES: Final[Mapping[str, str]] = {
    "first": "A small one to begin with. Whatever they say, you have asked.",
    "smaller_step": "The last one was too much, so this step is smaller.",
    "low_energy": "There is little in the tank today, so this one is gentle.",
    "heavy_day": "That was a lot. Today is for resting; asks keep.",
    "softer_after_sting": "A no stung lately, so this one is softer.",
    "a_lot_lately": "It has been a lot lately. Not today is a fine answer.",
    "small_surprises": "Small surprises seem to stay with you longer than big ones.",
    "refused_more": "You hear no more often than most people would. That is no fault of yours, and this pick minds it.",
    "new_ground": "New ground: nothing like it lately.",
    "day_off": "Rest does more for you today than any ask here. They keep.",
    "nothing_left": "You have asked so much lately that the cards rest. So may you.",
    "worse_twice": "No asks today. They keep.",
    "next_step": "About one step from where you are.",
}


def sentence_for(choice: Choice) -> str:
    """The weightiest reason, and after it the person's own numbers where there are any."""
    said = [TOLD.get(reason.code, plain)(reason) for reason in choice.reasons[:2]]
    return " ".join(sentence for sentence in said if sentence)


def plain(reason: Reason) -> str:
    return SENTENCES.get(reason.code, "")


def own_forecast(reason: Reason) -> str:
    """What they expected so far and what they heard; with few answers it says that they are few."""
    numbers = reason.numbers
    noes, answers = round(numbers["noes"]), round(numbers["answers"])
    few = " Too few to tell yet." if answers < ENOUGH_TO_TELL else ""
    return f"So far you said a no was {numbers['said']:.0f} % likely, and heard {noes} in {answers}.{few}"


def booster(reason: Reason) -> str:
    """Why something small today, long after a programme."""
    days = reason.numbers["days"]
    return f"{days:.0f} days and more since your programme. A small one somewhere new keeps the fear quiet."


def kinder_than_it_feels(reason: Reason) -> str:
    """How likely a no seems to them here, by all they have told, and how likely it is."""
    felt, likely = reason.numbers["felt"], reason.numbers["likely"]
    return f"A no here may feel {felt:.0f} % likely. Our guess is {likely:.0f} %."


def rested(reason: Reason) -> str:
    """How long ago they last asked anything of the kind."""
    return f"Your last ask like this was {reason.numbers['days']:.0f} days ago. Time for one more."


TOLD: Final[Mapping[str, Callable[[Reason], str]]] = {
    "own_forecast": own_forecast,
    "booster": booster,
    "kinder_than_it_feels": kinder_than_it_feels,
    "rested": rested,
}
