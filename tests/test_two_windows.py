"""Two windows on one thing: neither undoes in silence what the other has saved."""

import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from uuid import uuid4

from tests.hand import changed
from tests.visitor import Visitor
from unflinch.accounts.models import Draft, Person
from unflinch.challenges.models import OwnChallenge
from unflinch.practice.models import Ask, Debrief, Forecast, Plan, Programme, WeekReview


def send(hand, address, held, **fields):
    """One window's form, opened as `held`, sent with these fields changed."""
    return hand.client.post(address, {"id": uuid4(), **changed(held, fields)})


def sent_again(hand, address, page):
    """Press the button of the page that shows both."""
    hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    typed = re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)</textarea>', page)
    return hand.client.post(address, {name: unescape(value) for name, value in (*hidden, *typed)})


def told(ask):
    return Ask.objects.with_all().get(pk=ask.split("/")[2]).debrief


def test_an_empty_form_in_a_second_window_wipes_nothing(hand):
    address = f"{hand.just_asked()}debrief/"
    held = hand.held_by(address)
    assert send(hand, address, held, lesson="A long lesson", sting=70).status_code == 302
    assert send(hand, address, held, funny="on").status_code == 302
    assert (told(address).lesson, told(address).sting, told(address).funny) == ("A long lesson", 70, True)


def test_the_same_field_in_two_windows_shows_both_and_saves_the_one_that_is_chosen(hand):
    address = f"{hand.just_asked()}debrief/"
    held = hand.held_by(address)
    send(hand, address, held, lesson="What A learned", sting=70)
    answer = send(hand, address, held, lesson="What B learned", sting=30, kind_line="Brave")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert all(text in page for text in ("What A learned", "What B learned", "70", "30"))
    assert told(address).lesson == "What A learned"
    assert sent_again(hand, address, page).status_code == 302
    assert (told(address).lesson, told(address).sting, told(address).kind_line) == ("What B learned", 30, "Brave")


def test_twenty_at_once_are_each_saved_or_told_that_they_are_not(live):
    debrief = Visitor(live.url).happened().replace("/after/", "/debrief/")

    def tell(number):
        return Visitor(live.url).send(debrief, id=uuid4(), lesson=f"Lesson {number:02}")

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(tell, range(20)))
    assert sorted(status for status, _ in answers) == [302] + [409] * 19
    saved = re.findall(r"Lesson \d\d", Visitor(live.url).see(debrief))[0]
    for number, (status, page) in enumerate(answers):
        assert status == 302 or (f"Lesson {number:02}" in page and saved in page)


def test_a_draft_of_one_window_does_not_empty_what_the_other_has_saved(hand):
    address = f"{hand.just_asked()}debrief/"
    held = hand.held_by(address)
    send(hand, address, held, lesson="Saved in the other window")
    draft = {**held, "kind_line": "Half a li", "lesson": "", "opened": ""}
    hand.client.post(f"/drafts/debrief/{address.split('/')[2]}/", draft)
    page = hand.see(address)
    assert "Saved in the other window" in page
    assert "Half a li" in page


def test_a_forecast_and_its_plan_in_two_windows(hand):
    address = f"{hand.choose()}forecast/"
    held = hand.held_by(address)
    send(hand, address, held, feared_words="they sigh", feared_before=60, line="Hello from A")
    assert send(hand, address, held, cue="At the bridge").status_code == 302
    assert (Plan.objects.get().line, Plan.objects.get().cue) == ("Hello from A", "At the bridge")
    assert Forecast.objects.get().feared_words == "they sigh"
    answer = send(hand, address, held, line="Hello from B", tension_before=40)
    assert answer.status_code == 409
    assert (Plan.objects.get().line, Forecast.objects.get().tension_before) == ("Hello from A", None)


def test_what_an_ask_was_about_in_two_windows(hand):
    address = f"{hand.just_asked()}about/"
    held = hand.held_by(address)
    assert send(hand, address, held, title="Title of A").status_code == 302
    assert send(hand, address, held, role="florist").status_code == 302
    assert (Ask.objects.get().title, Ask.objects.get().role) == ("Title of A", "florist")
    answer = send(hand, address, held, title="Title of B")
    assert answer.status_code == 409
    assert "Title of A" in answer.content.decode()


def test_a_pace_in_two_windows(hand):
    address = hand.send("/programmes/", kind="four_weeks")
    held = hand.held_by(address)
    assert send(hand, address, held, pace_low=1).status_code == 302
    assert send(hand, address, held, pace_low=2, pace_high=9).status_code == 302  # 2 is what it was opened on
    assert (Programme.objects.get().pace_low, Programme.objects.get().pace_high) == (1, 9)
    assert send(hand, address, held, pace_low=3).status_code == 409


def test_settings_in_two_windows(hand, mira):
    held = hand.held_by("/you/")
    assert send(hand, "/you/", held, day_ends=2).status_code == 302
    assert send(hand, "/you/", held, silence_days=21).status_code == 302
    mira = Person.objects.get()
    assert (mira.day_ends, mira.silence_days, mira.zone) == (2, 21, "Europe/Berlin")
    assert send(hand, "/you/", held, day_ends=6).status_code == 409


def test_an_own_challenge_in_two_windows(hand):
    address = hand.send(
        "/ideas/own/", title="Ask for a leaf", setting="park", channel="in_person", kind="ask", boldness=2, minutes=5
    )
    held = hand.held_by(address)
    assert send(hand, address, held, line="A leaf, please?").status_code == 302
    assert send(hand, address, held, boldness=4).status_code == 302
    own = OwnChallenge.objects.get()
    assert (own.line, own.boldness, own.title) == ("A leaf, please?", 80, "Ask for a leaf")
    assert send(hand, address, held, line="May I have a leaf?").status_code == 409


def test_a_look_back_in_two_windows(hand, time_machine, now):
    time_machine.move_to(now, tick=False)
    hand.just_asked("no")
    address, cards = "/weeks/2026-11-02/", "/reviews/2026-11-02/"
    held = hand.held_by(f"{cards}title/")
    assert send(hand, f"{cards}lesson/", hand.held_by(f"{cards}lesson/"), takeaway="It is a word").status_code == 302
    assert send(hand, f"{cards}title/", held, title="Warm ears").status_code == 302
    page = hand.see(address)
    assert "Warm ears" in page
    assert "It is a word" in page
    answer = send(hand, f"{cards}title/", held, title="Cold ears")
    assert answer.status_code == 409
    assert sent_again(hand, f"{cards}title/", answer.content.decode()).status_code == 302
    assert "Cold ears" in hand.see(address)
    assert WeekReview.objects.count() == 3


def test_a_look_back_saved_again_changes_the_pace_once(hand, time_machine, now):
    time_machine.move_to(now, tick=False)
    hand.send("/programmes/", kind="four_weeks")
    before = Programme.objects.get().pace_low
    hand.just_asked("no")
    hand.mend_week("/weeks/2026-11-02/", turn="more")
    hand.mend_week("/weeks/2026-11-02/", title="Warm ears")
    assert Programme.objects.get().pace_low == before + 1


def test_the_first_draft_of_a_form_may_come_from_many_windows_at_once(live):
    def draft(number):
        return Visitor(live.url).send("/drafts/happened/", title=f"Draft {number:02}")[0]

    with ThreadPoolExecutor(20) as pool:
        assert set(pool.map(draft, range(20))) == {204}
    assert re.search(r"Draft \d\d", Visitor(live.url).see("/happened/"))


def test_drafts_are_bounded_in_size_and_number(hand, mira):
    assert hand.client.post("/drafts/happened/", {"title": "x" * 200_001}).status_code == 400
    for number in range(105):
        assert hand.client.post(f"/drafts/form{number}/", {"title": "x"}).status_code == 204
    assert Draft.objects.of(mira).count() == 100
    assert Draft.objects.fields_of(mira, "form104") == {"title": ["x"]}


def test_a_file_is_not_promised_to_be_sent_again(hand, tmp_path):
    number = uuid4()
    for title in ("Ask for a chair", "Ask for a lamp"):
        hand.client.post("/wishes/", {"id": number, "words": title})
    file = tmp_path / "diary.csv"
    file.write_text("date,challenge,outcome\n2026-03-03,Ask,no\n", encoding="utf-8")
    with file.open("rb") as content:
        answer = hand.client.post("/wishes/", {"id": number, "words": "Another", "file": content})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Choose the file again" in page
    assert "Save this one too" not in page
    assert Debrief.objects.count() == 0
