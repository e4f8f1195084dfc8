from django.urls import path

from unflinch.today import views

app_name = "today"

urlpatterns = [
    path("", views.home, name="home"),
    path("welcome/", views.welcome, name="welcome"),
    path("first/", views.first, name="first"),
    path("first/<slug:slug>/", views.first_offer, name="first_offer"),
    path("why/", views.why, name="why"),
    path("waiting/", views.waiting, name="waiting"),
    path("ducks/", views.ducks, name="ducks"),
    path("ideas/put-away/", views.put_away, name="put_away"),
    path("draw/", views.draw, name="draw"),
    path("asks/<uuid:pk>/after/", views.after, name="after"),
]
