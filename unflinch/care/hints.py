"""The question that goes with each thing one may ask about an idea. A hint never blocks."""

from typing import Final

from unflinch.care.respect import questions_raised_by

QUESTIONS: Final = {
    "dishonest": "Is all of it true? A true reason asks better than a made-up one.",
    "disrespectful": "Would they feel mocked, trapped or used? Could you ask it so that they would not?",
    "manipulative": "Can they say no without a bad feeling?",
    "unsafe": "Could somebody get hurt, you included? Is there a safer version?",
    "unlawful": "Is it allowed there? If you are not sure, ask for something that is.",
    "power_imbalance": "Could they walk away, and do they not depend on you?",
    "minors": "Is everybody you ask grown up?",
    "filming": "Would it work without a camera?",
    "romance": "Is this about being liked back? That is another kind of asking, and this is not made for it.",
}


def hints_for(*texts: str) -> list[str]:
    """A question for each thing that the words of an idea suggest; empty where they suggest nothing."""
    codes = dict.fromkeys(code for text in texts if text for code in questions_raised_by(text))
    return [QUESTIONS[code] for code in codes]
