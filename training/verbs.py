"""Make the table of verbs' base forms from the treebanks EWT and GUM (whow, which is not free, left out).

    python -m training.verbs --data ../shared/data --out src/copydesk/english/verbs.json

The words behind `MORE` are reporting verbs that the treebanks lack.
"""

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from copydesk.english.verbs import candidates

MORE = (
    "abdicate aver avow berate beseech caution chide decry denounce deride enthuse envisage exhort fume hypothesise"
    " intone lambaste lament muse opine posit rebuke rebut reiterate retweet scoff surmise tout venture vouch"
)
SPECIAL = {
    "am": "be", "are": "be", "been": "be", "being": "be", "is": "be", "was": "be", "were": "be",
    "has": "have", "had": "have",
    "does": "do", "did": "do", "done": "do", "fled": "flee", "foresaw": "foresee", "foreseen": "foresee",
    "forbade": "forbid",
    "forbidden": "forbid", "swore": "swear", "shook": "shake", "shaken": "shake", "tore": "tear", "torn": "tear",
    "wept": "weep", "bade": "bid", "lain": "lie", "sank": "sink", "sunk": "sink", "upheld": "uphold",
    "withheld": "withhold",
    "misled": "mislead", "overheard": "overhear", "oversaw": "oversee", "overseen": "oversee", "focused": "focus",
    "focuses": "focus", "focusing": "focus", "beseeched": "beseech", "tweeted": "tweet", "broadcasted": "broadcast",
    "mistook": "mistake", "rode": "ride", "stole": "steal", "overcame": "overcome", "withdrew": "withdraw",
    "undertook": "undertake", "forgave": "forgive", "forewarned": "forewarn",
}  # fmt: skip
LEAST = 3
"""How often a form must have a base form that spelling does not give before it counts as irregular."""


def forms(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield (form, lemma) of the verbs in the treebanks' training parts."""
    for name in ("ewt_train", "gum_train"):
        document = ""
        with gzip.open(folder / "syntax" / f"{name}.conllu.gz", "rt", encoding="utf-8") as file:
            for line in file:
                if line.startswith("# newdoc id"):
                    document = line
                cells = line.rstrip("\n").split("\t")
                if len(cells) > LEAST and cells[3] == "VERB" and "whow" not in document:
                    yield cells[1].lower().replace("’", "'"), cells[2].lower()


def main() -> None:
    """Read the treebanks, write the table."""
    options = argparse.ArgumentParser()
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    o = options.parse_args()
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for form, lemma in forms(o.data):
        if form.isalpha() and lemma.isalpha():
            seen[form][lemma] += 1
    bases = {lemma for counts in seen.values() for lemma, n in counts.items() if n > 1} | set(MORE.split())
    irregular = dict(SPECIAL)
    for form, counts in seen.items():
        lemma, count = counts.most_common(1)[0]
        if form in SPECIAL or len(form) < LEAST or (form[0] != lemma[0] and form != "went"):
            continue
        if next((base for base in candidates(form) if base in bases), form) != lemma and count >= LEAST:
            irregular[form] = lemma
    table = {"bases": " ".join(sorted(bases)), "irregular": dict(sorted(irregular.items()))}
    o.out.write_text(json.dumps(table, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
