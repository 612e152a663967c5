"""What kind of document a text is."""

import pytest

from samstyr.reading.minutes import read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Referat fra møde i Prøveudvalget den 3. maj 2018\n1. Velkomst\nIntet.", "minutes"),
        ("Beslutningsreferat\nPrøveudvalget\nDato: 3. maj 2018\nTil stede: Anna Eksempel", "minutes"),
        ("Dagsorden til møde i Prøveudvalget den 3. maj 2018\n1. Velkomst\n2. Eventuelt", "agenda"),
        (
            "Dagsorden til møde i Prøveudvalget den 3. maj 2018\n1. Velkomst\n"
            "Referat: Formanden bød velkommen.\n2. Evt.",
            "minutes",
        ),
        (
            "Beslutningsprotokol\nPrøveudvalget\nMødedato: 3. maj 2018\n1. Budget\nBeslutning\nGodkendt.",
            "decisions",
        ),
        ("Notat om referater\nDato: 3. maj 2018\n1. Indledning\nUdvalget godkendte i 2016 en plan.", "other"),
        (
            "Forretningsorden for Prøveudvalget\nDagsordenen sendes ud, og der skrives referat af møder.",
            "other",
        ),
        ("Pressemeddelelse den 3. maj 2018\nUdvalget vedtog i dag en plan.", "other"),
        ("", "other"),
        ("Opskrift på boller\n1. Rør dejen\n2. Bag dem\nGodkendt.", "other"),
    ],
)
def test_document_type(text: str, kind: str) -> None:
    assert read(text).document_type == kind


@pytest.mark.parametrize(
    "text", ["", "Notat om referater\nDato: 3. maj 2018\n1. Indledning\nUdvalget godkendte planen."]
)
def test_other_documents_give_no_facts(text: str) -> None:
    record = read(text).as_json("a")

    facts = {
        name: value
        for name, value in record.items()
        if name not in {"schema", "file", "document_type", "meeting"}
    }
    assert all(value in ([], None) for value in facts.values())
    assert "span" not in record["meeting"]
