"""Labels of choices as people say them. Nothing in the tables changes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("challenges", "0002_circumstances"),
    ]

    operations = [
        migrations.AlterField(
            model_name="ownchallenge",
            name="kind",
            field=models.CharField(
                choices=[("ask", "an ask"), ("offer", "an offer or a gift"), ("say_no", "saying no myself")],
                default="ask",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="ownchallenge",
            name="setting",
            field=models.CharField(
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
                default="other",
                max_length=20,
            ),
        ),
    ]
