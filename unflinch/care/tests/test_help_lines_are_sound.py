import re

import pytest

from unflinch.care.help_lines import ELSEWHERE_CODE, help_lines

COUNTRIES = help_lines().countries
LINES = [
    pytest.param(line, id=f"{country.code} {line.by} {line.target}") for country in COUNTRIES for line in country.lines
]


def test_there_are_enough_countries_and_somewhere_else_comes_last():
    codes = [country.code for country in COUNTRIES]
    assert len(codes) > 15
    assert codes[-1] == ELSEWHERE_CODE
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.code)
def test_every_country_has_an_emergency_number(country):
    assert country.emergency
    assert all(re.fullmatch(r"\d{2,5}", number) for number in country.emergency)


@pytest.mark.parametrize("line", LINES)
def test_every_line_is_whole(line):
    assert line.kind in {"crisis", "advice"}
    assert line.by in {"call", "text", "chat", "e-mail"}
    assert line.hours
    assert line.site.startswith("https://")
    assert re.fullmatch(
        {"call": r"tel:\d{3,14}", "text": r"sms:\d{3,14}"}.get(line.by, r"https://.+|mailto:.+@.+"), line.address
    )
    assert bool(line.link) == (line.by in {"chat", "e-mail"})
    assert not line.word or line.by == "text"
    assert re.fullmatch(r"[\d ]{3,16}", line.number) or (line.link and not line.number)


@pytest.mark.parametrize("line", LINES)
def test_every_line_says_where_and_when_it_was_read(line):
    assert re.fullmatch(r"https?://\S+", line.source)
    assert re.fullmatch(r"20\d\d(-\d\d)?", line.as_of)
    assert line.as_of <= line.read.isoformat()


def test_who_is_afraid_of_calling_can_write_in_most_places():
    """A place where nobody can be written to says so by having no such line; those that have one are most."""
    places = [country for country in COUNTRIES if country.lines]
    written = [country for country in places if any(line.by != "call" for line in country.lines)]
    assert len(written) / len(places) >= 0.6


KNOWN = {
    "pt": ["1411"], "be": ["1813", "0800 32 123", "02 648 40 14"], "jp": ["0120 783 556"],
    "pl": ["800 70 2222", "116 123"], "us": ["988"], "gb": ["116 123", "85258"],
}  # fmt: skip


@pytest.mark.parametrize("code", KNOWN)
def test_the_national_lines_are_there(code):
    country = help_lines().of(code)
    assert country is not None
    assert set(KNOWN[code]) <= {line.number for line in country.lines}
    if code == "us":
        assert {line.by for line in country.lines if line.operator.startswith("988")} == {"call", "text", "chat"}


def test_the_directory_is_a_plain_link():
    assert help_lines().directory == "https://findahelpline.com"


def test_a_code_is_found_in_either_case_and_an_unknown_one_is_not():
    assert help_lines().of("GB") == help_lines().of("gb")
    assert help_lines().of("xx") is None
