import re
from pathlib import Path

import pytest
from django.template import Context, Engine
from django.template.loader import render_to_string

import unflinch.shell

TEMPLATES = Path(unflinch.shell.__file__).parent / "templates"
TABS = ("today", "ideas", "log", "diary", "changes")
ERRORS = ("400.html", "403.html", "403_csrf.html", "404.html")

pytestmark = pytest.mark.urls("unflinch.shell.tests.pages")


@pytest.mark.parametrize("page", ["shell/base.html", *ERRORS])
def test_help_and_the_quick_way_out_are_on_every_page(page):
    drawn = render_to_string(page)
    assert 'href="/care/help/"' in drawn
    assert 'href="/care/away/"' in drawn


@pytest.mark.parametrize("tab", TABS)
def test_the_tab_of_a_page_is_marked_as_the_current_one(tab):
    drawn = render_to_string("shell/base.html", {"tab": tab})
    assert re.findall(r'(\w+)/"[^>]* aria-current="page"', drawn) == ["home" if tab == "today" else tab]


def test_a_page_on_no_tab_marks_none():
    assert "aria-current" not in render_to_string("shell/base.html")


def test_a_page_has_one_main_part_that_can_be_skipped_to():
    drawn = render_to_string("shell/base.html")
    assert drawn.count("<main") == drawn.count("<h1") == 1
    assert 'href="#main"' in drawn
    assert '<html lang="en-GB">' in drawn


@pytest.mark.parametrize("page", ERRORS)
def test_when_something_is_wrong_a_page_says_so_and_shows_the_way_back(page):
    drawn = render_to_string(page)
    assert 'href="/today/home/"' in drawn
    assert not re.search("<h1[^>]*></h1>", drawn)


def test_the_page_for_our_own_mistake_needs_nothing_that_could_fail():
    text = (TEMPLATES / "500.html").read_text(encoding="utf-8")
    drawn = Engine().from_string(text).render(Context())
    assert 'href="/"' in drawn
    assert "{%" not in drawn


def test_no_template_has_style_or_script_of_its_own():
    for file in TEMPLATES.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert re.findall(r"\sstyle=|<style|\son\w+=|javascript:", text) == [], file.name
        assert re.findall(r"<script(?![^>]* src=)", text) == [], file.name


def test_a_duck_says_its_outcome_unless_the_word_stands_beside_it():
    assert 'role="img" aria-label="no answer yet"' in render_to_string("shell/_duck.html", {"outcome": "no_reply"})
    quiet = render_to_string("shell/_duck.html", {"outcome": "no_reply", "silent": True})
    assert 'aria-hidden="true"' in quiet
    assert "aria-label" not in quiet


def test_twenty_ducks_are_drawn_and_the_others_counted():
    twenty = render_to_string("shell/_ducks.html", {"outcomes": ["yes"] * 20, "said": "twenty yeses"})
    more = render_to_string("shell/_ducks.html", {"outcomes": ["yes"] * 128})
    assert twenty.count("<use") == more.count("<use") == 20
    assert 'aria-label="twenty yeses"' in twenty
    assert "+" not in twenty
    assert "+108" in more


def test_the_ducks_say_how_many_of_each_there_are():
    drawn = render_to_string("shell/_ducks.html", {"outcomes": ["no", "yes", "no", "no_reply"]})
    assert 'aria-label="2 noes, 1 yes, 1 silence"' in drawn


def test_no_asks_are_no_ducks():
    assert "<p" not in render_to_string("shell/_ducks.html", {"outcomes": []})
