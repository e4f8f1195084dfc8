"""How the asks of a file were asked, where no column says so."""

from typing import Final

from unflinch.challenges.vocabulary import Channel
from unflinch.takeout.diary.headings import plain_heading
from unflinch.takeout.diary.rows import Diary

# Headings that only a list of applications has, and words that tell the channel wherever they stand.

_OF_APPLICATIONS: Final = frozenset(
    ("company", "employer", "position", "job", "job title", "vacancy", "applied", "applied on", "date applied",
     "application", "application date", "recruiter", "firma", "arbeitgeber", "stelle", "beworben am", "empresa",
     "puesto")
)  # fmt: skip
_TELLING: Final = {
    "emailed": Channel.EMAIL, "e-mailed": Channel.EMAIL, "wrote to": Channel.EMAIL, "applied": Channel.EMAIL,
    "called": Channel.PHONE, "phoned": Channel.PHONE, "messaged": Channel.ONLINE, "texted": Channel.ONLINE,
}  # fmt: skip
_MOSTLY: Final = 0.5  # the share of asks whose words have to tell it


def channel_of(diary: Diary) -> str:
    """What was said, or what headings and cells tell; empty where a column says it, or nothing does."""
    if diary.choices.channel or diary.columns.at("channel") is not None:
        return diary.choices.channel
    if _OF_APPLICATIONS & {plain_heading(name) for name in diary.columns.names}:
        return Channel.EMAIL
    titles = [str(row.values.get("challenge") or "").casefold() for row in diary.rows]
    for word, channel in _TELLING.items():
        if titles and sum(title.startswith(word) for title in titles) > _MOSTLY * len(titles):
            return channel
    return ""
