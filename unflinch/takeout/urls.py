from django.urls import path

from unflinch.takeout import aside_views, views
from unflinch.takeout.export import views as export

app_name = "takeout"

urlpatterns = [
    path("import/", views.upload, name="import"),
    path("import/<uuid:pk>/", views.preview, name="preview"),
    path("import/<uuid:pk>/bringing-in/", views.bringing_in, name="bringing_in"),
    path("imports/<uuid:pk>/", views.imported, name="imported"),
    path("import/<uuid:pk>/restoring/", export.restoring, name="restoring"),
    path("imports/<uuid:pk>/restored/", export.restored, name="restored"),
    path("imports/<uuid:pk>/taking-back/", export.taking_back, name="taking_back"),
    path("imports/<uuid:pk>/aside/", aside_views.row_aside, name="aside"),
    path("imports/<uuid:pk>/aside/letting-go/", aside_views.letting_all_go, name="letting_all_go"),
    path("imports/<uuid:pk>/aside/<slug:key>/", aside_views.alike, name="alike"),
    path("imports/<uuid:pk>/aside/<slug:key>/letting-go/", aside_views.letting_alike_go, name="letting_alike_go"),
    path("imports/<uuid:pk>/aside/<slug:key>/replacing/", aside_views.row_replacing, name="replacing"),
    path("aside/<uuid:pk>/", aside_views.kept_row, name="kept_row"),
    path("aside/<uuid:pk>/letting-go/", aside_views.letting_go, name="letting_go"),
    path("aside/<uuid:pk>/replacing/", aside_views.replacing_one, name="replacing_one"),
    path("erasure/", export.erasure, name="erasure"),
    path("export/", export.export, name="export"),
]
