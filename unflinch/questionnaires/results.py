"""What a set of questions says once it is filled in: its number, or each answer for itself, beside the time before."""

from dataclasses import dataclass

from nerve.measured import Change, Measured
from nerve.questionnaire import change_of
from unflinch.questionnaires.instrument import Band, Instrument, ItemMarks, Question
from unflinch.questionnaires.models import Filled


@dataclass(frozen=True, slots=True)
class _Answered:
    """One question, what was picked now and the time before (None where it was left), and its published band."""

    question: Question
    mark: int | None
    before: int | None
    band: Band | None


@dataclass(frozen=True, slots=True)
class QuestionnaireResult:
    """A filled-in set, read. `score` is None where items stand alone or too few are answered.

    `answered` counts the items that have a score. `before` is the comparable one of the time before, `earlier` its
    score; `change` is None without two scores. `strained` says that the marks lie at the heavy end.
    """

    instrument: Instrument
    score: Measured | None
    answered: int
    before: Filled | None
    earlier: Measured | None
    change: Change | None
    answers: tuple[_Answered, ...]
    strained: bool

    @property
    def difference(self) -> float | None:
        """How far the two scores lie apart, in points, whichever way."""
        spoken = self.change and self.change.spoken
        return abs(spoken[1]) if spoken else None

    @property
    def wobble(self) -> float | None:
        """How far two scores of one person can lie apart without meaning anything, in points."""
        spoken = self.change and self.change.spoken
        return spoken[1] - spoken[0] if spoken else None


def result_of(instrument: Instrument, filled: Filled, before: Filled | None) -> QuestionnaireResult:
    """Read one filling-in; `before` is the last comparable one."""
    marks = filled.marks(instrument)
    marks_before = {} if before is None else before.marks(instrument)
    score, earlier = instrument.score(marks), instrument.score(marks_before)
    return QuestionnaireResult(
        instrument=instrument,
        score=score,
        answered=sum(item is not None for item in instrument.item_scores(marks)),
        before=before,
        earlier=earlier,
        change=_change_between(instrument, earlier, score),
        answers=tuple(_answers_of(instrument, marks, marks_before)),
        strained=instrument.shows_strain(marks),
    )


def _change_between(instrument: Instrument, before: Measured | None, after: Measured | None) -> Change | None:
    if instrument.scale is None or before is None or after is None:
        return None
    return change_of(before, after, instrument.scale)


def _answers_of(instrument: Instrument, marks: ItemMarks, earlier: ItemMarks) -> list[_Answered]:
    answers = []
    for name, question in instrument.questions.items():
        mark = marks.get(name)
        band = None if mark is None else question.band_of(mark)
        answers.append(_Answered(question, mark, earlier.get(name), band))
    return answers
