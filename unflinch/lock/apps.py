from django.apps import AppConfig


class LockConfig(AppConfig):
    name = "unflinch.lock"
    label = "lock"
