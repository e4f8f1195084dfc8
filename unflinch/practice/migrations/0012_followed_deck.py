import uuid

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import unflinch.practice.models.rating


class Migration(migrations.Migration):
    dependencies = [
        ("practice", "0011_warm_ups"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Following",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField(null=True)),
                ("arrived", models.DateTimeField()),
                ("batch", models.UUIDField(db_index=True, help_text="the import it came with", null=True)),
                ("zone", models.CharField(default="UTC", max_length=64)),
                ("day", models.DateField(null=True)),
                (
                    "precision",
                    models.CharField(
                        choices=[("moment", "moment"), ("day", "day"), ("week", "week"), ("none", "only the order")],
                        default="moment",
                        max_length=10,
                    ),
                ),
                (
                    "week",
                    models.PositiveSmallIntegerField(
                        null=True, validators=[django.core.validators.MinValueValidator(1)]
                    ),
                ),
                (
                    "day_number",
                    models.PositiveIntegerField(null=True, validators=[django.core.validators.MinValueValidator(1)]),
                ),
                ("sequence", models.PositiveBigIntegerField(default=0)),
                ("arc", models.CharField(blank=True, default="", max_length=60)),
                ("nth", unflinch.practice.models.rating.Nth(default=0)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
