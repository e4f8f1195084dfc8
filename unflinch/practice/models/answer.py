from collections.abc import Iterable, Sequence
from typing import ClassVar, Final, Self

from django.db import models

from unflinch.accounts.facts import FactQuerySet
from unflinch.accounts.sealed import SealedTextField
from unflinch.practice.models.dated import Dated
from unflinch.practice.models.rating import Nth, Word
from unflinch.practice.vocabulary import AnswerKind, Manner, NotAskedReason, Outcome

OPEN: Final = frozenset({Outcome.MAYBE, Outcome.NO_REPLY})
PLACE: Final = {AnswerKind.FIRST: 0, AnswerKind.SLIP: 1, AnswerKind.SETTLING: 2}


class AnswerQuerySet(FactQuerySet["Answer"]):
    def first_ones(self) -> Self:
        return self.filter(kind=AnswerKind.FIRST)


class Answer(Dated):
    """What came back, in one word. Later answers stand beside earlier ones and never replace them."""

    ask = models.ForeignKey("practice.Ask", on_delete=models.CASCADE, related_name="answers")
    kind = Word(choices=AnswerKind, default=AnswerKind.FIRST)
    outcome = Word(choices=Outcome)
    reason = Word(choices=NotAskedReason)
    manner = Word(choices=Manner)
    words = SealedTextField()
    nth = Nth()

    objects: ClassVar[AnswerQuerySet] = AnswerQuerySet.as_manager()  # type: ignore[assignment]

    class Meta(Dated.Meta):
        indexes: ClassVar = [models.Index(fields=["person", "day", "sequence"])]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["ask"], condition=models.Q(kind=AnswerKind.FIRST), name="answer_first_only_once"
            )
        ]

    @property
    def is_open(self) -> bool:
        """Whether a last word is still to come."""
        return self.outcome in OPEN


def in_order(answers: Iterable[Answer]) -> list[Answer]:
    """Answers as they were written; of two written at one moment the first answer is first."""
    return sorted(answers, key=lambda answer: (answer.arrived, PLACE[AnswerKind(answer.kind)]))


def first_of(trail: Sequence[Answer]) -> Answer | None:
    """What came first: the first answer, or what it should have been where that tap slipped."""
    first = None
    for answer in trail:
        if first is not None and answer.kind != AnswerKind.SLIP:
            break
        first = answer
    return first
