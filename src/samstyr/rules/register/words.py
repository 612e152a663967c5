"""The closed vocabularies of a register, and what each act asks of a mandate.

Source: contract of the register, sections "Keys" and "Acts".
"""

from enum import StrEnum
from typing import Final

SCHEMA: Final = "samstyr.register/1"


class PartyKind(StrEnum):
    STATE = "state"
    REGION = "region"
    MUNICIPALITY = "municipality"
    PRACTICE = "practice"
    ASSOCIATION = "association"
    JOINT = "joint"
    SUPPLIER = "supplier"


class InstrumentKind(StrEnum):
    LAW = "law"
    ORDER = "order"
    AGREEMENT = "agreement"
    ECONOMY_AGREEMENT = "economy-agreement"
    COLLECTIVE_AGREEMENT = "collective-agreement"
    STRATEGY = "strategy"
    TERMS_OF_REFERENCE = "terms-of-reference"
    RULES_OF_PROCEDURE = "rules-of-procedure"
    REPORT = "report"
    MINUTES = "minutes"


class Level(StrEnum):
    NATIONAL = "national"
    REGIONAL = "regional"
    LOCAL = "local"
    PROJECT = "project"
    PARTY = "party"


class ForumKind(StrEnum):
    BOARD = "board"
    STEERING_GROUP = "steering-group"
    ADVISORY_COMMITTEE = "advisory-committee"
    POLITICAL_COMMITTEE = "political-committee"
    THEME_GROUP = "theme-group"
    PROGRAMME_BOARD = "programme-board"
    PROJECT_GROUP = "project-group"
    COUNCIL = "council"
    GROUP = "group"
    CONSTITUENCY = "constituency"


class Role(StrEnum):
    CHAIR = "chair"
    CO_CHAIR = "co-chair"
    VICE_CHAIR = "vice-chair"
    MEMBER = "member"
    SUBSTITUTE = "substitute"
    OBSERVER = "observer"
    SECRETARY = "secretary"


class Act(StrEnum):
    DECIDE = "decide"
    APPROVE = "approve"
    RATIFY = "ratify"
    RECOMMEND = "recommend"
    ASSURE = "assure"
    PREPARE = "prepare"
    ADVISE = "advise"
    ESCALATE = "escalate"
    REPORT = "report"
    INFORM = "inform"
    DISCUSS = "discuss"
    MONITOR = "monitor"
    APPOINT = "appoint"
    ESTABLISH = "establish"
    DRAFT = "draft"


class Effect(StrEnum):
    MAY = "may"
    MAY_NOT = "may-not"


class Unit(StrEnum):
    WEEKDAYS = "weekdays"
    DAYS = "days"


class DecisionRule(StrEnum):
    CONSENSUS = "consensus"
    MAJORITY = "majority"
    UNANIMITY = "unanimity"


class LintRule(StrEnum):
    G01 = "G01"
    G02 = "G02"
    G03 = "G03"
    G04 = "G04"
    G05 = "G05"
    G06 = "G06"
    G07 = "G07"
    G08 = "G08"
    G09 = "G09"
    G10 = "G10"
    G11 = "G11"
    G12 = "G12"


POWER: Final = (Act.DECIDE, Act.APPROVE)
"""Deciding and approving are one power: who holds either may decide."""

NEEDS_TO: Final = frozenset(
    {Act.RECOMMEND, Act.ASSURE, Act.PREPARE, Act.ADVISE, Act.ESCALATE, Act.REPORT, Act.INFORM}
)
"""Acts that say nothing without a recipient."""

TO_ORGANISATION: Final = frozenset({Act.ADVISE, Act.REPORT, Act.INFORM})
"""Acts whose recipient may be an organisation; all others go to a forum."""

PREREQUISITES: Final = (Act.RECOMMEND, Act.ASSURE, Act.PREPARE, Act.ADVISE)
"""Acts the recipient waits for, where the mandate is required."""

REQUIRED_BY_DEFAULT: Final = frozenset({Act.RECOMMEND, Act.ASSURE, Act.PREPARE})

WAYS_UP: Final = (Act.RECOMMEND, Act.PREPARE, Act.ESCALATE)
"""Acts by which a forum may bring a matter to those who may decide it."""

VOTING_ROLES: Final = frozenset({Role.CHAIR, Role.CO_CHAIR, Role.VICE_CHAIR, Role.MEMBER})
"""Roles that give a party its say; substitutes, observers and secretaries do not."""
