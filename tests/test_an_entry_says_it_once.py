"""An entry says its answer once; how it came about is told where there was more to it than one word."""


def main_of(page):
    return page.split("<main")[1].split("</main>")[0]


def test_a_single_answer_stands_in_one_line_and_can_still_be_undone(hand):
    page = main_of(hand.see(hand.just_asked("no")))
    assert "first answer" not in page
    assert 'class="card trail"' not in page
    assert page.index("What happened") < page.index("Undo this entry") < page.index("Delete this entry")


def test_an_answer_that_changed_tells_both_in_their_order(hand):
    ask = hand.just_asked("maybe")
    hand.send(f"{ask}settling/", outcome="no")
    page = main_of(hand.see(ask))
    assert page.index("Maybe") < page.index("first answer") < page.index("they replied later")
