from django.urls import path

from unflinch.care import views

app_name = "care"

urlpatterns = [
    path("help/", views.help, name="help"),
    path("help/place/", views.place, name="place"),
    path("away/", views.away, name="away"),
    path("list/", views.shopping_list, name="list"),
    path("pause/", views.pause, name="pause"),
    path("pause/<uuid:pk>/help/", views.pause_help, name="help_first"),
    path("pause/<uuid:pk>/end/", views.pause_end, name="pause_end"),
]
