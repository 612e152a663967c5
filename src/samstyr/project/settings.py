"""All settings. Each reads one variable of the environment; docs/operate/settings.md lists them."""

import os
import secrets
from pathlib import Path

import pghistory
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from samstyr.platform import database
from samstyr.platform.mail import mail_settings

PACKAGE = Path(__file__).resolve().parents[1]
PRODUCTION = os.environ.get("SAMSTYR_PRODUCTION", "") == "1"
SHORTEST_SECRET = 50
HOUR = 3600

SECRET_KEY = os.environ.get("SAMSTYR_SECRET_KEY", "")
if PRODUCTION and len(SECRET_KEY) < SHORTEST_SECRET:
    raise ImproperlyConfigured(
        f"SAMSTYR_SECRET_KEY is {'too short' if SECRET_KEY else 'not set'}: production needs a secret of its own, "
        f"at least {SHORTEST_SECRET} characters that nobody can guess"
    )
if not SECRET_KEY:
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
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "pghistory",
    "pgtrigger",
    "procrastinate.contrib.django",
    "samstyr.accounts",
    "samstyr.audit",
    "samstyr.documents",
    "samstyr.registry",
    "samstyr.meetings",
    "samstyr.portfolio",
    "samstyr.jobs",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "samstyr.web.edge.SoundCookies",  # before anything looks a cookie up
    "django.contrib.sessions.middleware.SessionMiddleware",
    "samstyr.web.middleware.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "samstyr.web.middleware.SeenFrom",
    "samstyr.web.middleware.SecurityHeaders",
    "samstyr.web.edge.SoundInput",  # before any view, after what its page of refusal needs
    "allauth.account.middleware.AccountMiddleware",
    "samstyr.web.limits.RequestLimits",  # before the view's transaction, so that a refused request counts too
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
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

PASSWORD_RESET_TIMEOUT = 24 * HOUR  # of a link to set a password

# Login (docs/adr/0009): local accounts by user name, made by an administrator; no self sign-up.
ACCOUNT_ADAPTER = "samstyr.web.account.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "samstyr.web.forms.account.LoginForm",
    "change_password": "samstyr.web.forms.account.ChangePasswordForm",
    "set_password": "samstyr.web.forms.account.SetPasswordForm",
    "reset_password": "samstyr.web.forms.account.ResetPasswordForm",
    "reset_password_from_key": "samstyr.web.forms.account.ResetPasswordKeyForm",
    "reauthenticate": "samstyr.web.forms.account.ReauthenticateForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False  # a session ends with the browser, at the latest with SESSION_COOKIE_AGE
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",  # key: the user name; for codes: the user
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
    "reset_password": "20/m/ip,5/5m/key",
    "reset_password_from_key": "20/m/ip",
}
MFA_ADAPTER = "samstyr.web.account.MfaAdapter"
MFA_FORMS = {
    "authenticate": "samstyr.web.forms.account.AuthenticateForm",
    "reauthenticate": "samstyr.web.forms.account.ReauthenticateByCodeForm",
    "activate_totp": "samstyr.web.forms.account.ActivateTOTPForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Samstyr"
MFA_TOTP_TOLERANCE = 0  # a used code is remembered for one period; a longer life would let it be used again
MFA_RECOVERY_CODES_SHOW_ONCE = True
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("SAMSTYR_PROXIES", "0"))

# Shared by all web processes: what is throttled, and codes that were used.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "web_cache",  # made by web/migrations/0001_request_limits.py
        # The default of 300 would let a flood of names push the counts of others out.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

EMAIL_BACKEND, EMAIL = mail_settings(os.environ.get("SAMSTYR_SMTP", ""))
EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD, EMAIL_USE_TLS, EMAIL_USE_SSL = EMAIL
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("SAMSTYR_MAIL_FROM", "samstyr@localhost")

# The history (docs/adr/0010): each event carries its own context, and nobody changes an event.
PGHISTORY_BASE_MODEL = "samstyr.platform.history.Event"
PGHISTORY_APPEND_ONLY = True
PGHISTORY_CREATED_AT_FUNCTION = "clock_timestamp()"  # so that events of one transaction have their order
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_OBJ_FIELD = pghistory.ObjForeignKey(related_name="+", db_index=True)
PGHISTORY_FOREIGN_KEY_FIELD = pghistory.ForeignKey(db_index=False)  # `tracked` names those that are looked up

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
DATA_UPLOAD_MAX_NUMBER_FILES = 250  # a batch of more than 200 is refused in words (exchange/unpacking.py)
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

CSRF_FAILURE_VIEW = "samstyr.web.views.problems.form_expired"
SESSION_COOKIE_AGE = 12 * HOUR
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTION
# A browser takes a cookie named so only from this very host, over HTTPS.
COOKIE_PREFIX = "__Host-" if PRODUCTION else ""
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}sessionid"
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrftoken"
LANGUAGE_COOKIE_NAME = f"{COOKIE_PREFIX}django_language"
SECURE_HSTS_SECONDS = 365 * 24 * HOUR if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
# Whether browsers ship with the domain on their list is for the owner of the domain to ask for.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
if PRODUCTION and ALLAUTH_TRUSTED_PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

# Nothing personal: no addresses, no values, no texts of errors (platform/log.py).
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"impersonal": {"()": "samstyr.platform.log.ImpersonalFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "impersonal"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "pdfminer": {"level": "ERROR"},  # it warns with words of the document
    },
}
