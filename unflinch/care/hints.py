"""The question that goes with each thing one may ask about an idea. A hint never blocks."""

from typing import Final

from unflinch.care.respect import questions_raised_by

QUESTIONS: Final = {
    "dishonest": "Is all of it true? A true reason asks better than a made-up one.",
    "disrespectful": "Would they feel mocked, trapped or used? Could you ask so they wouldn’t?",
    "manipulative": "Can they say no without feeling bad?",
    "unsafe": "Could somebody get hurt, you included? Is there a safer version?",
    "unlawful": "Is it allowed there? If you’re not sure, ask for something that is.",
    "power_imbalance": "Are they free to walk away, and independent of you?",
    "minors": "Is everybody you ask an adult?",
    "filming": "Would it work without a camera?",
    "romance": "Is this about being liked back? That’s another kind of asking, and not what this is for.",
}


def hints_for(*texts: str) -> list[str]:
    """A question for each thing that the words of an idea suggest; empty where they suggest nothing."""
    codes = dict.fromkeys(code for text in texts if text for code in questions_raised_by(text))
    return [QUESTIONS[code] for code in codes]
