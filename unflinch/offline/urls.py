from django.urls import path

from unflinch.offline import views

app_name = "offline"

urlpatterns = [
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("shared/", views.shared, name="shared"),
    path("offline/", views.kept, name="kept"),
    path("offline/nothing/", views.nothing, name="nothing"),
    path("offline/saved/", views.saved, name="saved"),
    path("offline/unsent/", views.unsent, name="unsent"),
    path("offline/steps/<slug:step>/", views.step, name="step"),
]
