"""The tables of weights are what the published texts give, and nothing else."""

import pytest

from tests.checklist import ROOT
from tests.weights import IDEAS, WORDS, lessons, of_texts
from unflinch.care.weights import weights

TABLES = [(book, table) for book in (WORDS, IDEAS) for table in book.tables]
NEAR = 0.05  # log odds: the last digit may differ from one machine's arithmetic to another's


@pytest.fixture(scope="module")
def texts():
    return lessons()


@pytest.mark.parametrize(("book", "table"), TABLES, ids=[table.name for _, table in TABLES])
def test_a_table_is_what_the_published_texts_give(book, table, texts):
    kept = weights(".".join(book.folder.relative_to(ROOT).parts))[table.name]
    learned = of_texts(book, table, texts)
    assert kept.always == pytest.approx(learned.always, abs=NEAR)
    assert {group: kept.of.get(group, 0.0) for group in learned.of} == pytest.approx(learned.of, abs=NEAR)
    assert set(kept.of) <= set(learned.of)
