"""Years of weeks: half a year on a page, the newest first."""

from datetime import date, timedelta
from io import StringIO

from django.core.management import call_command

FIRST = date(2025, 3, 3)
WEEKS = 60


def test_half_a_year_of_weeks_stands_on_a_page_and_the_others_are_a_tap_away(hand, mira, tmp_path):
    file = tmp_path / "diary.csv"
    rows = [f"{FIRST + timedelta(weeks=week)},Ask for a chair,no" for week in range(WEEKS)]
    file.write_text("\n".join(["date,challenge,outcome", *rows]), encoding="utf-8")
    call_command("import_diary", file=file, weeks=None, stdout=StringIO())
    newest, oldest = hand.see("/weeks/"), hand.see("/weeks/?page=3")
    assert newest.count('<li class="card">') == 26
    assert f"Week {WEEKS}" in newest
    assert "Older weeks" in newest
    assert oldest.count('<li class="card">') == WEEKS - 2 * 26
    assert "from 3 March 2025" in oldest
    assert "Older weeks" not in oldest
