from django.urls import path

from unflinch.insights import views

app_name = "insights"

urlpatterns = [
    path("changes/", views.changes, name="changes"),
    path("weeks/", views.weeks, name="weeks"),
    path("weeks/<slug:address>/", views.week, name="week"),
    path("programmes/<uuid:pk>/look-back/", views.programme, name="programme"),
]
