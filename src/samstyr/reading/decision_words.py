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
DOES = rf"(?:{BODY}{_FEW}|^(?-i:[A-ZÆØÅ]{{2,6}}){_FEW}|\bog)"
_CAN = rf"(?:{BODY}\s+(?:kunne|kan)|\bkan\s+{BODY})"
_MAY = rf"{BODY}{_FEW}\s+kan"
# What patterns begin with that are slow to look for: what follows is looked for first.
SUBJECTS = (DOES, _CAN, _MAY, BODY)
_WERE = rf"\bblev(?:\s+\w+(?:et|t)\s+og)?{_FEW}"
_SAID = (
    r"(?:enige?\s+om|enighed\s+om|aftalte?|besluttede|besluttet|vedtog|vedtaget),?(?:\s+\w+){0,2}?\s*,?\s*at"
)
_NUMBER = (
    r"^(?:\(?\d+[.):]\s*|ad\s?\d+[.:)]?\s*|(?:pkt\.?|punkt)\s*\d+[.:]?\s*|[a-z]\)\s*|"
    r"(?-i:[a-eA-E])\s(?=\w+es\b)|[-–]\s*)?"
)
_GROUP = r"(?:en|et|den|et par|to|tre)\b[^.,]{0,60}?(?:gruppe|udvalg|råd|forum|styregruppe|komit[eé]|netværk)"
_OWN_BODY = (
    r"(?:^|\b(?:og|derfor)\s)(?:bestyrelsen|udvalget|rådet|styregruppen|gruppen|forretningsudvalget|vi)"
)
_TOLD = r"(?:har|havde|at|om|som|der|skal|kan|vil|bør|hvis|når|ikke|orienterede|oplyste)"
_THINGS = r"(?:punktet|sagen|behandlingen|drøftelsen|emnet|pkt\.?|forslaget|beslutningen|valget)"

# In the order of precedence: where two stand on the same words, the earlier is the verb.
EVERYWHERE: tuple[tuple[str, str], ...] = (
    ("established", rf"{DOES}\s+nedsatte\b"),
    ("established", r"^der\s+nedsættes\b"),
    ("established", rf"{_WERE}\s+nedsat\b"),
    (
        "established",
        rf"{_SAID}(?:\s+\w+){{0,3}}?\s+(?:nedsætte\b|nedsættes\b|(?:oprette|etablere|danne)s?\s+{_GROUP})",
    ),
    ("appointed", r"\bvalgtes\s+(?-i:[A-ZÆØÅ])"),
    ("appointed", rf"{DOES}\s+konstituerede\s+sig\s+med\b"),
    ("appointed", rf"{DOES}\s+(?:udpegede|(?:gen)?valgte(?!\s+at\b))\b"),
    ("appointed", rf"{_WERE}\s+(?:udpeget|(?:gen|ny)?valgt|konstitueret)\b(?!\s+at\b)"),
    ("appointed", rf"{_SAID}(?:\s+\w+){{0,3}}?\s+(?:udpege|vælge)s?\s+(?-i:[A-ZÆØÅ])"),
    (
        "appointed",
        r"^(?-i:[A-ZÆØÅ])[^.,:;]{2,60}?\s(?:blev\s+(?:gen)?valgt|(?:gen)?vælges|udpeges|konstitueres)\s+(?:som|til)\b",
    ),
    ("appointed", r"^(?-i:[A-ZÆØÅ])\w+(?:\s(?-i:[A-ZÆØÅ])\w+){0,3}\s(?:blev\s+)?(?:gen)?valgt\W*$"),
    (
        "appointed",
        r"^valgt\s+(?:til|som)\s+\w+(?:\s\w+){0,3}?\sblev\b|^som\s+\w+\s(?:blev|er)\s.{3,60}?\s(?:gen)?valgt\b",
    ),
    (
        "withdrawn",
        rf"\b{_THINGS}\s+(?:blev\s+|er\s+)?(?:trukket|taget\s+af|udgik|udgår|bortfalder|bortfaldt)\b",
    ),
    ("postponed", rf"{DOES}\s+(?:udsatte|udskød)\b"),
    ("postponed", rf"{_WERE}\s+(?:udsat|udskudt|sat\s+i\s+bero)\b"),
    (
        "postponed",
        rf"(?:\bblev\s+{_THINGS}|\b{_THINGS}\s+(?:blev|bliver|er))\s+flyttet\s+til\s+(?:næste|et\s+senere|kommende)\b",
    ),
    ("postponed", rf"(?:{_WERE}|\b{_THINGS}{_FEW})\s+(?:sendt|sendes)\s+tilbage\s+til\b"),
    ("postponed", rf"\b{_THINGS}\s+flyttes\s+til\s+(?:næste|et\s+senere|kommende)\b"),
    ("postponed", rf"\b{_THINGS}(?:\s+\S+)?\s+(?:udsættes|udskydes|er\s+udsat|udsat|udskudt)\b"),
    (
        "postponed",
        rf"{_SAID}(?:\s+\w+){{0,3}}?\s+(?:(?:udsætte|udskyde)\s+{_THINGS}|(?:udsættes|udskydes)\b)",
    ),
    ("rejected", rf"\bblev{_FEW}\s+ikke\s+(?:\w+\s+)?(?:godkendt|vedtaget|imødekommet|tiltrådt)\b"),
    ("rejected", r"\b(?:\w*forslaget|ansøgningen|indstillingen)\s+faldt\b"),
    ("rejected", rf"{_WERE}\s+(?:afvist|forkastet|nedstemt)\b"),
    ("rejected", rf"{DOES}\s+(?:afviste|forkastede)\b"),
    ("rejected", rf"{DOES}\s+(?:gav|meddelte)\s+(?:\w+\s+)?afslag\b"),
    ("rejected", rf"{_WERE}\s+(?:givet|meddelt)\s+afslag\b"),
    ("rejected", rf"{_CAN}\s+ikke\s+(?:godkende|tiltræde|imødekomme|tilslutte sig|anbefale|støtte)\b"),
    ("rejected", rf"{BODY}\s+fulgte\s+ikke\s+indstilling"),
    (
        "recommended",
        rf"{DOES}\s+(?:anbefalede|indstillede)\b(?:.{{0,80}}?\b(?:godkend|vedtag|tiltræd)\w*)?",
    ),
    ("recommended", rf"{_MAY}\s+anbefale\b"),
    ("approved", r"\b(?:besluttede|besluttet|vedtog),?\s+at\s+godkende\b"),
    (
        "approved",
        r"\b(?:er\s+(?:hermed|dermed|herefter|således)|(?:hermed|dermed|herefter)\s+er)\s+godkendt\b",
    ),
    ("approved", rf"{DOES}\s+gav(?:\s+grønt\s+lys|{_FEW}\s+bemyndigelse)\b"),
    ("recommended", rf"{_WERE}\s+(?:anbefalet|indstillet)\s+(?:til\s+(?!at)|godkendt|vedtaget)"),
    (
        "endorsed",
        rf"{DOES}\s+(?:tiltrådte|tilsluttede\s+sig|bakkede\s+op|bifaldt|"
        r"kun(?:ne)?\s+tilslutte\s+sig|kunne\s+tiltræde)\b",
    ),
    ("endorsed", rf"{_MAY}\s+(?:tilslutte\s+sig|tiltræde|støtte|bakke\s+op)\b"),
    (
        "endorsed",
        rf"{_WERE}\s+tiltrådt\b|\bindstilling(?:en|erne)\s+(?:tiltrådtes|tiltrædes|blev\s+tiltrådt|tiltrådt)\b",
    ),
    ("approved", rf"{DOES}\s+(?:godkendte|imødekom|bevilgede|kunne\s+godkende)\b"),
    ("approved", rf"{_MAY}\s+godkende\b"),
    (
        "approved",
        rf"{_WERE}\s+(?:godkendt|imødekommet|bevilget|bevilliget)\b(?!\s+af\s+(?:den|revis|ministeri))|\bgodkendtes\b",
    ),
    ("noted", rf"{DOES}\s+tog\b.{{0,220}}?\btil\s+(?:orientering|efterretning)\b"),
    (
        "noted",
        rf"{_WERE}\s+(?:herefter\s+)?taget\s+til\s+(?:orientering|efterretning)\b|\ber\s+taget\s+til\s+(?:orientering|efterretning)\b",
    ),
    (
        "adopted",
        rf"{DOES}\s+(?:besluttede|vedtog|valgte\s+at)\b|{_WERE}\s+(?:besluttet|vedtaget)\b|\bvedtoges\b|"
        rf"\b(?:det|der)\s+beslutte(?:des|s)\b|\bbesluttedes\s+det\b|{_OWN_BODY}\s+har\s+(?:\w+\s)?(?:besluttet|vedtaget)\b|"
        rf"\bvi\s+(?:har\s+)?(?:besluttede|besluttet|vedtog)\b|\bog\s+har\s+(?:derfor\s+)?besluttet\b",
    ),
    (
        "agreed",
        rf"{_WERE}\s+aftalt\b|\b(?:blev|var|er){_FEW}\s+enige?\s+om\b|"
        rf"\bdet\s+aftal(?:tes|es)\b|^vi\s+aftaler\b|^følgende\s+(?:blev\s+)?aftalt?e?s?\b",
    ),
    ("agreed", rf"{DOES}\s+aftalte\b"),
    ("agreed", r"\benedes\s+om\b|^enighed\s+om,?\s+at\b"),
    ("endorsed", r"\bder\s+(?:er|var)\s+(?:\w+\s)?(?:opbakning|tilslutning)\s+til\b"),
    ("agreed", rf"\bder\s+(?:var|er|blev){_FEW}\s+enighed\s+(?:om|i),?\s+at\b"),
)
# The verb before the body, as behind "Herefter": "Herefter godkendte bestyrelsen planen."
TURNED: tuple[tuple[str, str], ...] = tuple(
    (verb, rf"(?:^|[,;]\s)(?:\S+\s){{1,12}}?(?:{words})\s+{BODY}\b")
    for verb, words in (
        ("established", "nedsatte"),
        ("appointed", "udpegede|(?:gen)?valgte"),
        ("postponed", "udsatte|udskød"),
        ("rejected", "afviste|forkastede"),
        ("recommended", "anbefalede|indstillede"),
        ("endorsed", "tiltrådte"),
        ("approved", "godkendte|bevilgede|imødekom"),
        ("adopted", "besluttede|vedtog"),
        ("agreed", "aftalte"),
    )
)
# Short forms: the whole sentence is the decision.
SHORT: tuple[tuple[str, str], ...] = (
    (
        "withdrawn",
        rf"{_NUMBER}(?:udgår|udgik\W*$|udgået|trukket|taget af dagsordenen|{_THINGS} (?:udgår|udgik))\b",
    ),
    ("postponed", rf"{_NUMBER}(?:udsat|udsættes|udskudt|udskydes)\b"),
    (
        "postponed",
        rf"{_NUMBER}(?:{_THINGS} )?(?:(?:bliver |blev )?taget|tages) op "
        r"(?:igen )?på (?:det )?(?:næste|kommende|et senere)\b|"
        rf"{_NUMBER}{_THINGS} genoptages\b",
    ),
    ("rejected", rf"{_NUMBER}(?:ikke (?:godkendt|vedtaget|imødekommet)|afvist|forkastet|afslag)\b"),
    (
        "recommended",
        rf"{_NUMBER}(?:(?!{_TOLD}\b)\S+\s+){{0,4}}?(?:anbefales|anbefalet|"
        rf"indstilles)\b(?:.{{0,80}}?\b(?:godkend|vedtag|tiltr)\w*)?",
    ),
    ("endorsed", rf"{_NUMBER}(?:(?!{_TOLD}\b)\S+\s+){{0,4}}?(?:tiltrådt|tiltrædes)\b"),
    (
        "approved",
        rf"{_NUMBER}(?:(?!{_TOLD}\b)\S+\s+){{0,7}}?(?:godkendt|godkendes|imødekommet|imødekommes|bevilget|"
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
    ("postponed", rf"{DOES}\s+(?:udsætter|udskyder)\b"),
    ("rejected", rf"{DOES}\s+(?:afviser|forkaster)\b"),
    (
        "appointed",
        rf"{DOES}\s+(?:udpeger|vælger(?!\s+at)\s+(?-i:[A-ZÆØÅ])\w+\s(?-i:[A-ZÆØÅ]))|{_NUMBER}(?:(?!{_TOLD}\b)\S+\s+){{0,8}}?(?:udpeges|"
        rf"udpeget|vælges|valgt|genvalgt)\b(?!\s+at\b)",
    ),
    ("established", rf"^at\s+nedsætte\s+{_GROUP}"),
    ("established", rf"{DOES}\s+nedsætter\b|{_NUMBER}(?:(?!{_TOLD}\b)\S+\s+){{0,3}}?(?:nedsættes|nedsat)\b"),
    (
        "recommended",
        rf"{DOES}\s+(?:anbefaler|indstiller)\b(?:.{{0,80}}?\b(?:godkend|vedtag|"
        rf"tiltræd)\w*)?|\b(?:anbefaler|anbefales)\b(?:.{{0,80}}?\b(?:godkend|vedtag)\w*)?",
    ),
    (
        "endorsed",
        rf"^tiltrådtes\b|{DOES}\s+(?:tiltræder|tilslutter\s+sig|bakker\s+op|støtter)\b|\btilslutning\s+til\b",
    ),
    (
        "approved",
        rf"{DOES}\s+(?:godkender|imødekommer|bevilger)\b|\b(?:er|bliver)\s+godkendt\b(?!\s+af\s+(?:den|revis|ministeri))|"
        rf"\b(?:godkendtes)\b",
    ),
    (
        "noted",
        rf"{DOES}\s+tager\b.{{0,220}}?\btil\s+(?:orientering|"
        rf"efterretning)\b|{_NUMBER}(?:orienteret|orienteredes|orientering\s+givet)\b",
    ),
    ("noted", rf"{DOES}\s+(?:blev\s+orienteret|noterede\s+sig)\b"),
    (
        "adopted",
        rf"{DOES}\s+(?:beslutter|vedtager|vælger\s+(?!(?-i:[A-ZÆØÅ])\w+\s(?-i:[A-ZÆØÅ])))\b|\bindstillingen\s+(?:følges|blev\s+fulgt|"
        rf"fulgt)\b|{_NUMBER}som\s+indstillet\b",
    ),
    ("agreed", rf"{DOES}\s+er\s+enige\s+om\b|\bder\s+(?:er|var){_FEW}\s+enighed\s+om\b"),
    (
        "discussed",
        rf"{DOES}\s+drøfte(?:de|r)\b|"
        rf"\bblev{_FEW}\s+drøftet\b|{_NUMBER}(?:(?!{_TOLD}\b)\S+\s+){{0,5}}?(?:drøftet|drøftedes|drøftes|"
        rf"temadrøftet)\b",
    ),
)
# Of the body that meets, at the beginning of a sentence of its minutes: "Rådet anbefaler …".
_OWN = rf"^(?P<own>{BODY}|(?-i:[A-ZÆØÅ]{{2,4}}))(?:\s+\w+r\s[^.,:]{{1,60}}?\sog)?{_FEW}\s+"
BY_ITSELF: tuple[tuple[str, str], ...] = (
    ("established", rf"{_OWN}nedsætter\b"),
    ("appointed", rf"{_OWN}(?:udpeger|vælger(?!\s+at)\s+(?:(?-i:[A-ZÆØÅ])|\w+\s(?:til|som)))"),
    ("postponed", rf"{_OWN}(?:udsætter|udskyder)\b"),
    ("recommended", rf"{_OWN}(?:anbefaler|indstiller)\b"),
    ("endorsed", rf"{_OWN}(?:tiltræder|tilslutter\s+sig)\b"),
    ("approved", rf"{_OWN}(?:godkender|bevilger)\b"),
    ("noted", rf"{_OWN}tager\b.{{0,120}}?\btil\s+(?:orientering|efterretning)\b"),
    ("adopted", rf"{_OWN}(?:beslutter|vedtager)\b"),
)
