from django.apps import AppConfig


class ShellConfig(AppConfig):
    name = "unflinch.shell"
    label = "shell"
