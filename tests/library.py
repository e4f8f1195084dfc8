"""What `make library` prints: what is wrong, counts by every axis, what reads alike, and what is missing."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from statistics import fmean
from typing import Final

import django

from tests.alike import pairs_alike
from tests.readability import grade
from unflinch.care.respect import questions_raised_by
from unflinch.challenges.arcs import arc_files, arc_problems, arcs, bendable_rules, own_rule_problems, own_rules_file
from unflinch.challenges.catalogue import Challenges, catalogue
from unflinch.challenges.check import library_problems
from unflinch.challenges.loading import library_files
from unflinch.challenges.shape import Challenge
from unflinch.challenges.vocabulary import CHANNEL_OF, Addressee, Channel, Kind, Need, Place, Setting, Topic

# From here on a yes is likelier than not by two to one, and below its mirror a no is.
MOSTLY_GRANTED: Final = 0.67
MOSTLY_REFUSED: Final = 0.33
STEPS: Final = range(1, 6)
IN_EVERY_CELL: Final = 16
# Titles and phrasings that share more of their letter runs than this are likely to mean the same.
ALIKE: Final = 0.72
MOST_ALIKE_SHOWN: Final = 10
HARDEST_GRADE: Final = 7.5
# The respect check errs about one good idea in twelve; our own words are chosen so that it hardly ever asks.
ASKED_ABOUT: Final = 0.02
A_SHRUG: Final = "no worries"


@dataclass(frozen=True, slots=True)
class Floor:
    """How many challenges of a sort there should be: at least `least`, at most `most`."""

    name: str
    fits: Callable[[Challenge], bool]
    least: int = 0
    most: int = 10_000

    def shortfall(self, challenges: Challenges) -> str:
        """What is missing or too much, in a sentence; empty where the number is right."""
        there = len(challenges.where(self.fits))
        if self.least <= there <= self.most:
            return ""
        wanted = f"at least {self.least}" if there < self.least else f"at most {self.most}"
        return f"{self.name}: {there}, wanted {wanted}"


def about(topic: Topic, least: int) -> Floor:
    return Floor(str(topic.label), lambda one: topic in one.topics, least)


FLOORS: Final = (
    Floor("challenges", lambda _: True, 400),
    Floor("asks", lambda one: one.kind == Kind.ASK, 300),
    Floor("offers and gifts", lambda one: one.kind == Kind.OFFER, 12, 40),
    Floor("noes of one's own", lambda one: one.kind == Kind.SAY_NO, 30, 40),
    Floor("warm-ups", lambda one: one.warm_up, 5, 30),
    Floor("by phone", lambda one: one.channel == Channel.PHONE, 50),
    Floor("in writing", lambda one: CHANNEL_OF[one.channel] == "written", 80),
    Floor("at home", lambda one: one.setting == Setting.HOME, 60),
    about(Topic.MISHAP, 20),
    about(Topic.SERVICES, 30),
    about(Topic.MONEY, 40),
    about(Topic.COMPLAINT, 20),
    about(Topic.NEGOTIATION, 16),
    about(Topic.APPLICATION, 16),
    about(Topic.WORK, 30),
    about(Topic.CREATIVE, 20),
    about(Topic.NEIGHBOURS, 20),
    about(Topic.FRIENDS, 30),
    about(Topic.FAMILY, 16),
    about(Topic.TRAVEL, 20),
    about(Topic.SPORT, 16),
    about(Topic.CULTURE, 30),
    about(Topic.RURAL, 16),
    about(Topic.NO_MONEY, 20),
    about(Topic.WITH_CHILD, 12),
    about(Topic.ACCESS, 12),
)


def main() -> int:
    """Print everything; 1 where a rule is broken or something is missing."""
    wrong = list(problems())
    for line in wrong:
        print(line)
    if wrong:
        return 1
    everything = catalogue().by_boldness
    for line in (*of_axes(everything), *of_grid(everything), *of_arcs(), *of_words(everything), *of_twins(everything)):
        print(line)
    missing = [*shortfalls(everything), *doubtful(everything)]
    for line in missing:
        print(f"missing      {line}")
    print(f"library      {len(everything)} challenges in {len(catalogue().decks)} decks, {len(missing)} things missing")
    return 1 if missing else 0


def problems() -> Iterator[str]:
    """Every broken rule, by file, slug and field; arcs and rules to bend are looked at once the library is sound."""
    wrong = library_problems(library_files())
    if not wrong:
        known = catalogue().challenges
        wrong = [*arc_problems(arc_files(), known), *own_rule_problems(own_rules_file(), known)]
    yield from map(str, wrong)


def of_axes(everything: Challenges) -> Iterator[str]:
    """How many there are of each word of each axis; a challenge may count under several topics, needs and places."""
    yield counted("kind", Kind, (one.kind for one in everything))
    yield counted("channel", Channel, (one.channel for one in everything))
    yield counted("setting", Setting, (one.setting for one in everything))
    yield counted("place", Place, (place for one in everything for place in one.places))
    yield counted("addressee", Addressee, (one.addressee for one in everything))
    yield counted("topic", Topic, (topic for one in everything for topic in one.topics))
    yield counted("need", Need, (need for one in everything for need in one.needs))
    free = len(everything.where(lambda one: not one.needs))
    yield f"need         {free} need nothing, {len(everything.without_discrimination_risk())} are fair to everybody"


def counted(axis: str, words: Iterable[str], found: Iterable[str]) -> str:
    there = Counter(found)
    return f"{axis:12} " + ", ".join(f"{word} {there[word]}" for word in words)


def of_grid(everything: Challenges) -> Iterator[str]:
    """Boldness by how likely a yes is, warm-ups apart: gentle and refused are two axes."""
    for name, cells in grid(everything).items():
        yield f"grid         mostly {name:8} " + " ".join(f"{count:4}" for count in cells)


def grid(everything: Challenges) -> dict[str, list[int]]:
    cells = Counter((one.boldness, answer_of(one)) for one in everything if not one.warm_up)
    return {answer: [cells[step, answer] for step in STEPS] for answer in ("granted", "even", "refused")}


def answer_of(challenge: Challenge) -> str:
    if challenge.yes_rate >= MOSTLY_GRANTED:
        return "granted"
    return "refused" if challenge.yes_rate <= MOSTLY_REFUSED else "even"


def of_arcs() -> Iterator[str]:
    for arc in arcs():
        noes = fmean(1 - challenge.yes_rate for challenge in arc.challenges)
        yield f"arc          {arc.slug}: {len(arc.challenges)} in {len(arc.stages)} stages, {noes:.0%} noes expected"
    yield f"rules        {len(bendable_rules())} rules to bend"


def of_words(everything: Challenges) -> Iterator[str]:
    shrugs = len(everything.where(lambda one: A_SHRUG in one.line.casefold()))
    yield f"words        lines read at grade {line_grade(everything):.1f}; {shrugs} say “{A_SHRUG}”"
    yield f"respect      asks about {asked_about(everything):.1%} of titles and lines"


def line_grade(everything: Challenges) -> float:
    return fmean(grade(challenge.line) for challenge in everything)


def asked_about(everything: Challenges) -> float:
    """The share of our own titles and lines that the respect check has a question about."""
    return fmean(bool(questions_raised_by(said)) for one in everything for said in (one.title, one.line))


def of_twins(everything: Challenges) -> Iterator[str]:
    """The closest pairs by title and everyday phrasings, closest first: two cards of one meaning stand out."""
    for share, one, other in pairs_alike(everything)[:MOST_ALIKE_SHOWN]:
        yield f"alike        {share:.2f} {one.slug} / {other.slug}"


def shortfalls(everything: Challenges) -> Iterator[str]:
    yield from filter(None, (floor.shortfall(everything) for floor in FLOORS))
    for name, cells in grid(everything).items():
        for step, there in zip(STEPS, cells, strict=True):
            if there < IN_EVERY_CELL:
                yield f"boldness {step}, mostly {name}: {there}, wanted at least {IN_EVERY_CELL}"


def doubtful(everything: Challenges) -> Iterator[str]:
    """What a reader should look at again."""
    for share, one, other in pairs_alike(everything):
        if share >= ALIKE:
            yield f"{one.slug} and {other.slug} may be one challenge ({share:.2f})"
    yield from (f"{one.slug} says no reason for its yes-rate" for one in everything if not one.rate_reason)
    yield from (f"{one.slug} has no topic" for one in everything if not one.topics)
    if line_grade(everything) > HARDEST_GRADE:
        yield f"lines that are easier to read than grade {line_grade(everything):.1f}"
    if asked_about(everything) > ASKED_ABOUT:
        yield f"words that the respect check asks about in less than {asked_about(everything):.1%}"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unflinch.settings")
    django.setup()
    sys.exit(main())
