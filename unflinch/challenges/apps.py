from django.apps import AppConfig


class ChallengesConfig(AppConfig):
    name = "unflinch.challenges"
    label = "challenges"
