"""The site's pages."""

from django.http import JsonResponse
from django.shortcuts import render
from django.urls import include, path


def home(request):
    """Who is signed in, or a way to sign in."""
    return render(request, "home.html")


def me(request):
    """Who is signed in, for programs."""
    return JsonResponse({"email": request.user.email if request.user.is_authenticated else None})


def failed(request):
    """What mozilla-django-oidc leads to when a login failed."""
    return render(request, "failed.html", status=403)


urlpatterns = [
    path("", home),
    path("api/me", me),
    path("login-failed", failed),
    path("oidc/", include("mozilla_django_oidc.urls")),
]
