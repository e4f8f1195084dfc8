from django.urls import path

from unflinch.accounts import views

app_name = "accounts"

urlpatterns = [
    path("you/", views.you, name="you"),
    path("you/appetite/", views.appetite, name="appetite"),
    path("drafts/<path:form>/", views.draft, name="draft"),
]
