from django.apps import AppConfig


class DevicesConfig(AppConfig):
    name = "unflinch.devices"
    label = "devices"
