from django.apps import AppConfig
from django.conf import settings

from unflinch.questionnaires.catalogue import instruments_in


class QuestionnairesConfig(AppConfig):
    name = "unflinch.questionnaires"
    label = "questionnaires"

    def ready(self) -> None:
        """Read every file once, so that a wrong one stops the start and not the person in front of the form."""
        instruments_in(settings.QUESTIONNAIRES)
