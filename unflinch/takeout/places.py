"""Where a diary says that it was, as one of our settings; the diary's own word is kept beside it."""

from typing import Final

from unflinch.challenges.vocabulary import Setting

_KNOWN: Final = {
    **{setting.value: setting for setting in Setting},
    "bookshop": Setting.SHOP, "bookstore": Setting.SHOP, "store": Setting.SHOP, "supermarket": Setting.SHOP,
    "market": Setting.SHOP, "mall": Setting.SHOP, "coffee shop": Setting.CAFE, "coffeeshop": Setting.CAFE,
    "café": Setting.CAFE, "bakery": Setting.CAFE, "bar": Setting.CAFE, "pub": Setting.CAFE, "diner": Setting.RESTAURANT,
    "walk": Setting.STREET, "sidewalk": Setting.STREET, "outside": Setting.STREET, "garden": Setting.PARK,
    "bus": Setting.TRANSPORT, "train": Setting.TRANSPORT, "station": Setting.TRANSPORT, "taxi": Setting.TRANSPORT,
    "airport": Setting.TRANSPORT, "job": Setting.WORK, "company": Setting.WORK, "school": Setting.STUDY,
    "university": Setting.STUDY, "class": Setting.STUDY, "library": Setting.STUDY, "flat": Setting.HOME,
    "party": Setting.EVENT, "meetup": Setting.EVENT, "conference": Setting.EVENT, "counter": Setting.OFFICE,
    "town hall": Setting.OFFICE, "internet": Setting.ONLINE, "social media": Setting.ONLINE, "fitness": Setting.GYM,
}  # fmt: skip


def setting_of(words: str) -> str:
    """The setting that these words name; empty where they name none, `other` where we know no place like it."""
    said = words.strip().casefold()
    if not said:
        return ""
    return _KNOWN.get(said) or next((place for word, place in _KNOWN.items() if word in said.split()), Setting.OTHER)
