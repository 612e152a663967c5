"""The register in the administration: every entry can be made, changed and deleted."""

from samstyr.registry.admin import entries as entries
from samstyr.registry.admin import membership as membership
