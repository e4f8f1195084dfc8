from django.apps import AppConfig


class OfflineConfig(AppConfig):
    name = "unflinch.offline"
    label = "offline"
