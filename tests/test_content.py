"""Nothing of ours claims to be more than practice, and nothing runs anybody down: README, pages, library, documents."""

from collections import Counter
from pathlib import Path

import pytest

from tests.claims import claims, hits
from tests.shown import Passage, passages

# A file of each kind with one claim on the line that is named, in words that only its kind reads rightly.
PLANTED = {
    "README.md": ("# Unflinch\n\nA proven way to ask.\n", 3, "proven"),
    "CHANGELOG.md": ("- Starts.\n- Now with a\n  streak.\n", 3, "streak"),
    "docs/care/purpose.md": ("It is small, and it\nheals.\n", 2, "heals"),
    "pyproject.toml": ('[project]\nname = "x"\ndescription = "Therapy for the shy."\n', 3, "therapy"),
    "unflinch/a/templates/a/page.html": ("<main>\n<p>This <b>cures</b>\nshyness.</p>", 2, "cures"),
    "unflinch/a/templates/a/heading.html": ("<p>It is not</p>\n<h2>Therapy</h2>", 2, "therapy"),
    "unflinch/a/templates/a/label.html": ('<p>\n<a\naria-label="You should go">x</a>', 3, "you should"),
    "unflinch/a/templates/a/with.html": ('\n{% include "a/b.html" with words="Guaranteed" %}', 2, "guaranteed"),
    "unflinch/a/library.toml": ('# It cures.\n[[deck]]\nabout = "It rewires you."\n', 3, "rewires"),
    "unflinch/learn/articles/11-x.md": (
        '+++\nwhere = "Therapy"\n+++\nA fear like\nthat is overblown.\n',
        5,
        "overblown",
    ),
    "unflinch/a/words.py": ('SAID = (\n    f"You have {1} week. "\n    "Your streak is over."\n)\n', 2, "streak"),
    "unflinch/cli.py": ('def go():\n    """A failure costs nothing."""\n', 2, "failure"),
    "unflinch/a/static/a/say.js": ("// a failure\nsay('no failure');\nsay('such a failure');\n", 3, "failure"),
}
WRONG = {
    "Unflinch treats you kindly.": "unflinch treats",
    "Practice treats mild social anxiety.": "treats mild social anxiety",
    "It treats\nyour fears gently": "treats your fears",
    "It cures nothing less than fear.": "cures",
    "the app treats you": "the app treats",
    "It is a treatment that you can hold.": "is a treatment",
    "Not only is it fun, it cures fear.": "cures",
    "No doubt it heals.": "heals",
    "There is no better therapy.": "therapy",
    "It does not hurt, it heals.": "heals",
    "Without an account, practice heals.": "heals",
    "This is not hard: it is proven.": "proven",
    "It is not a game but therapy.": "therapy",
    "Never alone. Clinically tested.": "clinically",
    "a science-backed coach": "science-backed",
    "Rewire your brain": "rewire",
    "It desensitises you": "desensitises",
    "A no is as painful as physical pain.": "as painful as physical pain",
    "Each friendly no heals a little.": "heals",
    "One no a day is a cure.": "cure",
    "Overcome your fear of rejection": "overcome your fear",
    "Become fearless": "fearless",
    "Less fear, guaranteed": "guaranteed",
    "It works for everyone.": "works for everyone",
    "Your fear is overblown.": "overblown",
    "Your worries are mostly unfounded.": "worries are mostly unfounded",
    "It is all in your head.": "all in your head",
    "You have social anxiety.": "you have social anxiety",
    "Your phobia will shrink.": "your phobia",
    "You seem depressed.": "you seem depressed",
    "It diagnoses you in a minute.": "diagnoses",
    "Here is your answer: a diagnosis.": "diagnosis",
    "You failed this week.": "you failed",
    "A failed week": "failed week",
    "You have not asked, and that is a failure.": "failure",
    "7-day streak!": "streak",
    "You really should ask.": "you really should",
    "Start your Rejection Therapy today": "therapy",
    "This is therapy.\nNot expensive.": "therapy",
}
FINE = (
    "Practice for adults, and not therapy.",
    "It isn’t therapy, it does not treat anything, and nobody reads what you write.",
    "Nothing here says that it treats, cures, heals, rewires, is proven, or diagnoses.",
    "It diagnoses nothing, cures nobody and heals no one.",
    "Is it therapy? No. It would be wrong to call it therapy.",
    "They never scold, sell or promise a cure.",
    "Nothing was cured here, and nothing had to be.",
    "No trial has proven it.",
    "It does not make you fearless.",
    "No therapy, no cures, no streaks.",
    "Memory, and not a failure.",
    "I felt treated unfairly",
    "refuse a treatment; treat the next customer; a treat",
    "A GP can write you a mental health treatment plan.",
    "CBT is short for cognitive behavioural therapy. Ask a therapist.",
    "Ask a stranger which of two things you should buy",
    "Nobody should have to ask twice.",
    "A healthy, secure, obscure procedure without fail.",
    "Many autistic people and people with ADHD know this.",
    "The import did not work; the test fails.",
    "Two things that you both like.",
)


def to_people(text: str, file: str = "unflinch/a/x.md") -> list[str]:
    return [hit.phrase for hit in hits(Passage(file, 1, text, to_people=True))]


def test_nothing_that_is_read_claims_too_much():
    found = [str(hit) for passage in passages() for hit in hits(passage)]
    assert found == [], "\n" + "\n".join(found)


def test_every_kind_of_file_is_read():
    """Otherwise nothing would be found, and all would seem well."""
    letters = Counter[str]()
    for passage in passages():
        letters[Path(passage.file).suffix] += len("".join(passage.text.split()))
    assert {kind for kind, count in letters.items() if count > 100} == {".html", ".toml", ".md", ".py", ".js", ".svg"}
    read = {passage.file for passage in passages()}
    assert read >= {"README.md", "CHANGELOG.md", "pyproject.toml", "docs/architecture.md", "nerve/README.md"}
    assert read >= {"unflinch/care/stop_signs.toml", "unflinch/cli.py", "unflinch/today/templates/today/welcome.html"}


@pytest.mark.parametrize(("file", "planted"), PLANTED.items(), ids=PLANTED.keys())
def test_a_planted_claim_is_found_with_its_file_and_line(tmp_path, file, planted):
    text, line, phrase = planted
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    found = [(hit.file, hit.line, hit.phrase) for passage in passages(tmp_path) for hit in hits(passage)]
    assert found == [(file, line, phrase)]


@pytest.mark.parametrize(("text", "phrase"), WRONG.items(), ids=WRONG.keys())
def test_a_claim_is_found(text, phrase):
    assert phrase in to_people(text)


@pytest.mark.parametrize("text", FINE)
def test_what_denies_or_means_something_else_is_fine(text):
    assert to_people(text) == []


def test_every_claim_of_the_list_has_been_seen():
    seen = {hit.claim.name for text in WRONG for hit in hits(Passage("x", 1, text, to_people=True))}
    assert {claim.name for claim in claims()} - seen == set()


def test_a_name_is_right_where_it_is_a_name_and_nowhere_else():
    said = "The web calls it Rejection Therapy."
    assert to_people(said, "README.md") == to_people(said, "unflinch/learn/credits.toml") == []
    assert to_people(said, "unflinch/today/templates/today/home.html") == ["therapy"]


def test_those_who_build_may_speak_of_failures_and_may_not_claim():
    said = "When the test fails you should look; a failure is logged. The app cures fear."
    assert [hit.phrase for hit in hits(Passage("docs/x.md", 1, said, to_people=False))] == ["cures"]


def test_a_word_that_is_quoted_to_those_who_build_is_not_said(tmp_path):
    path = tmp_path / "docs/checklist.md"
    path.parent.mkdir()
    path.write_text("3. No “therapy/treats/cures/proven” in pages.\n4. The word “heals” is linted, `cures` too.\n")
    assert [hit for passage in passages(tmp_path) for hit in hits(passage)] == []


def test_a_hit_says_where_what_and_what_would_be_better():
    (hit,) = hits(Passage("README.md", 7, "\nIt cures.", to_people=True))
    assert str(hit) == "README.md:8: “cures” (cures). Better: what somebody may notice, and how well that is known."
