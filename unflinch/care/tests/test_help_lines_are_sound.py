import re

import pytest

from unflinch.care.help_lines import ELSEWHERE, Line, help_lines

COUNTRIES = help_lines().countries
LINES = [pytest.param(line, id=f"{country.code} {line.number}") for country in COUNTRIES for line in country.lines]


def test_there_are_enough_countries_and_somewhere_else_comes_last():
    codes = [country.code for country in COUNTRIES]
    assert len(codes) > 15
    assert codes[-1] == ELSEWHERE
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.code)
def test_every_country_has_an_emergency_number(country):
    assert country.emergency
    assert all(re.fullmatch(r"\d{2,5}", number) for number in country.emergency)


@pytest.mark.parametrize("line", LINES)
def test_every_line_is_whole(line):
    assert line.kind in {"crisis", "advice"}
    assert line.by in {"call", "text"}
    assert bool(line.word) == (line.by == "text")
    assert re.fullmatch(r"[\d ]{3,16}", line.number)
    assert line.site.startswith("https://")
    assert re.fullmatch(r"(tel|sms):\d{3,14}", line.address)


def test_the_directory_is_a_plain_link():
    assert help_lines().directory == "https://findahelpline.com"


def test_a_line_nobody_checked_has_no_date():
    assert Line("Somebody", "123", "crisis", "https://example.org").checked is None


def test_a_code_is_found_in_either_case_and_an_unknown_one_is_not():
    assert help_lines().of("GB") == help_lines().of("gb")
    assert help_lines().of("xx") is None
