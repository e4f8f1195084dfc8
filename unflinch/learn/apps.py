from django.apps import AppConfig


class LearnConfig(AppConfig):
    name = "unflinch.learn"
    label = "learn"
