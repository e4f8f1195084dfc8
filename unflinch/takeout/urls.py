from django.urls import path

from unflinch.takeout import views
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
    path("aside/<uuid:pk>/", views.kept_row, name="kept_row"),
    path("aside/<uuid:pk>/letting-go/", views.letting_go, name="letting_go"),
    path("erasure/", export.erasure, name="erasure"),
    path("export/", export.export, name="export"),
]
