"""Learns what words weigh from the texts published in docs/care, and writes the tables. `python -m tests.weights`.

Each table is a logistic regression with a quadratic penalty (le Cessie & van Houwelingen 1992) over which groups of
words are there; both kinds count alike, however rare one is. The same texts give the same tables.
"""

import csv
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import expit

from tests.checklist import ROOT
from unflinch.care.hints import QUESTIONS
from unflinch.care.measuring import Example, examples
from unflinch.care.respect.asks import ASKED_ABOUT, groups_of_idea
from unflinch.care.weights import ALWAYS, FILE, GROUP, Weights, share_of_one
from unflinch.care.words.reading import EXPLICIT, SHAMING, groups_of_text

CARE: Final = ROOT / "unflinch" / "care"
PENALTY: Final = 0.1
EXAM: Final = "exam"  # how the names of the parts begin that only judge
STEPS: Final = 1_000
DIGITS: Final = 2

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Table:
    """One column: the texts sought among all that tell something of it, and from which log odds on one counts alone."""

    name: str
    sought: Callable[[Example], bool]
    among: Callable[[Example], bool]
    line: float


@dataclass(frozen=True, slots=True)
class Book:
    """The tables of one package, and how its texts are cut into groups of words.

    A group that stands in fewer than `often` texts is left out: it tells little, and there are very many.
    """

    folder: Path
    often: int
    groups: Callable[[str], Collection[str]]
    tables: Sequence[Table]


def of_kinds(sought: str, others: Collection[str], line: float) -> Table:
    return Table(sought, lambda text: text.kind == sought, lambda text: text.kind in {sought, *others}, line)


def of_problem(code: str) -> Table:
    """Which of the codes: the likeliest counts."""
    return Table(code, lambda text: code in text.problem, lambda text: bool(text.problem), 0.0)


HARMLESS: Final = ("look-alike", "not shaming", "left alone")
WORDS: Final = Book(
    CARE / "words",
    10,
    groups_of_text,
    [of_kinds("crisis", HARMLESS, EXPLICIT), of_kinds("shaming", HARMLESS, SHAMING)],
)
IDEAS: Final = Book(
    CARE / "respect",
    2,
    groups_of_idea,
    [of_kinds("asked about", ["left alone"], ASKED_ABOUT), *map(of_problem, QUESTIONS)],
)


def main() -> None:
    texts = lessons()
    for book in (WORDS, IDEAS):
        write(book.folder / FILE, {table.name: of_texts(book, table, texts) for table in book.tables})
    for book, table in ((WORDS, WORDS.tables[0]), (WORDS, WORDS.tables[1]), (IDEAS, IDEAS.tables[0])):
        for row in carried_over(book, table, texts):
            print(row)


def lessons() -> list[Example]:
    """The published texts that are learned from: all but the exams."""
    return [text for text in examples(ROOT / "docs" / "care") if not text.part.startswith(EXAM)]


def of_texts(book: Book, table: Table, texts: Iterable[Example]) -> Weights:
    """What is learned for one table."""
    among = [text for text in texts if table.among(text)]
    groups = [book.groups(text.text) for text in among]
    return learned(groups, np.array([table.sought(text) for text in among]), book.often)


def learned(groups: Sequence[Collection[str]], sought: NDArray[np.bool_], often: int) -> Weights:
    """The weights that tell the texts sought from the rest, of the groups that stand in so many texts at least."""
    counts = Counter(group for some in groups for group in some)
    kept = sorted(group for group, count in counts.items() if count >= often)
    places = {group: place for place, group in enumerate(kept)}
    of, always = fitted(matrix(groups, places), sought)
    return Weights(dict(zip(kept, of.round(DIGITS).tolist(), strict=True)), round(always, DIGITS))


def matrix(groups: Sequence[Collection[str]], places: Mapping[str, int]) -> csr_matrix:
    """One row a text; each known group that it holds counts what one of so many counts."""
    known = [sorted(places[group] for group in some if group in places) for some in groups]
    values = [share_of_one(len(row)) for row in known for _ in row]
    starts = np.cumsum([0, *map(len, known)])
    columns = [place for row in known for place in row]
    return csr_matrix((values, columns, starts), shape=(len(groups), len(places)))


def fitted(rows: csr_matrix, sought: NDArray[np.bool_]) -> tuple[Floats, float]:
    """The weights, and what is always weighed with them, where the penalised loss is least."""
    share = sought.mean()
    counts = np.where(sought, 0.5 / share, 0.5 / (1 - share))
    signs = np.where(sought, 1.0, -1.0)

    def loss(at: Floats) -> tuple[float, Floats]:
        margins = signs * (rows @ at[:-1] + at[-1])
        pull = -counts * signs * expit(-margins)
        of = counts @ np.logaddexp(0, -margins) + PENALTY / 2 * at[:-1] @ at[:-1]
        return float(of), np.append(rows.T @ pull + PENALTY * at[:-1], pull.sum())

    best = minimize(loss, np.zeros(rows.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return best.x[:-1], float(best.x[-1])


def write(file: Path, tables: Mapping[str, Weights]) -> None:
    """One row a group of words; what weighs nothing is left out."""
    groups = sorted({group for weights in tables.values() for group, weight in weights.of.items() if weight})
    with file.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow([GROUP, *tables])
        rows.writerow([ALWAYS, *(weights.always for weights in tables.values())])
        rows.writerows([group, *(weights.of.get(group) or None for weights in tables.values())] for group in groups)


def carried_over(book: Book, table: Table, texts: Sequence[Example]) -> Iterator[str]:
    """How each part is read by the weights that all the others give: what is found, and what is taken for it."""
    among = [text for text in texts if table.among(text)]
    counts: Counter[tuple[bool, bool]] = Counter()
    for part in sorted({text.part for text in among}):
        weights = of_texts(book, table, [text for text in among if text.part != part])
        heavy = Counter(
            (table.sought(text), weights.weigh(book.groups(text.text)) >= table.line)
            for text in among
            if text.part == part
        )
        counts += heavy
        yield f"{table.name:12} {part:12} {in_words(heavy)}"
    yield f"{table.name:12} {'together':12} {in_words(counts)}"


def in_words(heavy: Mapping[tuple[bool, bool], int]) -> str:
    """Of those sought how many weigh enough, and of the others how many."""
    found, taken = (heavy.get((sought, True), 0) for sought in (True, False))
    sought, others = (heavy.get((kind, True), 0) + heavy.get((kind, False), 0) for kind in (True, False))
    return f"{found:4} of {sought:4} found, {taken:3} of {others:4} others taken for one"


if __name__ == "__main__":
    main()
