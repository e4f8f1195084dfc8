from django.apps import AppConfig


class TodayConfig(AppConfig):
    name = "unflinch.today"
    label = "today"
