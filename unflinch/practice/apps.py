from django.apps import AppConfig


class PracticeConfig(AppConfig):
    name = "unflinch.practice"
    label = "practice"
