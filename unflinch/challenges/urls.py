from django.urls import path

from unflinch.challenges import circumstances, views

app_name = "challenges"

urlpatterns = [
    path("ideas/", views.ideas, name="ideas"),
    path("ideas/decks/<slug:slug>/", views.deck, name="deck"),
    path("ideas/own/", views.own_new, name="own_new"),
    path("ideas/own/<uuid:pk>/", views.own, name="own"),
    path("ideas/own/<uuid:pk>/retirement/", views.own_retirement, name="own_retirement"),
    path("circumstances/", circumstances.circumstances, name="circumstances"),
    path("ideas/<slug:slug>/", views.challenge, name="challenge"),
]
