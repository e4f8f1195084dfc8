"""What one does to feel safe: the one that came most often may be left out for once; early on nothing is said."""

SAYS = "This once without it?"


def asked(hand, times, **told):
    for _ in range(times):
        hand.just_asked("no", sting=10, **told)


def test_the_habit_that_came_most_often_may_be_left_out_for_once(hand):
    asked(hand, 3, safe_habits=["rushed", "phone"])
    asked(hand, 1, safe_habits=["rushed"])
    asked(hand, 1)
    page = hand.see(f"{hand.choose()}forecast/")
    assert "“rushed” in 4 of 5 asks" in page
    assert page.count(SAYS) == 1


def test_early_on_any_habit_is_welcome(hand):
    asked(hand, 4, safe_habits=["rushed"])
    assert SAYS not in hand.see(f"{hand.choose()}forecast/")


def test_a_habit_that_has_faded_is_not_brought_up(hand):
    asked(hand, 5, safe_habits=["rushed"])
    asked(hand, 5)
    assert SAYS not in hand.see(f"{hand.choose()}forecast/")
