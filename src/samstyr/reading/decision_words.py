"""The words by which the minutes say what the meeting did, as tables: the verb and what it looks like."""

# A body that decides, in the definite: "Bestyrelsen", "Økonomiudvalget", "Der", "Man".
BODY = (
    r"(?:[\wæøåÆØÅ-]*(?:bestyrelsen?|udvalget?|råde?t|gruppen|kredsen|forsamlingen|komit[eé]en|"
    r"direktionen|nævnet|kommissionen|"
    r"medlemmerne|deltagerne|parterne|mødet|repræsentantskabet|forumm?et|forum|ledelsen|"
    r"formandskabet|kollegiet|partnerskabet|klyngen|"
    r"menigheden|foreningen|laget)|man|vi|alle|flertallet)"
)
_FEW = r"(?:\s+(?!(?:ikke|og|samt)\b)[\wæøåÆØÅ./-]+){0,5}?"
# The verb of such a body, or of the same body after "og".
_DOES = rf"(?:{BODY}{_FEW}|\bog)"
_WERE = rf"\bblev(?:\s+\w+(?:et|t)\s+og)?{_FEW}"
_SAID = (
    r"(?:enige?\s+om|enighed\s+om|aftalte?|besluttede|besluttet|vedtog|vedtaget),?(?:\s+\w+){0,2}?\s*,?\s*at"
)
_NUMBER = r"^(?:\(?\d+[.):]\s*|ad\s?\d+[.:)]?\s*|(?:pkt\.?|punkt)\s*\d+[.:]?\s*|[a-z]\)\s*|[-–]\s*)?"
_GROUP = r"(?:en|et|den|et par|to|tre)\b[^.,]{0,60}?(?:gruppe|udvalg|råd|forum|styregruppe|komit[eé]|netværk)"
_AGREED_TO = (
    r"(?:afholde|udsætte|godkende|flytte|indstille|anbefale|igangsætte|sende|invitere|indkalde|"
    r"ansøge|arbejde videre|"
    r"fortsætte|bede|opfordre|udarbejde|iværksætte|afvente|genoptage|tage punktet|lade|give|"
    r"følge op|mødes|holde)"
)
_TOLD = r"(?:har|havde|at|om|som|der|skal|kan|vil|bør|hvis|når|ikke|orienterede|oplyste)"
_THINGS = r"(?:punktet|sagen|behandlingen|drøftelsen|emnet|pkt\.?|forslaget|beslutningen|valget)"

# In the order of precedence: where two stand on the same words, the earlier is the verb.
EVERYWHERE: tuple[tuple[str, str], ...] = (
    ("established", rf"{_DOES}\s+nedsatte\b"),
    ("established", r"^der\s+nedsættes\b"),
    ("established", rf"{_WERE}\s+nedsat\b"),
    (
        "established",
        rf"{_SAID}(?:\s+\w+){{0,3}}?\s+(?:nedsætte\b|nedsættes\b|(?:oprette|etablere|danne)s?\s+{_GROUP})",
    ),
    ("appointed", rf"{_DOES}\s+(?:udpegede|(?:gen)?valgte(?!\s+at\b))\b"),
    ("appointed", rf"{_WERE}\s+(?:udpeget|(?:gen|ny)?valgt|konstitueret)\b(?!\s+at\b)"),
    ("appointed", rf"{_SAID}(?:\s+\w+){{0,3}}?\s+(?:udpege|vælge)s?\b"),
    (
        "withdrawn",
        rf"\b{_THINGS}\s+(?:blev\s+|er\s+)?(?:trukket|taget\s+af|udgik|udgår|bortfalder|bortfaldt)\b",
    ),
    ("postponed", rf"{_DOES}\s+(?:udsatte|udskød)\b"),
    ("postponed", rf"{_WERE}\s+(?:udsat|udskudt)\b"),
    ("postponed", rf"\b{_THINGS}(?:\s+\S+)?\s+(?:udsættes|udskydes|er\s+udsat|udsat|udskudt)\b"),
    ("postponed", rf"{_SAID}(?:\s+\w+){{0,3}}?\s+(?:udsætte|udskyde)s?\b"),
    ("rejected", rf"\bblev{_FEW}\s+ikke\s+(?:\w+\s+)?(?:godkendt|vedtaget|imødekommet|tiltrådt)\b"),
    ("rejected", rf"{_WERE}\s+(?:afvist|forkastet|nedstemt)\b|{_DOES}\s+(?:afviste|forkastede)\b"),
    ("rejected", rf"{_DOES}\s+(?:gav|meddelte)\s+(?:\w+\s+)?afslag\b|{_WERE}\s+(?:givet|meddelt)\s+afslag\b"),
    ("rejected", rf"{BODY}\s+(?:kunne|kan)\s+ikke\s+(?:godkende|tiltræde|imødekomme|tilslutte sig)\b"),
    (
        "recommended",
        rf"{_DOES}\s+(?:anbefalede|indstillede)\b(?:.{{0,80}}?\b(?:godkend|vedtag|tiltræd)\w*)?",
    ),
    ("recommended", rf"{_WERE}\s+(?:anbefalet|indstillet)\s+(?:til\s+(?!at)|godkendt|vedtaget)"),
    (
        "endorsed",
        rf"{_DOES}\s+(?:tiltrådte|tilsluttede\s+sig|bakkede\s+op|bifaldt|"
        rf"kunne\s+tilslutte\s+sig|kunne\s+tiltræde)\b|{_WERE}\s+tiltrådt\b",
    ),
    ("approved", rf"{_DOES}\s+(?:godkendte|imødekom|bevilgede|kunne\s+godkende)\b"),
    ("approved", rf"{_WERE}\s+(?:godkendt|imødekommet|bevilget|bevilliget)\b|\bgodkendtes\b"),
    ("noted", rf"{_DOES}\s+tog\b.{{0,220}}?\btil\s+(?:orientering|efterretning)\b"),
    ("noted", rf"{_WERE}\s+(?:herefter\s+)?taget\s+til\s+(?:orientering|efterretning)\b"),
    (
        "adopted",
        rf"{_DOES}\s+(?:besluttede|vedtog|valgte\s+at)\b|{_WERE}\s+(?:besluttet|vedtaget)\b|\bvedtoges\b|"
        rf"\bdet\s+besluttedes\b",
    ),
    (
        "agreed",
        rf"{_WERE}\s+aftalt\b|\b(?:blev|var|er){_FEW}\s+enige?\s+om\b|{_DOES}\s+aftalte\b|"
        rf"\bdet\s+aftaltes\b",
    ),
    ("agreed", rf"\bder\s+var{_FEW}\s+enighed\s+om,?\s+at\s+{_AGREED_TO}\b"),
)
# Short forms: the whole sentence is the decision.
SHORT: tuple[tuple[str, str], ...] = (
    ("withdrawn", rf"{_NUMBER}(?:udgår|udgået|trukket|taget af dagsordenen|{_THINGS} (?:udgår|udgik))\b"),
    ("postponed", rf"{_NUMBER}(?:udsat|udsættes|udskudt|udskydes)\b"),
    ("rejected", rf"{_NUMBER}(?:ikke (?:godkendt|vedtaget|imødekommet)|afvist|forkastet|afslag)\b"),
    (
        "recommended",
        rf"{_NUMBER}(?:(?!{_TOLD}\b)\S+\s+){{0,4}}?(?:anbefales|anbefalet|"
        rf"indstilles)\b(?:.{{0,80}}?\b(?:godkend|vedtag|tiltr)\w*)?",
    ),
    ("endorsed", rf"{_NUMBER}(?:(?!{_TOLD}\b)\S+\s+){{0,4}}?(?:tiltrådt|tiltrædes)\b"),
    (
        "approved",
        rf"{_NUMBER}(?:(?!{_TOLD}\b)\S+\s+){{0,7}}?(?:godkendt|godkendes|imødekommet|bevilget|"
        rf"bevilges)\b",
    ),
    (
        "noted",
        rf"{_NUMBER}(?:(?!{_TOLD}\b)\S+\s+){{0,7}}?(?:taget|tages)\s+til\s+(?:orientering|"
        rf"efterretning)\b|{_NUMBER}til (?:efterretning|orientering)\b",
    ),
    ("adopted", rf"{_NUMBER}(?:(?!{_TOLD}\b)\S+\s+){{0,6}}?(?:vedtaget|vedtages|besluttet|besluttes)\b"),
    ("agreed", rf"{_NUMBER}(?:det\s+er\s+)?aftalt\b(?!\s+med\b)"),
)
# Said only under a heading that says decision.
UNDER_HEADING: tuple[tuple[str, str], ...] = (
    ("postponed", rf"{_DOES}\s+(?:udsætter|udskyder)\b"),
    ("rejected", rf"{_DOES}\s+(?:afviser|forkaster)\b"),
    (
        "appointed",
        rf"{_DOES}\s+(?:udpeger|vælger(?!\s+at))\b|{_NUMBER}(?:(?!{_TOLD}\b)\S+\s+){{0,8}}?(?:udpeges|"
        rf"udpeget|vælges|valgt|genvalgt)\b(?!\s+at\b)",
    ),
    ("established", rf"{_DOES}\s+nedsætter\b|{_NUMBER}(?:(?!{_TOLD}\b)\S+\s+){{0,3}}?(?:nedsættes|nedsat)\b"),
    (
        "recommended",
        rf"{_DOES}\s+(?:anbefaler|indstiller)\b(?:.{{0,80}}?\b(?:godkend|vedtag|"
        rf"tiltræd)\w*)?|\b(?:anbefaler|anbefales)\b(?:.{{0,80}}?\b(?:godkend|vedtag)\w*)?",
    ),
    (
        "endorsed",
        rf"{_DOES}\s+(?:tiltræder|tilslutter\s+sig|bakker\s+op|støtter)\b|\btilslutning\s+til\b",
    ),
    (
        "approved",
        rf"{_DOES}\s+(?:godkender|imødekommer|bevilger)\b|\b(?:er|bliver)\s+godkendt\b|"
        rf"\b(?:godkendtes)\b",
    ),
    (
        "noted",
        rf"{_DOES}\s+tager\b.{{0,220}}?\btil\s+(?:orientering|"
        rf"efterretning)\b|{_NUMBER}(?:orienteret|orienteredes|orientering\s+givet)\b",
    ),
    ("noted", rf"{_DOES}\s+(?:blev\s+orienteret|noterede\s+sig)\b"),
    (
        "adopted",
        rf"{_DOES}\s+(?:beslutter|vedtager)\b|\bindstillingen\s+(?:følges|blev\s+fulgt|"
        rf"fulgt)\b|{_NUMBER}som\s+indstillet\b",
    ),
    ("agreed", rf"{_DOES}\s+er\s+enige\s+om\b|\bder\s+(?:er|var){_FEW}\s+enighed\s+om\b"),
    (
        "discussed",
        rf"{_DOES}\s+drøfte(?:de|r)\b|"
        rf"\bblev{_FEW}\s+drøftet\b|{_NUMBER}(?:(?!{_TOLD}\b)\S+\s+){{0,5}}?(?:drøftet|drøftedes|drøftes|"
        rf"temadrøftet)\b",
    ),
)
# Of the body that meets, at the beginning of a sentence of its minutes: "Rådet anbefaler …".
_OWN = rf"^(?P<own>{BODY})(?:\s+\w+r\s[^.,:]{{1,60}}?\sog)?{_FEW}\s+"
BY_ITSELF: tuple[tuple[str, str], ...] = (
    ("established", rf"{_OWN}nedsætter\b"),
    ("appointed", rf"{_OWN}(?:udpeger|vælger(?!\s+at))\b"),
    ("postponed", rf"{_OWN}(?:udsætter|udskyder)\b"),
    ("recommended", rf"{_OWN}(?:anbefaler|indstiller)\b"),
    ("endorsed", rf"{_OWN}(?:tiltræder|tilslutter\s+sig)\b"),
    ("approved", rf"{_OWN}(?:godkender|bevilger)\b"),
    ("noted", rf"{_OWN}tager\b.{{0,120}}?\btil\s+(?:orientering|efterretning)\b"),
    ("adopted", rf"{_OWN}(?:beslutter|vedtager)\b"),
)
