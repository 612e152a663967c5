"""Filters every template has."""

from django import template

from samstyr.web import wording

register = template.Library()
register.filter("word", wording.word)
