"""Labels of choices as people say them. Nothing in the tables changes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_appetite"),
    ]

    operations = [
        migrations.AlterField(
            model_name="person",
            name="text_size",
            field=models.CharField(
                blank=True,
                choices=[("", "same as my device"), ("large", "larger"), ("larger", "largest")],
                default="",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="person",
            name="theme",
            field=models.CharField(
                blank=True,
                choices=[("", "same as my device"), ("light", "light"), ("dark", "dark")],
                default="",
                max_length=10,
            ),
        ),
    ]
