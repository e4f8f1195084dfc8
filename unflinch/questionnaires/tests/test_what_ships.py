"""What ships: one set, whole and attributed, whose wording was compared; and how a scored one is read."""

from unflinch.questionnaires.catalogue import SHIPPED, instruments_in, parse_instrument
from unflinch.questionnaires.instrument import GRANTED
from unflinch.questionnaires.tests.marking import GOING_WELL, ONS4, SEEN, SITUATIONS, nine


def test_only_what_was_compared_word_for_word_ships():
    shipped = sorted(SHIPPED.glob("*.toml"))
    assert [file.name for file in shipped] == ["ons4.toml"]
    assert {parse_instrument(file)["permission"] for file in shipped} == {GRANTED}
    assert list(instruments_in(SHIPPED)) == ["ons4"]
    assert [one.slug for one in instruments_in(SHIPPED).values() if one.unchecked] == []


def test_the_made_up_one_has_nine_situations_of_two_questions_with_six_steps():
    assert [len(item.questions) for item in SITUATIONS.items] == [2] * 9
    assert {(question.scale.low, question.scale.high) for question in SITUATIONS.questions.values()} == {(1, 6)}
    assert all(item.situation for item in SITUATIONS.items)


def test_the_scale_of_the_made_up_one_follows_from_its_rule():
    scale = SITUATIONS.scale
    assert scale is not None
    assert (scale.total, scale.items, scale.needed, scale.low, scale.high) == ("mean", 9, 7, 1, 36)
    assert (scale.sd, scale.reliability) == (3.6, 0.74)


def test_a_situation_pairs_its_concern_with_its_own_acceptance():
    marks = nine(1, 6) | {"salt_concern": 6, "salt_acceptance": 1}
    assert SITUATIONS.item_scores(marks) == [36, *[1] * 8]
    assert SITUATIONS.item_scores({"salt_concern": 6, "key_acceptance": 1}) == [None] * 9


def test_what_was_not_compared_with_its_source_is_said():
    assert SITUATIONS.unchecked == 6
    assert [item.checked for item in SITUATIONS.items[:3]] == [SEEN] * 3
    assert ONS4.unchecked == 0


def test_the_four_questions_stand_apart():
    assert ONS4.scale is None
    assert ONS4.score(GOING_WELL) is None
    assert list(ONS4.questions) == ["satisfied", "worthwhile", "happy", "anxious"]


def test_the_published_bands_hold_every_mark_once():
    grouped = ["low"] * 5 + ["medium"] * 2 + ["high"] * 2 + ["very high"] * 2
    for name in ("satisfied", "worthwhile", "happy"):
        assert words_of(name) == grouped
    assert words_of("anxious") == ["very low"] * 2 + ["low"] * 2 + ["medium"] * 2 + ["high"] * 5
    assert SITUATIONS.questions["salt_concern"].band_of(3) is None


def test_strain_needs_both_ends():
    heavy = {"satisfied": 4, "anxious": 8}
    assert ONS4.shows_strain(heavy)
    for lighter in ({"satisfied": 5}, {"anxious": 7}):
        assert not ONS4.shows_strain(heavy | lighter)
    assert not ONS4.shows_strain({"satisfied": 0})
    assert not SITUATIONS.shows_strain(nine(6, 1))


def test_each_says_whose_it_is_and_on_what_terms():
    for instrument in (SITUATIONS, ONS4):
        assert instrument.source.address.startswith("http")
        assert instrument.licence.address.startswith("http")
    assert "Open Government Licence v3.0" in ONS4.licence.text


def words_of(name):
    bands = [ONS4.questions[name].band_of(mark) for mark in range(11)]
    return [band.word for band in bands if band is not None]
