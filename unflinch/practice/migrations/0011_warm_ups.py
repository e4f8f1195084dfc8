from typing import Any, Final

from django.db import migrations

import unflinch.practice.models.rating

# The cards of the library that nobody could refuse when this was written, and whose answer was saved as a yes.
_WARM_UPS: Final = (
    "compliment-somebodys-coat",
    "leave-a-thank-you-card",
    "leave-without-buying-and-say-so",
    "let-a-pause-stand-in-a-conversation",
    "phone-somebody-to-say-thanks",
    "say-good-morning-to-somebody-you-pass",
    "send-a-message-with-a-spelling-slip-and-leave-it",
    "send-thanks-to-the-kitchen",
    "turn-down-a-bag-at-the-till",
    "turn-down-a-flyer",
    "write-thanks-to-a-maker",
)


def say_what_they_were(apps: Any, _: Any) -> None:
    """A warm-up that was saved as a yes was done. One that has another answer as well keeps what was told of it."""
    answers, asks = apps.get_model("practice", "Answer").objects, apps.get_model("practice", "Ask").objects
    told = answers.exclude(outcome__in=("yes", "not_asked"), manner="")
    done = asks.filter(slug__in=_WARM_UPS).exclude(pk__in=told.values("ask"))
    answers.filter(ask__in=done, outcome="yes").update(outcome="went")


def call_them_yes(apps: Any, _: Any) -> None:
    apps.get_model("practice", "Answer").objects.filter(outcome="went").update(outcome="yes")


class Migration(migrations.Migration):
    dependencies = [
        ("practice", "0010_passed_on"),
    ]

    operations = [
        migrations.AlterField(
            model_name="answer",
            name="outcome",
            field=unflinch.practice.models.rating.ChoiceField(
                choices=[
                    ("yes", "Yes"),
                    ("no", "No"),
                    ("maybe", "Maybe"),
                    ("no_reply", "No reply yet"),
                    ("went", "I did it"),
                    ("not_asked", "Not this time"),
                ],
            ),
        ),
        migrations.RunPython(say_what_they_were, call_them_yes),
    ]
