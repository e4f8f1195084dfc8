"""The one settings file. Everything that differs between two installations comes from the environment."""

import hashlib
from importlib.metadata import version
from pathlib import Path

import platformdirs

from unflinch import env
from unflinch.shell.worker_scope import let_the_worker_see_all

ROOT = Path(__file__).resolve().parent
RELEASE = version("unflinch")

# Where the data lives: the database, and the two key files that open what is in it.
DATA = env.path("UNFLINCH_DATA", platformdirs.user_data_path("unflinch"))
KEYRING = DATA / "keys.json"
INSTANCE_SECRET = env.secret("UNFLINCH_SECRET")
SECRET_KEY = hashlib.sha256(f"signing {INSTANCE_SECRET}".encode()).hexdigest() if INSTANCE_SECRET else ""

# Further questionnaires of a host, a file each; those that ship are always there.
QUESTIONNAIRES = env.path("UNFLINCH_QUESTIONNAIRES", ROOT / "questionnaires" / "instruments")

# Where the owner's paired devices find this Unflinch (`unflinch serve`); without it, it answers this machine alone.
ADDRESS = env.address("UNFLINCH_ADDRESS")
LISTEN = env.endpoint("UNFLINCH_LISTEN", ("127.0.0.1", 8000))
TRUSTED_PROXY = env.network_address("UNFLINCH_TRUSTED_PROXY", "127.0.0.1")

# What strangers read at /.well-known/security.txt: where to write about a hole, and by which rules.
SECURITY_CONTACT = env.contact("UNFLINCH_SECURITY_CONTACT")
SECURITY_POLICY = env.link("UNFLINCH_SECURITY_POLICY")

# A backup a day goes there, under this passphrase, while a server runs.
BACKUPS = env.folder("UNFLINCH_BACKUPS")
BACKUP_PASSPHRASE = env.secret("UNFLINCH_BACKUP_PASSPHRASE")

# A push service of one's own in the home network; every other has to be a public one.
PUSH_SERVICE = env.address("UNFLINCH_PUSH_SERVICE")

DEBUG = False
ALLOWED_HOSTS = [ADDRESS.host] if ADDRESS else ["127.0.0.1", "localhost"]
ROOT_URLCONF = "unflinch.urls"
WSGI_APPLICATION = "unflinch.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "csp",
    "unflinch.shell",
    "unflinch.accounts",
    "unflinch.devices",
    "unflinch.backups",
    "unflinch.care",
    "unflinch.learn",
    "unflinch.questionnaires",
    "unflinch.lock",
    "unflinch.challenges",
    "unflinch.practice",
    "unflinch.coach",
    "unflinch.insights",
    "unflinch.nudges",
    "unflinch.takeout",
    "unflinch.today",
    "unflinch.offline",
]

MIDDLEWARE = [
    "unflinch.shell.clock.ReadOnce",
    "unflinch.accounts.door.Door",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "unflinch.devices.middleware.PairedDevicesOnly",
    "unflinch.accounts.personal.SignIn",
    "unflinch.accounts.whose.SayWhose",
    "unflinch.offline.sent_later.SentLater",
    "unflinch.accounts.twice.AskFirst",
    "unflinch.takeout.under_way.AnswerBusy",
    "unflinch.care.help_first.HelpFirst",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "unflinch.lock.middleware.AskForPassphrase",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.gzip.GZipMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "unflinch.accounts.looks.looks",
                "unflinch.lock.on_every_page.lock_of_page",
                "unflinch.care.help_at_hand.help_address",
                "unflinch.care.help_first.beside_words",
                "unflinch.takeout.under_way.import_under_way",
            ]
        },
    }
]
FORM_RENDERER = "unflinch.shell.forms.Renderer"

AUTH_USER_MODEL = "accounts.Person"
# For the passphrase of the app lock: it takes memory as well as time to guess.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

SQLITE = {
    "ENGINE": "unflinch.accounts.sqlite",
    "NAME": DATA / "unflinch.sqlite3",
    # Each thread keeps its connection: opening one costs as much as a page that is in memory.
    "CONN_MAX_AGE": None,
    "OPTIONS": {
        # Taking the write lock at the start is what removes every "database is locked"; WAL alone does not.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # secure_delete: what is deleted is overwritten, not only unlinked.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000; "
        "PRAGMA mmap_size=134217728; PRAGMA secure_delete=ON;",
    },
}
DATABASES = {"default": env.postgresql("UNFLINCH_DATABASE") or SQLITE}

# Folded numbers are kept in memory only: a cache on disk would hold them outside the sealed rows.
CACHES = {"default": {"BACKEND": "unflinch.accounts.memory.Memory", "OPTIONS": {"MAX_ENTRIES": 500}}}

STATIC_URL = "static/"
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_ADD_HEADERS_FUNCTION = let_the_worker_see_all
STATIC_ROOT = env.path("UNFLINCH_STATIC", DATA / "static" / RELEASE)
STORAGES = {"staticfiles": {"BACKEND": "unflinch.shell.static_storage.Storage"}}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True

# The prefix lets no other machine of the same domain, and no page without https, set the cookie.
SECURE_COOKIES = ADDRESS is not None and ADDRESS.secure
COOKIE_PREFIX = "__Host-" if SECURE_COOKIES else ""
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrftoken"
CSRF_COOKIE_SECURE = SECURE_COOKIES
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if SECURE_COOKIES else 0
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "django.views.csrf.csrf_failure"
# Not "no-referrer": with it Chromium sends `Origin: null` with our own forms.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

# What is brought in stays in memory: a temporary file would hold a diary in the clear. A diary with 30 MB in one cell
# is answered by a sentence, so it must be able to arrive; forms are far smaller.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 64 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # A refused or mistyped address is the sender's affair: it is answered, and no address gets into a log.
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "CRITICAL"},
        # Who was let in, who was not, and what was ended; no word that somebody typed.
        "unflinch.security": {"level": "INFO"},
        # That a browser asks for more than there are threads is no news to anybody.
        "waitress.queue": {"level": "ERROR"},
    },
}
