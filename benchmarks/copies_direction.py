"""Direction of copying: Wikipedia versions two by two and all of an article together, and made copies of news.

    python -m benchmarks.copies_direction

No dates are read. All figures on Wikipedia versions are cross-validated: the articles are dealt into five parts, and
the weights that judge a part are fitted on the four others (and on made copies of the tuning side, by
`training/versions.py`, as the shipped ones are on all five). Versions that are alike count a half.
"""

import numpy as np

from benchmarks.common import keep, print_table
from training.version_orders import FEWEST, before, grown, measures
from training.versions import Table, Versions, fit_order, fit_signs, made, tables

PARTS = 5
Found = list[tuple[float, float, float, bool]]


def main() -> None:
    """Fit on four parts, judge the fifth, print."""
    articles, news = tables(), made()
    parts = np.random.default_rng(0).permutation(len(articles)) % PARTS
    found: Found = []
    for part in range(PARTS):
        rest = [one for one, number in zip(articles, parts, strict=True) if number != part]
        weights = fit_signs(rest, news)
        order = fit_order(rest, weights)
        for one, number in zip(articles, parts, strict=True):
            if number == part:
                found += _judged(one, weights, order)
    rows = []
    figures: dict[str, object] = {"pairs": len(found), "alike": sum(alike for *_, alike in found)}
    for number, name in enumerate(("the longer is later", "the two alone", "all versions of the article")):
        right = np.array([_right(row[number]) for row in found])
        differ = np.array([not row[3] for row in found])
        sure = np.argsort([-abs(row[number]) for row in found if not row[3]], kind="stable")
        shares = [right[differ][sure[: int(len(sure) * share)]].mean() for share in (0.5, 0.75, 0.9)]
        values = [round(float(x), 3) for x in (right.mean(), right[differ].mean(), *shares)]
        rows.append((name, *(f"{value:.3f}" for value in values)))
        figures[name] = dict(zip(("right", "differ", "surest half", "surest 75 %", "surest 90 %"), values, strict=True))
    head = ("by", "right", "where they differ", "surest half", "surest 75 %", "surest 90 %")
    print_table(f"Neighbouring Wikipedia versions, {len(found)} pairs, {figures['alike']} alike", head, rows)
    follow = np.mean([grown(one.back) for one in articles if len(one.back) >= FEWEST])
    print(f"\nFamilies of {FEWEST} and more held to be versions of one page: {follow:.3f}")
    weights = fit_signs(articles, news)
    checked = made("check", 60)
    share = {model: float(np.mean([_right(x) for x in table @ weights])) for model, table in sorted(checked.items())}
    every = float(np.mean([_right(x) for table in checked.values() for x in table @ weights]))
    print_table("Made copies of news (checking side), the two alone, dates removed", ("model", "right"),
                [(model, f"{value:.3f}") for model, value in (*share.items(), ("all", every))])  # fmt: skip
    figures["made copies"] = {model: round(value, 3) for model, value in (*share.items(), ("all", every))}
    keep("copies_direction", figures)


def _judged(one: Versions, weights: Table, order: Table) -> Found:
    """Return for each pair of neighbours the odds by length, by the two, by all, and whether they are alike."""
    odds = one.odds(weights)
    ordered = odds
    if len(odds) >= FEWEST and grown(one.back):
        chance = before(measures(odds, one.back) @ order, len(odds)) + 1e-9
        ordered = np.log(chance) - np.log(chance.T)
    found: Found = []
    for pair in ((i, i + 1) for i in range(len(odds) - 1)):
        alike = pair in one.alike
        by_two, by_all = (0.0 if alike else float(table[pair]) for table in (odds, ordered))
        found.append((one.longer[pair], by_two, by_all, alike))
    return found


def _right(odds: float) -> float:
    return 0.5 if abs(odds) < 1e-6 else float(odds > 0)


if __name__ == "__main__":
    main()
