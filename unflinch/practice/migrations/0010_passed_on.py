from django.db import migrations

import unflinch.practice.models.rating


class Migration(migrations.Migration):
    dependencies = [
        ("practice", "0009_programme_words"),
    ]

    operations = [
        migrations.AlterField(
            model_name="answer",
            name="manner",
            field=unflinch.practice.models.rating.ChoiceField(
                choices=[
                    ("counter_offer", "they offered something else"),
                    ("condition", "on a condition"),
                    ("substitute", "something similar instead"),
                    ("taken_back", "they took it back"),
                    ("granted_anyway", "they said no and did it anyway"),
                    ("passed_on", "they sent me to somebody else"),
                ],
            ),
        ),
    ]
