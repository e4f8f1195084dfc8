"""Labels of choices as people say them. Nothing in the tables changes."""

from django.db import migrations

import unflinch.practice.models.rating


class Migration(migrations.Migration):
    dependencies = [
        ("nudges", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="nudge",
            name="kind",
            field=unflinch.practice.models.rating.ChoiceField(
                blank=True,
                choices=[
                    ("plan", "something I planned"),
                    ("next", "a next ask, at times I choose"),
                    ("echo", "how I feel about an ask the day after"),
                    ("review", "my week’s review"),
                    ("replies", "answers that may have come"),
                ],
                default="",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="nudge",
            name="way",
            field=unflinch.practice.models.rating.ChoiceField(
                blank=True,
                choices=[
                    ("off", "not at all"),
                    ("today", "a line on Today, without a sound"),
                    ("calendar", "in my phone’s calendar"),
                    ("push", "as a notification"),
                ],
                default="",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="nudgesettings",
            name="way",
            field=unflinch.practice.models.rating.ChoiceField(
                blank=True,
                choices=[
                    ("off", "not at all"),
                    ("today", "a line on Today, without a sound"),
                    ("calendar", "in my phone’s calendar"),
                    ("push", "as a notification"),
                ],
                default="off",
                max_length=20,
            ),
        ),
    ]
