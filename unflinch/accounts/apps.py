from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "unflinch.accounts"
    label = "accounts"
