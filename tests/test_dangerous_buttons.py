"""What can't be undone doesn't look like what saves."""

import pytest


@pytest.fixture
def addresses(hand):
    return ["/erasure/", f"{hand.just_asked('no')}deletion/"]


def test_a_button_that_erases_is_not_dressed_as_the_main_one(hand, addresses):
    for address in addresses:
        page = hand.see(address)
        assert page.count('<button class="btn danger">') == 1
        assert '<button class="btn">' not in page
