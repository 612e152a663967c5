"""Danish order and Danish spelling variants, the same in Python and in the database.

The embedded PostgreSQL is built without ICU, so no Danish collation can be counted on; the order is a key of
our own instead (docs/adr/0003): letters of the alphabet in their order, then æ, ø, å, with aa sorted as å.
"""

import datetime
import unicodedata

from django.db.models import Func, TextField

MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
# What a letter is sorted as: the three signs after z in ASCII stand for æ, ø and å.
LETTERS = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "ð": "d", "þ": "t"})
SORT_FUNCTION = "samstyr_danish_order"
# Letters with an accent that PostgreSQL must strip itself; Python does it by decomposition.
ACCENTED = "áàâãçéèêëíìîïñóòôõúùûýÿ"
PLAIN = "aaaaceeeeiiiinoooouuuyy"

# lower() knows only ASCII where the database's locale is C, so capitals beyond it are translated by name.
CREATE_SORT_FUNCTION = f"""
CREATE FUNCTION {SORT_FUNCTION}(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    translate(
        replace(
            translate(
                lower(translate(name, 'ÆØÅÄÖÐÞ{ACCENTED.upper()}', 'æøåäöðþ{ACCENTED}')),
                '{ACCENTED}', '{PLAIN}'
            ),
            'aa', 'å'
        ),
        'æäøöåðþ', '{{{{||}}dt'
    )
"""
DROP_SORT_FUNCTION = f"DROP FUNCTION {SORT_FUNCTION}(text)"


class DanishOrder(Func):
    """`order_by(DanishOrder("name"))`: the Danish order of a text column."""

    function = SORT_FUNCTION
    template = '%(function)s(%(expressions)s) COLLATE "C"'
    output_field = TextField()


def order(name: str) -> str:
    """Answer the key by which Danish names sort: `sorted(names, key=order)`.

    >>> sorted(["Århus", "Zealand", "Ærø", "Aalborg", "Ølstykke", "Odense"], key=order)
    ['Odense', 'Zealand', 'Ærø', 'Ølstykke', 'Aalborg', 'Århus']
    """
    plain = "".join(_without_accent(letter) for letter in name.lower())
    return plain.replace("aa", "å").translate(LETTERS)


def fold(text: str) -> str:
    """Answer a text in one spelling, for finding: lower case, aa for å, ae for æ, oe for ø, no accents.

    >>> fold("Århus") == fold("AARHUS")
    True
    """
    spelled = text.lower().replace("å", "aa").replace("æ", "ae").replace("ø", "oe")
    return "".join(part for part in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(part))


def long_day(day: datetime.date) -> str:
    """Answer a day as the record writes it, whatever language the page is in.

    >>> long_day(datetime.date(2017, 6, 28))
    '28. juni 2017'
    """
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def _without_accent(letter: str) -> str:
    """Strip an accent, but leave the letters that have a place of their own in the Danish alphabet."""
    place = ACCENTED.find(letter)
    return letter if place < 0 else PLAIN[place]
