"""Every page has one address; each app says its own."""

from django.urls import include, path

urlpatterns = [
    path("", include("unflinch.today.urls")),
    path("", include("unflinch.care.urls")),
    path("", include("unflinch.learn.urls")),
    path("", include("unflinch.accounts.urls")),
    path("", include("unflinch.devices.urls")),
    path("", include("unflinch.lock.urls")),
    path("", include("unflinch.questionnaires.urls")),
    path("", include("unflinch.challenges.urls")),
    path("", include("unflinch.practice.urls")),
    path("", include("unflinch.insights.urls")),
    path("", include("unflinch.nudges.urls")),
    path("", include("unflinch.takeout.urls")),
    path("", include("unflinch.offline.urls")),
]
