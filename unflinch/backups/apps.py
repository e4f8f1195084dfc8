from django.apps import AppConfig


class BackupsConfig(AppConfig):
    name = "unflinch.backups"
    label = "backups"
