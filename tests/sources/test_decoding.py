"""Bytes to text, damage repaired, every string safe."""

import json

import pytest

import copydesk
from copydesk.ingest import writable
from copydesk.pages.charset import decode, safe
from copydesk.records import Record
from copydesk.sources.repair import repaired


@pytest.mark.parametrize(
    ("data", "text", "noted"),
    [
        ("Kyjiw “x”".encode(), "Kyjiw “x”", False),
        (b"\xef\xbb\xbfKyiv", "Kyiv", False),
        ("Kyiv – ž".encode("utf-16"), "Kyiv – ž", False),
        (b'<meta charset="iso-8859-1"><p>\x93caf\xe9\x94', '<meta charset="iso-8859-1"><p>“café”', True),
        (b'<meta charset="windows-1251"><p>\xca\xe8\xe5\xe2', '<meta charset="windows-1251"><p>Киев', True),
        (
            b'<meta charset="utf-8"><p>caf\xe9 au lait, caf\xe9 noir',
            '<meta charset="utf-8"><p>café au lait, café noir',
            True,
        ),
        (b'<meta charset="undefined"><p>caf\xe9', '<meta charset="undefined"><p>café', True),
        (b'<meta charset="idna"><p>caf\xe9', '<meta charset="idna"><p>café', True),
        (b'<meta charset="utf-16"><p>caf\xc3\xa9', '<meta charset="utf-16"><p>café', False),
        (b'<meta charset="x-user-defined"><p>\x93a\x94', '<meta charset="x-user-defined"><p>“a”', True),
    ],
)
def test_charsets(data, text, noted):
    found, note = decode(data)
    assert found == text
    assert (note is not None) == noted


def test_a_byte_that_was_lost_costs_one_character():
    whole = "“We won’t close the port,” said Zoë Blå – and left.".encode() * 3
    for at in range(len(whole)):
        text, note = decode(whole[:at] + whole[at + 1 :])
        assert "Zoë Blå – and left" in text
        assert text.count("�") <= 3
        assert (note is None) == ("�" not in text)


def test_what_http_declares_comes_before_what_the_page_declares():
    data = '<meta charset="koi8-r"><p>Киев'.encode("windows-1251")
    assert decode(data, "windows-1251")[0].endswith("Киев")
    assert decode('<meta charset="windows-1251"><p>Киев'.encode("windows-1251"), "no-such")[0].endswith("Киев")


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_text_decoded_wrongly_before_it_came_is_repaired(wrong):
    whole = "The owner, Zoë Nuñez, said “it’s mine” — and left."
    damaged = whole.encode().decode(wrong, "ignore")
    text, repairs = repaired(f"A line.\n{damaged}\nAnother line.")
    assert "Zoë Nuñez" in text
    assert ("ZoÃ«", "Zoë") in repairs
    assert text.startswith("A line.\n")
    assert repaired(whole) == (whole, ())


@pytest.mark.parametrize("fine", ["Ã is a letter of Portuguese: SÃO PAULO", "â ê î ô û", "L’Âge d’Or, Â propos", "€ 5"])
def test_what_is_fine_is_left_alone(fine):
    assert repaired(fine) == (fine, ())


def test_a_repair_is_noticed_and_marked_where_it_stands():
    html = "<article><h1>Café wins</h1>" + "<p>The owner, ZoÃ« NuÃ±ez, said she was glad of it on Friday.</p>" * 2
    record = copydesk.read_html(f"{html}<p>The jury said that the bread was good, and went home early.</p></article>")
    assert "Zoë Nuñez" in record.text
    assert [notice.kind for notice in record.notices if notice.kind == "repaired"] == ["repaired"]
    spans = [defect.span for defect in record.defects if "repaired" in defect.note]
    assert [record.words(span) for span in spans] == ["Zoë", "Nuñez,"]
    as_is = copydesk.read_text("ZoÃ« NuÃ±ez said so.", as_is=True)
    assert as_is.text == "ZoÃ« NuÃ±ez said so."


def test_unsafe_characters_keep_positions():
    assert safe("a\ud800b\0c") == "a�b�c"


def test_half_a_surrogate_pair_in_a_record_is_made_writable():
    record = writable(Record(id="a", headline="x\ud83d", text="a\0b", paragraphs=((0, 3),)))
    assert (record.headline, record.text) == ("x�", "a�b")
    assert copydesk.from_json(copydesk.to_json(record)) == record


def test_half_a_surrogate_pair_in_json_ld_stops_nothing(tmp_path):
    data = json.dumps({"@type": "NewsArticle", "headline": "Port \ud83d closed", "author": {"name": "\ud800"}})
    story = "<p>The port was closed on Thursday, the mayor said, and ships would have to wait.</p>" * 3
    (tmp_path / "a.html").write_text(f'<script type="application/ld+json">{data}</script><article>{story}</article>')
    (record,) = copydesk.read_many(tmp_path / "a.html")
    assert isinstance(record, Record)
    record.to_json().encode()


def test_a_page_full_of_damage_is_mended_in_part(monkeypatch):
    monkeypatch.setattr("copydesk.sources.repair._LINES", 3)
    text, _ = repaired("ZoÃ« NuÃ±ez\n" * 5)
    assert text.splitlines() == ["Zoë Nuñez"] * 3 + ["ZoÃ« NuÃ±ez"] * 2


def test_a_text_without_end_is_read_in_part_with_a_notice(monkeypatch):
    monkeypatch.setattr("copydesk.articles.article_reading._MAX_PLAIN", 60)
    record = copydesk.read_text("Rain falls\n\n" + "It rained on Thursday, officials said.\n\n" * 9)
    assert record.text.count("rained") <= 2
    assert "truncated" in [notice.kind for notice in record.notices]


def test_a_closing_quotation_mark_that_lost_its_last_byte_is_put_back():
    text, repairs = repaired("â€œNever,â€\ufffd she said. It was whole before.")
    assert text.startswith("“Never,” she said.")
    assert repairs


@pytest.mark.parametrize("text", ["“We won’t close it,” said Zoë Blå – 5 €.", "Київ взято, 東京 тож 😀, так."])
def test_one_byte_lost_of_a_character_gives_one_sign_in_its_place(text):
    data = text.encode()
    for at in range(len(data)):
        if data[at] >= 128:
            found, _ = decode(data[:at] + data[at + 1 :])
            before = len(data[:at].decode("utf-8", "ignore"))
            assert found == text[:before] + "�" + text[before + 1 :]


def test_bytes_beyond_a_characters_own_are_not_swallowed():
    found, _ = decode("Zoë Blå – ".encode() * 9 + b"\x80\x81\x82\x83\x84 end")
    assert found.endswith("– �� end")
