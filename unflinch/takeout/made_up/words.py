"""What the made-up person wrote. Nobody said this; it is how such a diary sounds."""

from typing import Final

AFTER_A_NO: Final = (
    "A friendly no and a shrug. Nobody turned round.",
    "She explained it at length; I thanked her twice too often.",
    "“Not today”, and back to the crossword.",
    "He laughed, but with me, I think.",
    "A plain no. My ears went hot and then they cooled.",
    "They were closing. Bad timing, nothing else.",
    "No, and then they told me who might know.",
    "I had the sentence half out when they shook their head.",
)
AFTER_A_YES: Final = (
    "“Sure”, as if I had asked for the time.",
    "They were pleased to be asked. I had not seen that coming.",
    "Yes, and a story about their uncle.",
    "A yes with a wink. I forgot what to do next.",
    "They went out of their way. I bought a bun to say thanks.",
    "Yes before I had finished the sentence.",
)
AFTER_A_MAYBE: Final = ("They have to ask the boss.", "“Come back on Tuesday.”", "They wrote it down on a napkin.")
AFTER_A_WARM_UP: Final = (
    "Done in ten seconds. My heart noticed, nobody else did.",
    "They smiled. I was round the corner before I did.",
    "Nothing happened, which was the point.",
)
LESSONS: Final = (
    "The waiting is worse than the no.",
    "Shorter sentence, better answer.",
    "My heart is loud; nobody else hears it.",
    "I can leave with a no and still buy the bread.",
    "Ask the person who is not carrying anything.",
    "A no takes four seconds.",
    "They looked more startled than I felt.",
    "Funny by dinner.",
)
KIND_LINES: Final = (
    "It just means I asked.",
    "You went, knees and all.",
    "Anybody’s ears would have gone red.",
    "Good. Next.",
    "That took something.",
)
WEEK_TITLES: Final = (
    "Warm ears",
    "The week of the dogs",
    "Mostly maybes",
    "A no with sprinkles",
    "Slow, and still",
    "Somebody sang",
    "Rain, and one umbrella",
    "The bookshop said no",
    "Two yeses and a bun",
    "I asked the whole table",
    "Tuesday was hard",
    "Better at short sentences",
    "The kind guard",
)
TAKEAWAYS: Final = (
    "I keep expecting anger and getting shrugs.",
    "Two is enough. Three was too many this week.",
    "The first minute is the whole of it.",
    "I did not rehearse the last one, and nothing fell down.",
    "It stung on Tuesday and was a story on Friday.",
)
