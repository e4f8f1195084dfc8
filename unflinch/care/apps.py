from django.apps import AppConfig


class CareConfig(AppConfig):
    name = "unflinch.care"
    label = "care"
