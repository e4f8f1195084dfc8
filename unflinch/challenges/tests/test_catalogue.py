from importlib.resources import files

import pytest

from nerve.card import Card
from unflinch.challenges.boldness import WEIGHTS, boldness, difficulty
from unflinch.challenges.catalogue import card, catalogue, catalogue_of, fits_anybody
from unflinch.challenges.loading import library_files
from unflinch.challenges.vocabulary import Place
from unflinch.shell.data_files import BrokenFile, parse_toml

HIGH_FIVE = "ask-for-a-high-five"
BIRTHDAY = "tell-a-cashier-it-is-your-birthday"
EVERYTHING = catalogue().by_boldness


def test_the_library_is_read_once():
    assert catalogue() is catalogue()


def test_decks_and_challenges_go_from_gentle_to_bold():
    decks = catalogue().decks
    assert [deck.difficulty for deck in decks] == sorted(deck.difficulty for deck in decks)
    for challenges in (EVERYTHING, *(deck.challenges for deck in decks)):
        assert [challenge.difficulty for challenge in challenges] == sorted(
            challenge.difficulty for challenge in challenges
        )
    assert {challenge for deck in decks for challenge in deck.challenges} == set(EVERYTHING)


def test_a_challenge_is_found_by_its_slug():
    found = catalogue().get(HIGH_FIVE)
    assert found is not None
    assert found.title == "Ask a stranger for a high five"
    assert (found.channel_word, found.setting_word, found.cost_word) == ("in person", "on a walk", "costs them nothing")


@pytest.mark.parametrize("slug", ["", "never-heard-of", BIRTHDAY])
def test_what_is_not_offered_is_not_found(slug):
    assert catalogue().get(slug) is None


def test_a_retired_challenge_keeps_its_title_for_old_diaries():
    assert catalogue().title_of(BIRTHDAY) == "Tell a cashier it is your birthday (it was not)"
    assert catalogue().title_of(HIGH_FIVE) == "Ask a stranger for a high five"
    assert catalogue().title_of("never-heard-of") == ""


def test_words_narrow_the_challenges():
    found = EVERYTHING.at("gym").by("email").within(6).of_boldness(3).of_kind("ask").without_discrimination_risk()
    assert [challenge.slug for challenge in found] == ["ask-to-leave-a-contract-early"]


def test_an_empty_word_leaves_everything_open():
    assert EVERYTHING.at("").by("").within(None).of_boldness(None).of_kind("") == EVERYTHING


@pytest.mark.parametrize(
    ("narrowed", "fits"),
    [
        (EVERYTHING.at("gym"), lambda challenge: challenge.setting == "gym"),
        (EVERYTHING.by("letter"), lambda challenge: challenge.channel == "letter"),
        (EVERYTHING.within(3), lambda challenge: challenge.minutes <= 3),
        (EVERYTHING.of_boldness(5), lambda challenge: challenge.boldness == 5),
        (EVERYTHING.of_kind("offer"), lambda challenge: challenge.kind == "offer"),
        (EVERYTHING.tagged("books"), lambda challenge: "books" in challenge.tags),
        (EVERYTHING.without_discrimination_risk(), lambda challenge: challenge.discrimination_risk == 0),
    ],
)
def test_each_word_keeps_what_fits_and_nothing_else(narrowed, fits):
    assert list(narrowed) == [challenge for challenge in EVERYTHING if fits(challenge)]
    assert 0 < len(narrowed) < len(EVERYTHING)


def test_the_card_is_what_nerve_sees():
    letter = catalogue().challenges["leave-a-thank-you-card"]
    assert card(letter) == Card(
        letter.slug,
        letter.facets,
        "written",
        letter.yes_rate,
        kind=letter.kind,
        setting=letter.setting,
        rest_days=letter.rest_after,
        warm_up=letter.warm_up,
    )
    assert card(catalogue().challenges["ask-your-manager-for-a-pay-rise"]).addressee == "one_person"
    assert catalogue().cards == tuple(map(card, EVERYTHING))


@pytest.mark.parametrize(
    "slug", ["ask-for-a-seat-because-you-need-one", "ask-a-kitchen-whats-in-a-dish", "say-that-the-soup-is-cold"]
)
def test_what_nobody_can_guess_is_found_and_not_drawn(slug):
    """To hand a card on a disability to just anybody would put words into their mouth that aren't true."""
    assert catalogue().challenges[slug] in EVERYTHING
    assert slug not in {challenge.slug for challenge in catalogue().drawable}


def test_a_blind_draw_leaves_out_the_boldest_and_the_unfair():
    left_out = set(EVERYTHING) - set(catalogue().drawable)
    assert left_out == {
        challenge
        for challenge in EVERYTHING
        if challenge.boldness == 5 or challenge.discrimination_risk > 1 or not fits_anybody(challenge)
    }


def test_difficulty_is_the_weighted_sum_of_the_facets():
    assert sum(WEIGHTS.values()) == pytest.approx(1)
    assert difficulty(dict.fromkeys(WEIGHTS, 0.0)) == 0
    assert difficulty({**dict.fromkeys(WEIGHTS, 0.0), "size": 1, "distance": 0.5}) == pytest.approx(0.325)


@pytest.mark.parametrize(
    ("all_facets", "step"), [(0.0, 1), (0.22, 1), (0.23, 2), (0.3, 3), (0.39, 4), (0.41, 5), (1.0, 5)]
)
def test_boldness_has_five_steps(all_facets, step):
    assert boldness(dict.fromkeys(WEIGHTS, all_facets)) == step


def test_what_is_left_out_has_its_plain_meaning():
    found = catalogue().challenges["ask-for-a-high-five"]
    assert (found.addressee, found.needs, found.warm_up, found.places) == ("anybody", (), False, ("out",))


def test_by_phone_and_in_writing_it_can_be_done_anywhere():
    distant = EVERYTHING.where(lambda challenge: challenge.channel != "in_person")
    assert {challenge.places for challenge in distant} == {tuple(Place)}


def test_circumstances_are_read():
    found = catalogue().challenges["ask-to-fill-your-can-at-a-neighbours-garden-tap"]
    assert (found.needs, found.topics, found.places) == (("neighbours",), ("neighbours", "rural"), ("home",))
    raise_ = catalogue().challenges["ask-your-manager-for-a-pay-rise"]
    assert (raise_.addressee, raise_.needs, raise_.in_writing[:8]) == ("one_person", ("job",), "Could we")


def test_what_the_law_of_a_country_says_stands_on_the_card():
    """Advertising by e-mail needs consent in Germany, from firms as well (UWG, section 7)."""
    assert "consent" in catalogue().challenges["pitch-your-work-by-e-mail"].law["DE"]


def test_a_library_that_cannot_be_read_says_where_it_is_wrong(monkeypatch):
    broken = library_files()
    del broken["hello.toml"]["challenge"][0]["setting"]
    slug = broken["hello.toml"]["challenge"][0]["slug"]
    monkeypatch.setattr("unflinch.challenges.catalogue.library_files", lambda: broken)
    with pytest.raises(BrokenFile, match=rf"^hello\.toml: {slug}: setting is missing"):
        catalogue.__wrapped__()


def test_an_unknown_language_has_no_decks():
    assert catalogue_of(library_files(), "tlh").decks == ()


def test_a_broken_library_names_file_slug_and_field():
    broken = library_files()
    row = next(row for row in broken["bold-and-odd.toml"]["challenge"] if row["slug"] == HIGH_FIVE)
    row["cost_to_other"] = 3
    with pytest.raises(BrokenFile, match=r"^bold-and-odd\.toml: ask-for-a-high-five: cost_to_other is 3: more than 1"):
        catalogue_of(broken)


def test_a_file_that_is_not_toml_is_named():
    with pytest.raises(BrokenFile, match=r"^hello\.toml: .*line 2"):
        parse_toml("hello.toml", "[deck]\nslug = hello\n")


def test_every_file_of_the_library_is_read():
    folder = files("unflinch.challenges").joinpath("library")
    assert set(library_files()) == {file.name for file in folder.iterdir() if file.is_file()}
