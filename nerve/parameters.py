"""Every tunable number of `nerve`: its name, unit, range and reason, on one page."""

from typing import Final, TypeVar

_Number = TypeVar("_Number", int, float)


def tuned(value: _Number, unit: str, low: float, high: float, reason: str) -> _Number:
    """The value, as it is. Raises ValueError outside of its range, or without a unit and a reason."""
    if not low <= value <= high:
        raise ValueError(f"{value!r} {unit} is not within {low!r} to {high!r}")
    if not unit or not reason:
        raise ValueError(f"{value!r} needs a unit and a reason")
    return value


# What a number needs before it speaks.

LEVEL: Final = tuned(0.95, "share", 0.8, 0.99, "The custom of the field; every interval is read alike.")
ANSWERS_NEEDED: Final = tuned(8, "asks", 8, 30, "From 8 on Wilson's interval holds what it promises; tested.")
MEDIAN_NEEDED: Final = tuned(6, "asks", 6, 30, "The whole range of 5 holds the median in 94 % only, of 6 in 97 %.")
TREND_NEEDED: Final = tuned(8, "asks", 8, 30, "From about 8 points on, Kendall's S is as good as normal.")

# Where a line is drawn across a scale.

HIGH_TENSION: Final = tuned(60.0, "points", 40, 80, "From here on most people would rather leave; design section 5.")
NO_EXPECTED: Final = tuned(50.0, "points", 50, 70, "Above the middle a no was thought likelier than not.")
LEARNING_GAP: Final = tuned(15.0, "points", 5, 40, "Divided by less, a slip of the thumb would be a learning rate.")
BIG_SURPRISE: Final = tuned(60.0, "points", 40, 80, "The upper two of the five words.")
SMALL_SHIFT: Final = tuned(10.0, "points", 5, 20, "Half a step between the five words: the same word again.")
BIN_WIDTH: Final = tuned(20.0, "points", 10, 50, "Five bins for the five words; thin neighbours are put together.")

# Time, and the way back to oneself.

WINDOW_DAYS: Final = tuned(14, "days", 7, 28, "At 3 to 5 asks a week, two weeks hold the 6 that a median needs.")
MINUTES: Final = tuned(10.0, "minutes", 1, 30, "Stands for 'minutes'; only the order of the four is reckoned with.")
AN_HOUR: Final = tuned(60.0, "minutes", 31, 120, "Stands for 'an hour'.")
LATER_TODAY: Final = tuned(240.0, "minutes", 121, 960, "Stands for 'today': some hours, an afternoon.")
NOT_YET: Final = tuned(1440.0, "minutes", 961, 10080, "Stands for 'not yet': a day, and nobody knows how much more.")

# How much is drawn, and how much is worked through.

TREND_POINTS: Final = tuned(200, "points", 50, 500, "Pairs grow with the square; 200 make 19,900, a few milliseconds.")
LINE_POINTS: Final = tuned(24, "points", 8, 100, "A point every 15 px looks smooth on a phone 390 px wide.")
LINE_REACH: Final = tuned(2 / 3, "share", 0.3, 1, "Cleveland's (1979) share of neighbours for a calm line.")

# The hard bounds, which no estimate passes.

MOST_TENSION: Final = tuned(70.0, "points", 50, 70, "Above it, practice on one's own is no longer practice (R27).")
MOST_STING: Final = tuned(60.0, "points", 40, 60, "Expected, should it be a no (R27).")
HARD_STING: Final = tuned(75.0, "points", 60, 75, "After such a no the next cards step down (R27).")
STEPS_DOWN: Final = tuned(2, "cards", 2, 5, "That step down after a hard sting (R27).")
STEP: Final = tuned(10.0, "points", 5, 30, "Of expected tension that a step down is at the least: half a word.")
DAYS_APART: Final = tuned(7, "days", 7, 30, "No card twice within so many days: variation and spacing (R8).")
HARD_TENSION: Final = tuned(90.0, "points", 80, 90, "An ask so tense is a heavy one, whatever came back.")
HEAVY_ASKS: Final = tuned(2, "asks", 1, 2, "So many heavy asks make a heavy day; the day after it is for rest.")

# The graded list.

FLOOR: Final = tuned(15.0, "points", 0, 30, "The tension of the gentlest card (evidence 5.3).")
REACH: Final = tuned(80.0, "points", 40, 85, "What the facets of the boldest card add to it.")
UNKNOWN: Final = tuned(0.45, "share", 0.3, 0.6, "The difficulty of a card without facets: about the middle.")
SPREAD: Final = tuned(28.0, "points", 10, 40, "Half the interval of tension before anything is known of a person.")
STING_SHARE: Final = tuned(0.8, "share", 0.5, 1, "Of tension: a no stings a little less than it is feared (1.2).")
TRUST: Final = tuned(4.0, "asks", 1, 20, "Ratings that weigh as much as the list's own guess.")
START: Final = tuned(30.0, "points", 15, 45, "The tension that the first card aims at.")
GAIN: Final = tuned(1.5, "points", 0.5, 5, "That the aim rises with each ask made.")
CEILING: Final = tuned(58.0, "points", 40, 65, "The aim stays well under the limit.")
BACK: Final = tuned(10.0, "points", 5, 20, "That the aim falls for each of the last steps that was too much.")
LOOK_BACK: Final = tuned(4, "reps", 1, 10, "That 'the last steps' are.")
REST: Final = tuned(12.0, "points", 5, 30, "That the aim falls on an empty day.")
CANDIDATES: Final = tuned(4, "cards", 1, 10, "Nearest to the aim, among which chance decides.")

# The coach. What people are like before anything is known of one of them (evidence 5.3, where not said otherwise).

FORECAST_LEAN: Final = tuned(1.2, "logits", 0, 2.5, "A yes in person is underestimated by about so much (K5).")
FORECAST_LEAN_SD: Final = tuned(0.6, "logits", 0.2, 1.5, "How people differ in that: by trait and by chance.")
WRITTEN_LEAN: Final = tuned(-0.8, "times", -1.5, 0, "In writing a yes is overestimated instead (K6).")
DREAD: Final = tuned(0.60, "share", 0.25, 0.98, "How bad a no is thought to be, for an ask of middle difficulty.")
DREAD_SD: Final = tuned(0.14, "share", 0.05, 0.3, "How people differ in that.")
DREAD_SLOPE: Final = tuned(0.35, "share", 0, 0.8, "What the hardest ask adds to it, against the easiest.")
DREAD_SLOPE_SD: Final = tuned(0.3, "share", 0.05, 0.6, "How people differ in that.")
MIDDLE: Final = tuned(0.46, "share", 0.3, 0.6, "The difficulty of the middle ask.")
HARDNESS: Final = tuned(0.92, "times", 0.7, 1.1, "Difficulty, per mean of the facets; their weights sum to it.")
PLAIN_TENSION: Final = tuned(15.0, "points", 0, 40, "What difficulty by itself adds to tension.")
THREAT_TENSION: Final = tuned(88.0, "points", 50, 100, "What threat adds, as the root of chance times cost.")
WEARY_TENSION: Final = tuned(8.0, "points", 0, 20, "What tiredness adds.")
TENSION_TRUST: Final = tuned(4.0, "asks", 1, 20, "Ratings that weigh as much as the guess that tension is as usual.")
WELCOME_SD: Final = tuned(0.4, "logits", 0.1, 1, "How far people differ in being told yes.")
REFUSED_MORE: Final = tuned(0.15, "share", 0, 0.5, "Some are refused far more, through no fault of theirs (K7).")
REFUSED_LEAST: Final = tuned(-0.85, "logits", -1.2, -0.5, "From here on one is refused far more.")
REFUSED_MOST: Final = tuned(-1.55, "logits", -3, -1.2, "The most that the field experiment found (K7).")
AROUND_SD: Final = tuned(0.4, "logits", 0, 1, "How surroundings differ card by card, and how far rates are off.")
AVOIDANCE_SD: Final = tuned(0.35, "log", 0.1, 1, "How people differ in leaving what makes them tense: half to double.")

# How people learn from an answer.

CHANCE_RATE: Final = tuned(0.15, "share", 0.05, 0.5, "Of an error in the chance of a no, learned at once.")
CHANCE_RATE_SD: Final = tuned(0.4, "times", 0.1, 1, "How people differ in that rate.")
SAFETY_RATE: Final = tuned(0.24, "share", 0.05, 0.7, "Of a cost that was feared and did not come, learned at once.")
SAFETY_RATE_SD: Final = tuned(0.4, "times", 0.1, 1, "How people differ in that rate.")
THREAT_RATE: Final = tuned(0.22, "share", 0.05, 0.7, "Of a cost that was worse than feared, learned at once.")
YES_TEACHES: Final = tuned(0.25, "share", 0, 1, "A yes tells little about how bad a no is.")
OPEN_FROM: Final = tuned(0.60, "share", 0.4, 2, "Error from which on most people put a surprise down to luck.")
OPEN_WIDTH: Final = tuned(0.35, "share", 0.1, 1, "How soon it teaches nothing beyond that.")
OPEN_SHARE: Final = tuned(0.6, "share", 0.1, 0.9, "Of people are taken to be so: most.")
WARY_FROM: Final = tuned(0.45, "share", 0.3, 0.6, "The same, for those who are a little more wary.")
WARY_WIDTH: Final = tuned(0.28, "share", 0.1, 1, "How soon it teaches them nothing: halfway to the next.")
WARY_SHARE: Final = tuned(0.1, "share", 0.1, 0.9, "Of people are taken to be so: few stand in between.")
CAUTIOUS_FROM: Final = tuned(0.30, "share", 0.1, 0.45, "The same, for those who learn from small steps only.")
CAUTIOUS_WIDTH: Final = tuned(0.21, "share", 0.1, 1, "How soon it teaches them nothing: half the usual width.")
CAUTIOUS_SHARE: Final = tuned(0.3, "share", 0.1, 0.9, "Of people are taken to be so: three in ten.")
CHANCE_REACH: Final = tuned(0.28, "distance", 0.1, 1, "How far a chance is generalised (Shepard 1987).")
SAFETY_REACH: Final = tuned(0.60, "distance", 0.2, 2, "How far safety is generalised.")
THREAT_REACH: Final = tuned(0.80, "distance", 0.2, 3, "How far fear is generalised: wider than safety.")
STRETCH: Final = tuned(2.2, "times", 1, 4, "Turns a mean difference of facets into a distance.")
ELSEWHERE: Final = tuned(0.55, "share", 0.2, 0.9, "Of safety holds in another place: renewal.")
MIXED_PLACES: Final = tuned(
    0.66, "share", 0.2, 1, "Of safety holds on average, with one ask in four in the same place."
)
PLAIN_COST: Final = tuned(0.24, "share", 0.08, 0.4, "How bad a no turns out to be, mostly.")
YES_COST: Final = tuned(0.12, "share", 0, 0.3, "What is awkward about a yes.")
PLAIN_COST_SD: Final = tuned(0.08, "share", 0.02, 0.2, "How people differ in that.")
HARSH_FROM: Final = tuned(0.55, "share", 0.45, 0.75, "From here on a no was a harsh one: between the plain and those.")
STING_OFF: Final = tuned(0.18, "share", 0.08, 0.4, "How far what a sting says of it is off.")
STING_TRUST: Final = tuned(3.0, "noes", 1, 20, "Stings that weigh as much as the guess that they are as usual.")
HARSH_COST: Final = tuned(0.8, "share", 0.5, 1, "How bad a harsh no is.")
HARSH_SHARE: Final = tuned(0.055, "share", 0.01, 0.15, "Of noes are harsh, wherever one asks.")
WEARY_LEARNING: Final = tuned(0.3, "share", 0, 1, "Of learning is lost to tiredness.")
ROUND_AND_ROUND: Final = tuned(0.02, "share", 0, 0.15, "What a no of full sting adds to fear by going round and round.")
STING_FLOOR: Final = tuned(15.0, "points", 0, 30, "What any no stings.")
STING_REACH: Final = tuned(
    75.0, "points", 50, 100, "What its cost adds, as it was and as it was feared, half and half."
)

# How time works.

LASTING: Final = tuned(0.85, "share", 0.5, 1, "Of what is learned lasts, at the most.")
LASTING_MASSED: Final = tuned(0.60, "share", 0.2, 1, "Of that, where asks of a kind are massed.")
SPACING_DAYS: Final = tuned(1.0, "days", 0.3, 3, "From about so many days apart they are not.")
LASTING_DAYS: Final = tuned(250.0, "days", 120, 400, "The life of what lasts.")
BRIEF_DAYS: Final = tuned(30.0, "days", 10, 60, "The life of what does not: return of fear.")
HORIZON: Final = tuned(45.0, "days", 14, 120, "How far ahead an ask shall have been worth it.")
TOLD_DAYS: Final = tuned(120.0, "days", 30, 400, "The life of what was told: people change.")
NEAR_DAYS: Final = tuned(30.0, "days", 7, 120, "The life of what only holds for cards much alike.")
TRAIT_DAYS: Final = tuned(365.0, "days", 90, 1000, "The life of what says who somebody is.")
UNDATED_DAYS: Final = tuned(60.0, "days", 7, 365, "How long ago an ask without a date is taken to be.")
REMEMBERED: Final = tuned(
    128, "asks", 32, 512, "The last ones, half a year; keeps the work linear. Older ones have faded."
)

# How well things are told.

SLIP: Final = tuned(0.08, "share", 0.03, 0.2, "How far a slider lies from what was felt.")
RATE_OFF: Final = tuned(0.3, "logits", 0.1, 1.5, "How far rates of a library lie off, where few cards show it.")
RATES_TRUST: Final = tuned(4.0, "cards", 1, 20, "That weigh as much as that guess.")
OWN_RATE_SD: Final = tuned(0.4, "logits", 0.05, 0.6, "How far a card's rate truly lies from what its facets say.")
OWN_FELT: Final = tuned(0.5, "share", 0, 1, "Of what a card has of its own people have a feeling for.")
OWN_FELT_SD: Final = tuned(0.5, "share", 0.1, 1, "How people differ in that: hardly known, so from none to all of it.")
CHANCE_OFF: Final = tuned(0.04, "share", 0.02, 0.3, "How far a felt chance lies from what the facets say.")
COST_OFF: Final = tuned(0.03, "share", 0.02, 0.3, "How far a felt cost lies from what the facets say.")
FIT_OFF: Final = tuned(0.05, "share", 0.02, 0.2, "How far a feeling lies from what all that was told makes of it.")
COST_BY_TENSION: Final = tuned(0.18, "share", 0.08, 0.5, "How far a cost read off tension alone is off.")
TOO_MUCH_TENSION: Final = tuned(0.75, "share", 0.5, 1, "The tension of a step that was too much, where none was told.")
TENSION_OFF: Final = tuned(6.0, "points", 2, 15, "How far a tension is off at best: people vary from day to day.")
TENSION_SD: Final = tuned(8.0, "points", 3, 20, "How far it is off besides while nothing alike was rated.")
NEAR_TRUST: Final = tuned(2.0, "asks", 0.5, 10, "Ratings close by that weigh as much as what holds for all cards.")

# Tiredness, and going.

WEARY_KEPT: Final = tuned(0.82, "share", 0.5, 0.98, "Of tiredness is left the next day.")
WEARY_RATE: Final = tuned(0.22, "share", 0.05, 0.5, "What the hardest moment there is adds to it.")
WEARY_TOLD: Final = tuned(0.4, "share", 0, 1, "What the energy told today counts against what the log says.")
GOING: Final = tuned(3.2, "logits", 1, 5, "The chance of asking while calm and fresh.")
SHYING: Final = tuned(4.2, "logits", 1, 8, "What is lost of it from calm to full tension.")
CALM: Final = tuned(30.0, "points", 0, 50, "Up to here tension keeps nobody from asking.")
WEARY_GOING: Final = tuned(1.2, "logits", 0, 4, "What is lost of it by tiredness.")

# What the coach weighs.

HARM_PRICE: Final = tuned(
    12.0, "points", 0, 100, "Of relief that one hard moment costs; tried in simulation from 0 to 60."
)
VARIETY: Final = tuned(
    0.9, "share", 0.5, 1, "Of the best worth that another card needs for chance to be let in: so that cards vary (R8)."
)
REFERENCES: Final = tuned(64, "cards", 16, 256, "Cards that stand for the whole library, to keep the work linear.")
FIRST_TENSION: Final = tuned(45.0, "points", 25, 70, "The most of the first ask; nobody should begin in the deep end.")
FIRST_SHARE: Final = tuned(1 / 3, "share", 0, 0.5, "Of the cards, the gentlest: from these it may come in any case.")
TENSION_PER_ASK: Final = tuned(10.0, "points", 0.5, 20, "What each ask made adds to it, until the limits alone hold.")
EMPTY_TANK: Final = tuned(25.0, "points", 0, 50, "Energy at which a day is for gentle asks: one dot of four.")
EMPTY_TANK_TENSION: Final = tuned(45.0, "points", 20, 60, "The most on such a day.")
EMPTY_TANK_SHARE: Final = tuned(0.5, "share", 0, 0.6, "Of the cards, the gentler half: may come on it in any case.")
SMALLER: Final = tuned(
    2.0, "points", 0, 20, "By how much, at the least, the step is smaller after one that was too much."
)
LIGHT_STEPS: Final = tuned(2, "steps", 1, 3, "Of the five that are shown, the gentle ones, for such a day.")
LIGHTER: Final = tuned(
    3.0, "points", 0, 20, "By how much, at the least, what is offered then is calmer than it would be on a full tank."
)
REST_DAYS: Final = tuned(1.5, "days", 1, 3, "After an ask a day off may be worth most; two in a row are none.")
NEIGHBOUR: Final = tuned(6.0, "points", 2, 20, "How far a gentler or bolder card lies away at the least.")
SDS_OF_INTERVAL: Final = tuned(1.96, "SDs", 1, 3, "Of a 95 % interval.")

# How many noes are aimed at (design section 12).

MOSTLY_YESES: Final = tuned(
    0.2, "share", 0.05, 0.3, "Of answers: what an easy week brings, and a person who would rather hear yes."
)
SOME_OF_BOTH: Final = tuned(
    0.33, "share", 0.25, 0.45, "Of answers; what won in simulation had 30 to 45 in 100 (evidence 5.4)."
)
LOOKING_FOR_A_NO: Final = tuned(
    2 / 3, "share", 0.5, 0.8, "Of answers: the rule of the thirty days, with room left for a surprise."
)
EASY_DAYS: Final = tuned(7, "days", 0, 28, "From the first ask on that bring mostly yeses where nothing was chosen.")
ANSWERS_HEEDED: Final = tuned(12, "answers", 4, 50, "The last ones that are held against the appetite: about a month.")
CATCH_UP: Final = tuned(4.0, "answers", 1, 20, "Over so many is made up for what is owed: within a week or so.")
LOWEST_AIM: Final = tuned(0.05, "share", 0, 0.2, "The surest yes that is aimed at: it may still be a no.")
HIGHEST_AIM: Final = tuned(0.85, "share", 0.6, 0.95, "The surest no that is aimed at: it may still be a yes.")
AIM_REACH: Final = tuned(
    0.3,
    "share",
    0.02,
    0.5,
    "How far from the aim a chance may lie; held closer, in simulation, the noes cost twice as much.",
)
AIM_CARDS: Final = tuned(8, "cards", 1, 60, "So many of the nearest in any case, for the rest to choose from.")
OWN_NO_DAYS: Final = tuned(6, "days", 1, 30, "On one of so many a no of one's own may be offered (design section 12).")
TURN_SHARE: Final = tuned(0.02, "share", 0.01, 0.2, "Of the cards take turns, the best ones: so that no week is alike.")
TURN_GROWTH: Final = tuned(
    0.5, "share", 0, 1, "That this grows with each day without an ask: who only looks sees more."
)
TURN_AFTER: Final = tuned(2, "days", 0, 14, "Without an ask until it grows: some ask every other day.")
TURN_DAYS: Final = tuned(30, "days", 0, 60, "For which it grows, and what it is before the first ask.")
FRESH_ASKS: Final = tuned(2, "asks", 0, 7, "Before this one that were in another place.")
FRESH_CARDS: Final = tuned(8, "cards", 1, 30, "That have to be left for a place to be passed over.")

# What is clear enough to be said.

KINDER_BY: Final = tuned(15.0, "points", 5, 50, "A no feels likelier than it is by more than a slip of the thumb.")
KIND_IS_CLEAR: Final = tuned(0.8, "share", 0.5, 1, "From here on it may be said which surprises teach this person.")
REFUSED_IS_CLEAR: Final = tuned(-0.6, "logits", -1.5, -0.2, "From here on it may be said that they hear no more often.")
NEW_GROUND_DAYS: Final = tuned(60.0, "days", 21, 365, "Nothing alike for so long, and it is new ground.")
BOOSTER_DAYS: Final = tuned(7.0, "days", 5, 30, "Nothing alike for so long, and another does good (R10).")
WEARY: Final = tuned(0.6, "share", 0.3, 1.2, "From here on it has been a lot lately.")
