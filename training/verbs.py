"""Make the table of verbs' base forms from the treebanks EWT and GUM (whow, which is not free, left out).

    python -m training.verbs --data ../shared/data --out src/copydesk/english/verbs.json

The words behind `MORE` are verbs of news that the treebanks lack.
"""

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from copydesk.english.verbs import candidates

MORE = (
    "abdicate abide accede aver avow axe barricade berate beseech besiege blockade bulldoze bundle cane caution"
    " cede censure chide coerce concede condole confide convene criminalise decapitate decry defuse demote"
    " denounce deplore depose deride devastate dislodge dismantle dispute downgrade electrocute enthuse entice"
    " envisage evade evict exhort exile fine flout foil free fume grenade grope guillotine hijack huddle"
    " hypothesise impale implore incinerate infiltrate intercede intone invade jail knife lambast lambaste lament"
    " maneuver manhandle manoeuvre massacre maul mobilise mobilize muse mutilate muzzle nationalise nationalize"
    " opine oppose ostracise overrule paralyse parole pillage pledge posit prize probe proscribe provoke"
    " quarantine ransack rape rebuke rebut recapture reconcile redouble rehire reimpose reinstate reiterate"
    " resettle reshape resume retake retweet revoke ridicule rifle rout safeguard scoff scramble scrap scrape"
    " scuffle seize shelve shuttle side siege snipe stockpile stone strafe strangle subside subsidise surmise"
    " telephone throttle topple torture tout trample unfreeze unveil vandalise venture vouch"
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
    "undertook": "undertake", "forgave": "forgive", "forewarned": "forewarn", "dug": "dig", "flown": "fly",
    "fought": "fight", "lent": "lend", "froze": "freeze", "overran": "overrun", "overthrew": "overthrow",
    "overthrown": "overthrow", "slain": "slay", "slew": "slay", "bound": "bind", "burnt": "burn", "sprang": "spring",
    "sprung": "spring", "rung": "ring", "strewn": "strew", "woken": "wake", "fed": "feed", "bled": "bleed",
    "sped": "speed", "overtook": "overtake", "overtaken": "overtake", "withstood": "withstand", "rewrote": "rewrite",
    "rewritten": "rewrite", "redrew": "redraw", "redrawn": "redraw", "risen": "rise", "flung": "fling",
    "clung": "cling", "stung": "sting", "strung": "string", "wrung": "wring", "bore": "bear", "borne": "bear",
    "befell": "befall", "befallen": "befall", "shrank": "shrink", "shrunk": "shrink", "spun": "spin",
    "trod": "tread", "trodden": "tread", "wove": "weave", "woven": "weave", "knelt": "kneel", "leapt": "leap",
    "outdone": "outdo", "outsold": "outsell", "resold": "resell", "retold": "retell", "rebuilt": "rebuild",
    "undone": "undo", "retook": "retake", "retaken": "retake", "outgrew": "outgrow", "bit": "bite", "bitten": "bite",
    "arisen": "arise", "arose": "arise", "struck": "strike", "stricken": "strike", "hung": "hang", "blown": "blow",
    "blew": "blow", "grown": "grow", "stolen": "steal", "mistaken": "mistake", "forgiven": "forgive",
    "undertaken": "undertake", "overturned": "overturn", "besieging": "besiege", "sang": "sing", "drank": "drink",
    "drunk": "drink", "swam": "swim", "swum": "swim", "spat": "spit", "swollen": "swell", "sewn": "sew", "sown": "sow",
    "scraped": "scrape", "scraping": "scrape", "shed": "shed", "embed": "embed", "wed": "wed",
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
