from django.urls import path

from unflinch.questionnaires import views

app_name = "questionnaires"

urlpatterns = [
    path("questionnaires/", views.all_of_them, name="all"),
    path("questionnaires/filled/<uuid:pk>/", views.filled_in_result, name="filled"),
    path("questionnaires/filled/<uuid:pk>/deletion/", views.result_deletion, name="deletion"),
    path("questionnaires/<slug:slug>/", views.questionnaire_page, name="questions"),
]
