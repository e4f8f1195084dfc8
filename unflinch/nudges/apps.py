from django.apps import AppConfig


class NudgesConfig(AppConfig):
    name = "unflinch.nudges"
    label = "nudges"
