"""The base form of an English word, as far as a list of known words tells it: `asking` → `ask`, `bodies` → `body`."""

from collections.abc import Container, Iterator

_SHORTEST = 3  # letters that a base form must keep
_ENDINGS = (
    ("ies", ("y", "ie")),
    ("ied", ("y", "ie")),
    ("es", ("e", "")),
    ("s", ("",)),
    ("ed", ("e", "")),
    ("ing", ("e", "")),
)
_NO_PLURAL = ("ss", "us", "is", "'s")


def base_of(word: str, known: Container[str], kept: Container[str]) -> str:
    """The shortest form of `word` in `known`; the word itself where there is none, or where it is `kept` as it is."""
    while word not in kept:
        shorter = next((form for form in _forms_of(word) if form in known), None)
        if shorter is None:
            break
        word = shorter
    return word


def _forms_of(word: str) -> Iterator[str]:
    """What `word` may be a form of, the likeliest first."""
    for ending, others in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _SHORTEST - 1 or word.endswith(_NO_PLURAL):
            continue
        yield from (stem + other for other in others if len(stem + other) >= _SHORTEST)
        if len(stem) > _SHORTEST and stem[-1] == stem[-2]:
            yield stem[:-1]
