"""All settings. Each reads one variable of the environment; docs/operate/settings.md lists them."""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from samstyr.platform import database

PACKAGE = Path(__file__).resolve().parents[1]
PRODUCTION = os.environ.get("SAMSTYR_PRODUCTION", "") == "1"

SECRET_KEY = os.environ.get("SAMSTYR_SECRET_KEY", "")
if not SECRET_KEY:
    if PRODUCTION:
        raise ImproperlyConfigured("SAMSTYR_SECRET_KEY is not set: production needs a secret of its own")
    SECRET_KEY = secrets.token_urlsafe(50)  # for this process only: sessions end with it

# In a demonstration anyone may see Samstyr as one of its example persons, without a password.
DEMONSTRATION = os.environ.get("SAMSTYR_DEMONSTRATION", "") == "1" and not PRODUCTION

DEBUG = False
ALLOWED_HOSTS = os.environ.get("SAMSTYR_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("SAMSTYR_ORIGINS", "").split(",") if origin]

INSTALLED_APPS = [
    "samstyr.web",  # before the administration, whose frame it dresses
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "procrastinate.contrib.django",
    "samstyr.accounts",
    "samstyr.documents",
    "samstyr.registry",
    "samstyr.meetings",
    "samstyr.jobs",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "samstyr.web.middleware.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "samstyr.web.middleware.SeenFrom",
    "samstyr.web.middleware.ContentSecurityPolicy",
    "samstyr.web.middleware.SeenByViewer",
]

ROOT_URLCONF = "samstyr.project.urls"
WSGI_APPLICATION = "samstyr.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.i18n",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "samstyr.web.context.chrome",
            ],
            "builtins": ["django.templatetags.i18n", "samstyr.web.templatetags.words"],
        },
    }
]

DATABASES = {"default": database.django_settings()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "da"
LANGUAGES = [("da", _("Danish")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Europe/Copenhagen"  # how times are shown; the database holds UTC
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = database.ROOT / "build" / "static"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "samstyr.web.packages.FrontEndPackages",
]
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": database.var() / "files"},
    },
    "staticfiles": {"BACKEND": "samstyr.web.packages.HashedFiles"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # the review of long minutes is one form
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if PRODUCTION else 0
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
