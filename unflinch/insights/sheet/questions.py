"""The questionnaires on a sheet: of each the newest in the range, with what is wobble and what is more."""

from collections.abc import Iterator

from unflinch.insights.sheet.material import Material, is_inside
from unflinch.questionnaires.catalogue import instruments
from unflinch.questionnaires.models import Filled
from unflinch.questionnaires.results import QuestionnaireResult, result_of


def question_rows(material: Material) -> Iterator[list[str]]:
    """What was asked, when, and the number with its interval or the mark that was picked."""
    for filled, result in _newest(material):
        day = f"{filled.day.day} {filled.day:%b %Y}"
        if result.score is not None and result.score.spoken is not None:
            low, value, high = result.score.spoken
            yield [result.instrument.title, day, f"{value:.1f} ({low:.1f} to {high:.1f}{_moved(result)})"]
        for answer in result.answers if result.instrument.scale is None else ():
            if answer.mark is not None:
                yield [answer.question.text, day, f"{answer.mark} of {answer.question.scale.high}"]


def _moved(result: QuestionnaireResult) -> str:
    """What came of it since the time before, where there was one."""
    if result.change is None:
        return ""
    return f"; {result.change.moved}, beyond wobble" if result.change.moved else "; since before: within wobble"


def _newest(material: Material) -> Iterator[tuple[Filled, QuestionnaireResult]]:
    """Of each questionnaire that is still here, in the wording that is still here, the newest in the range."""
    seen = set()
    for filled in Filled.objects.of(material.person).newest_first():
        instrument = instruments().get(filled.slug)
        known = instrument is not None and instrument.version == filled.version and filled.slug not in seen
        if instrument is not None and known and is_inside(filled.day, material.first, material.last):
            seen.add(filled.slug)
            yield filled, result_of(instrument, filled, Filled.objects.comparable_to(filled).newest_first().first())
