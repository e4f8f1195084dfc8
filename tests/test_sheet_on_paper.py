"""Every letter of the sheet stands on the paper, however long a word or a lesson is."""

import pypdfium2
import pytest

from unflinch.insights.sheet.parts import Section
from unflinch.insights.sheet.pdf import pdf_of

ABOUT = {"title": "The sheet", "range": "November 2026", "footer": "Made by Unflinch"}
ADDRESS = "/sheet/file.pdf?parts=going&parts=lessons"


def letters_of(pdf: bytes) -> tuple[int, list[str]]:
    """How many letters there are on all pages, and those that stand outside of their page's margins."""
    count, outside = 0, []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            width, height = page.get_size()
            text = page.get_textpage()
            for at in range(text.count_chars()):
                left, bottom, right, top = text.get_charbox(at)
                count += 1
                if left < 10 or bottom < 10 or right > width - 10 or top > height - 10:
                    outside.append(text.get_text_range(at, 1))
    return count, [letter for letter in outside if letter.strip()]


@pytest.mark.parametrize("lesson", ["Donau" * 50, "I can ask. " * 25, "👨‍👩‍👧‍👦" * 30, "שלום" * 60])
def test_long_words_break_where_the_column_ends(hand, lesson):
    for _ in range(4):
        hand.just_asked("no", lesson=lesson)
    pdf = hand.client.get(ADDRESS).content
    count, outside = letters_of(pdf)
    assert outside == []
    assert count > 4 * 20


def test_lessons_longer_than_a_page_go_on_overleaf():
    """An import may bring words far longer than a form does."""
    lessons = Section(code="lessons", title="Lessons", lines=tuple("x" * 3000 + str(number) for number in range(6)))
    count, outside = letters_of(pdf_of([lessons], about=ABOUT, paper="a4"))
    assert outside == []
    assert count > 6 * 3000
