from django.apps import AppConfig


class CoachConfig(AppConfig):
    name = "unflinch.coach"
    label = "coach"
