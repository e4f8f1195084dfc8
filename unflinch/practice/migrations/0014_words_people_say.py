"""Labels of choices as people say them. Nothing in the tables changes."""

from django.db import migrations

import unflinch.practice.models.rating


class Migration(migrations.Migration):
    dependencies = [
        ("practice", "0013_indexes_of_long_histories"),
    ]

    operations = [
        migrations.AlterField(
            model_name="answer",
            name="kind",
            field=unflinch.practice.models.rating.ChoiceField(
                blank=True,
                choices=[
                    ("first", "first answer"),
                    ("settling", "they replied later"),
                    ("slip", "a mis-tap, corrected"),
                ],
                default="first",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="answer",
            name="outcome",
            field=unflinch.practice.models.rating.ChoiceField(
                blank=True,
                choices=[
                    ("yes", "Yes"),
                    ("no", "No"),
                    ("maybe", "Maybe"),
                    ("no_reply", "No answer"),
                    ("went", "I did it"),
                    ("not_asked", "Not this time"),
                ],
                default="",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="answer",
            name="reason",
            field=unflinch.practice.models.rating.ChoiceField(
                blank=True,
                choices=[
                    ("no_chance", "I didn’t get the chance"),
                    ("not_the_moment", "not the right moment"),
                    ("too_much", "too much for today"),
                    ("too_tired", "too tired"),
                    ("felt_wrong", "it felt wrong"),
                ],
                default="",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="ask",
            name="audience",
            field=unflinch.practice.models.rating.ChoiceField(
                blank=True,
                choices=[("one", "one person"), ("group", "a group, with one answer")],
                default="one",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="ask",
            name="kind",
            field=unflinch.practice.models.rating.ChoiceField(
                blank=True,
                choices=[("ask", "an ask"), ("offer", "an offer or a gift"), ("say_no", "saying no myself")],
                default="ask",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="ask",
            name="link",
            field=unflinch.practice.models.rating.ChoiceField(
                blank=True,
                choices=[
                    ("more", "asked for something bigger"),
                    ("another", "asked somebody else"),
                    ("passed_on", "they sent me to somebody else"),
                    ("together", "we asked together"),
                ],
                default="",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="ask",
            name="setting",
            field=unflinch.practice.models.rating.ChoiceField(
                blank=True,
                choices=[
                    ("shop", "in a shop"),
                    ("cafe", "in a café"),
                    ("restaurant", "in a restaurant"),
                    ("gym", "at the gym"),
                    ("street", "on a walk"),
                    ("park", "in a park"),
                    ("transport", "on the bus or train"),
                    ("work", "at work"),
                    ("study", "at school or college"),
                    ("home", "at home"),
                    ("office", "at an office or a desk"),
                    ("online", "online"),
                    ("event", "at an event"),
                    ("other", "somewhere else"),
                ],
                default="",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="debrief",
            name="back_after",
            field=unflinch.practice.models.rating.ChoiceField(
                blank=True,
                choices=[
                    ("minutes", "a few minutes"),
                    ("hour", "about an hour"),
                    ("today", "a few hours"),
                    ("not_yet", "not yet"),
                ],
                default="",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="debrief",
            name="no_kind",
            field=unflinch.practice.models.rating.ChoiceField(
                blank=True,
                choices=[
                    ("friendly", "friendly"),
                    ("explained", "with a reason"),
                    ("not_now", "not now"),
                    ("plain", "just no"),
                    ("rude", "rude"),
                ],
                default="",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="rule",
            name="kind",
            field=unflinch.practice.models.rating.ChoiceField(
                blank=True,
                choices=[("ground", "ground rule"), ("own", "an old rule of mine, to break")],
                default="",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="weekreview",
            name="turn",
            field=unflinch.practice.models.rating.ChoiceField(
                blank=True,
                choices=[
                    ("pace", "the same pace"),
                    ("more", "one more"),
                    ("fewer", "one fewer"),
                    ("rest", "a week off"),
                ],
                default="",
                max_length=20,
            ),
        ),
    ]
