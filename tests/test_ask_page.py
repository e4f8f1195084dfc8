"""The page of one ask lists what was written about it, and nothing else."""

import re


def facts(page):
    """Each heading of the page's list with what stands under it."""
    found = re.findall(r"<dt>(.*?)</dt><dd[^>]*>(.*?)</dd>", page)
    return dict(found)


def test_an_ask_with_nothing_written_about_it_has_no_empty_box(hand):
    ask = hand.just_asked("yes")
    hand.send(f"{ask}debrief/")
    assert 'class="card facts"' not in hand.see(ask)


def test_everything_that_was_filled_in_is_listed_with_its_unit(hand):
    ask = hand.choose()
    before = {"feared": "stare", "feared_before": 80, "no_before": 60, "cost_before": 70, "feelings": ["nervous"]}
    hand.send(f"{ask}forecast/", **before)
    hand.send(f"{ask}answer/", outcome="no")
    after = {"feared_happened": 10, "feared_after": 40, "cost_after": 20, "surprise": 90, "no_kind": "friendly"}
    hand.send(f"{ask}debrief/", **after, feelings=["relieved", "proud"], gained="A doughnut", amount="2.50")
    assert facts(hand.see(ask)) == {
        "Feared": "stare at me, 80 % likely",
        "A no": "60 % likely",
        "How bad a no would be": "70",
        "Felt before": "nervous",
        "The feared thing happened": "10 out of 100",
        "Next time you’d say": "40 %",
        "How bad it was": "20",
        "Surprise": "90",
        "Kind of no": "friendly",
        "Felt": "relieved, proud",
        "Gained": "A doughnut, 2.50",
    }


def test_a_line_of_ones_own_keeps_its_breaks_and_is_never_markup(hand):
    ask = hand.just_asked("no", what_happened="<b>No</b>")
    assert "&lt;b&gt;No&lt;/b&gt;" in hand.see(ask)
