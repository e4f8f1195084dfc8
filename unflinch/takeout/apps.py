from django.apps import AppConfig


class TakeoutConfig(AppConfig):
    name = "unflinch.takeout"
    label = "takeout"
