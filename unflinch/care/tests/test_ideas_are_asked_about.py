import pytest

from unflinch.care.respect import questions_raised_by

CODES = {
    *("dishonest", "disrespectful", "manipulative"),
    *("unsafe", "unlawful", "power_imbalance"),
    *("minors", "filming", "romance"),
}


@pytest.mark.parametrize(
    ("idea", "code"),
    [
        ("pretend to be a doctor", "dishonest"),
        ("touch a stranger's hair", "disrespectful"),
        ("keep asking until they give in", "manipulative"),
        ("hitchhike to the next town", "unsafe"),
        ("ride the tram without a ticket", "unlawful"),
        ("ask your intern to lend you money", "power_imbalance"),
        ("ask a child for its ice cream", "minors"),
        ("film the cashier's reaction", "filming"),
        ("ask a stranger on a date", "romance"),
        ("Tell the clerk it’s your honeymoon.", "dishonest"),
        ("read the messages on a stranger’s phone", "disrespectful"),
        ("ask once more after a no", "manipulative"),
        ("take a nap in a stranger's flat", "unsafe"),
        ("climb the fence of the pool after closing", "unlawful"),
        ("make the waiter count a hundred coins", "power_imbalance"),
        ("May I borrow your son for a photo?", "minors"),
        ("put a clip of the refusal online", "filming"),
        ("slip the barista your number", "romance"),
    ],
)
def test_each_question_has_its_words(idea, code):
    assert code in questions_raised_by(idea)
    assert set(questions_raised_by(idea)) <= CODES


@pytest.mark.parametrize(
    "idea",
    [
        "ask a magician to teach you a trick",
        "order from the kids' menu",
        "change the date of a booking",
        "be an extra in a film",
        "buy a vinyl record",
        "propose a toast",
        "ask for a tour of a fire station",
        "ask for a high five",
        "recommend a romantic film to a colleague",
        "ask for kiss chocolates at the sweet shop",
        "ask the police the way to the station",
        "film yourself dancing with your own phone",
        "join an acting class",
        "ask a stranger what they are reading",
        "tell a stranger that you like their coat",
        "ask for the due date of a library book",
        "ask for directions without pretending that you are lost",
        "ask my coach to film my swing so I can see it",
        "ask a friend to cut my fringe",
        "",
    ],
)
def test_words_that_only_look_alike_are_left_alone(idea):
    assert questions_raised_by(idea) == ()


def test_a_bad_sentence_is_not_hidden_by_harmless_ones_around_it():
    harmless = "Ask the baker for the recipe. Say thank you and go home. "
    assert "filming" in questions_raised_by(f"{harmless * 9}Film strangers in secret. {harmless * 9}")


def test_one_idea_can_raise_several_questions():
    assert {"filming", "minors"} <= set(questions_raised_by("film kids on the playground"))


@pytest.mark.parametrize("idea", ["\x00", "🦆" * 50, "ask " * 50_000, "(" * 500])
def test_nothing_that_can_be_typed_breaks_it(idea):
    assert set(questions_raised_by(idea)) <= CODES
