from django.db import migrations

import unflinch.practice.models.rating


class Migration(migrations.Migration):
    dependencies = [
        ("practice", "0005_planned_time"),
    ]

    operations = [
        migrations.AlterField(
            model_name="forecast",
            name="feared",
            field=unflinch.practice.models.rating.ChoiceField(
                choices=[
                    ("go_red", "I go red"),
                    ("voice_shakes", "my voice shakes"),
                    ("lose_words", "I lose my words"),
                    ("think_me_weird", "they think I’m weird"),
                    ("nuisance", "they think I’m a nuisance"),
                    ("reply_coldly", "they reply coldly"),
                    ("left_on_read", "they leave me on read"),
                    ("look_annoyed", "look annoyed"),
                    ("laugh", "laugh and walk off"),
                    ("ignore", "ignore me"),
                    ("get_angry", "get angry"),
                    ("stare", "stare at me"),
                    ("tell_others", "tell somebody else"),
                    ("own", "own words"),
                    ("curious", "I’m just curious"),
                ],
            ),
        ),
    ]
