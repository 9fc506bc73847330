"""What a copy lost of what tells whose words it is."""

from copydesk.copies import compare
from copydesk.records import Record

ORIGINAL = """KARLO (AP) — More than 150 people were aboard the ferry Aurelia on Tuesday, an official told the AP.

“We heard the horn three times and then the whole quay shook,” said Jonas Rehn, who sells tickets on the pier."""
COPY = """Almost 150 people were aboard the ferry Aurelia on Tuesday, sources said.

Jonas Rehn, who sells tickets on the pier, said he heard the horn three times and then the whole quay shook."""


def kinds(a, b):
    return {x.kind: (x.before, x.after) for x in compare(Record(id="a", text=a), Record(id="b", text=b)).alterations}


def test_a_lost_credit_lost_marks_a_turned_hedge():
    found = kinds(ORIGINAL, COPY)
    assert found["credit-lost"][0].startswith("KARLO (AP)")
    assert found["hedge-on-number"] == ("More than 150 people", "Almost 150 people")
    assert "horn three times" in found["quotation-marks-lost"][1]


def test_a_copy_that_keeps_them_lost_nothing():
    assert (
        not {"credit-lost", "hedge-on-number", "quotation-marks-lost", "source-widened"}
        & kinds(ORIGINAL, ORIGINAL).keys()
    )
