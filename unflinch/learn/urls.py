from django.urls import path

from unflinch.learn import views

app_name = "learn"

urlpatterns = [
    path("learn/", views.contents, name="contents"),
    path("learn/credits/", views.credits, name="credits"),
    path("learn/<slug:slug>/", views.article, name="article"),
]
