"""Who will be asked can be said before, where somebody wants to; whoever doesn't has nothing more to tap."""

from uuid import UUID, uuid4

from unflinch.practice.models import Ask


def row(address):
    return Ask.objects.get(pk=UUID(address.split("/")[2]))


def test_a_role_said_before_stands_with_the_plan_and_on_the_entry(hand):
    ask = hand.choose()
    fold = hand.see(f"{ask}forecast/").split('<details class="more">')[-1].split("</details>")[0]
    assert "Who will you ask?" in fold
    hand.mend(f"{ask}forecast/", role="florist", later="yes")
    assert row(ask).role == "florist"
    assert "<bdi>florist</bdi>" in hand.see("/planned/")
    assert 'value="florist"' in hand.see(f"{ask}forecast/")
    hand.send(f"{ask}answer/", outcome="no")
    assert "florist" in hand.see(ask)


def test_each_ask_of_a_plan_has_its_own_role(hand):
    first = hand.choose()
    hand.mend(f"{first}forecast/", role="florist")
    hand.send(f"{first}answer/", outcome="no")
    second = hand.send(f"{first}follower/", link="another").removesuffix("forecast/")
    hand.mend(f"{second}forecast/", role="baker")
    assert (row(first).role, row(second).role) == ("florist", "baker")


def test_a_role_said_in_another_window_is_not_written_over(hand):
    address = f"{hand.choose()}forecast/"
    held = hand.held_by(address)
    hand.mend(address, role="florist")
    answer = hand.client.post(address, {**held, "id": uuid4(), "role": "baker"})
    assert (answer.status_code, row(address).role) == (409, "florist")
