from django.apps import AppConfig


class InsightsConfig(AppConfig):
    name = "unflinch.insights"
    label = "insights"
