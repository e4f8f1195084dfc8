from django.urls import path

from unflinch.offline import views

app_name = "offline"

urlpatterns = [
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("shared/", views.shared, name="shared"),
]
