"""The door for a WSGI server."""

import gc
import os
from typing import Final

from django.core.wsgi import get_wsgi_application

# A history of many asks is many values made at once, none of them in a circle; looking for circles after each 700 of
# them, as Python does by default, takes as long as reading them.
VALUES_BETWEEN_LOOKS: Final = 50_000

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unflinch.settings")

application = get_wsgi_application()

gc.freeze()  # what a server loads stays as long as it runs
gc.set_threshold(VALUES_BETWEEN_LOOKS)
