"""Fit the weights by which a text's headline is told from the lines about it (`copydesk.articles.lines.line_headline`).

    python -m training.headlines --data SHARED/data/pages/dev --folds .folds

A conditional logit (McFadden 1974): among the candidates of a page, the one that is its gold headline is to weigh most.
Pages are read whole and as people paste them, each by the model of lines that has not seen its site (`training.lines`
with `--folds`). A logistic regression over the best line of each text, also of those without their headline, tells
whether it is one. Prints both, and how many headlines are right by cross-validation over the same folds. Needs
`pip install scikit-learn` (SciPy comes with it).
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from copydesk.articles.lines import line_scoring
from copydesk.articles.lines.line_headline import SURE, WEIGHTS, best_of, candidates, described
from copydesk.articles.lines.line_parts import parts_of, scored
from copydesk.articles.masthead.keys import title_key
from copydesk.articles.masthead.masthead_reading import head
from training.flattening import pasted
from training.lines import flats_in
from training.mixing import Flat

PENALTY = 1.0  # of the squares of the weights


class Choice(NamedTuple):
    """The candidates of one text.

    Attributes:
        lines: (candidates,) their words.
        table: (candidates, features).
        right: (candidates,) which of them are the headline; none where the text has none.
        fold: of its page.
        whole: whether it is a whole page.
    """

    lines: list[str]
    table: Any
    right: Any
    fold: int
    whole: bool


def choices(pages: Sequence[Flat], folds: Path | None) -> Iterator[Choice]:
    """Read pages and describe their candidates."""
    random = np.random.RandomState(5)
    for fold in sorted({page.fold for page in pages}):
        if folds:
            line_scoring.MODEL.use(folds / f"lines-{fold}.npz")
        for page in (page for page in pages if page.fold == fold and title_key(page.title)):
            for chosen in (np.arange(len(page.lines)), pasted(page.story, random)):
                lines = [page.lines[i] for i in chosen]
                goal = title_key(page.title)
                if not lines:
                    continue
                told = scored(lines)
                taken = head(parts_of(told)).taken
                if found := candidates(told, taken):
                    right = np.array([title_key(lines[i]) == goal for i in found])
                    words = [lines[i] for i in found]
                    yield Choice(words, described(told, found, taken), right, fold, len(lines) == len(page.lines))


def fitted(some: Sequence[Choice]) -> Any:
    """Return (features,) the weights that fit choices best."""
    from scipy.optimize import minimize

    told = [choice for choice in some if choice.right.any()]

    def loss(weights: Any) -> tuple[float, Any]:
        total, slope = PENALTY * float(weights @ weights) / 2, PENALTY * weights
        for _, table, right, *_ in told:
            scores = table @ weights
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            among = chances * right
            total -= np.log(among.sum() + 1e-12)
            slope = slope - table.T @ (among / (among.sum() + 1e-12) - chances)
        return total, slope

    return minimize(loss, np.zeros(len(WEIGHTS)), jac=True, method="L-BFGS-B").x


def checking(some: Sequence[Choice]) -> dict[str, float]:
    """Return the weights by which the best line of a text is a headline at all, with `bias`."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    best = [(best_of(choice.lines, choice.table), choice.right) for choice in some]
    table = np.array([list(features.values()) for (_, features), _ in best])
    right = np.array([marks[place] for (place, _), marks in best])
    scaler = StandardScaler().fit(table)
    model = LogisticRegression(max_iter=5000).fit(scaler.transform(table), right)
    weights = model.coef_[0] / scaler.scale_
    names = ("bias", *best[0][0][1])
    return dict(zip(names, [float(model.intercept_[0] - weights @ scaler.mean_), *weights.tolist()], strict=True))


def is_told(check: dict[str, float], features: dict[str, float]) -> bool:
    """Return whether the best line is told as the headline."""
    total = check["bias"] + sum(check[name] * value for name, value in features.items())
    return bool(1 / (1 + np.exp(-total)) >= SURE)


def main() -> None:
    """Print the weights and how well they do."""
    options = argparse.ArgumentParser(description="Fit the weights that tell a text's headline.")
    options.add_argument("--data", type=Path, required=True, help="folder with pages.jsonl and the pages")
    options.add_argument(
        "--folds", type=Path, help="models of cross-validation, from training.lines; else the shipped one"
    )
    asked = options.parse_args()
    found = list(choices(flats_in(asked.data), asked.folds))
    printed = [choice for choice in found if choice.right.any()]
    hits: dict[bool, list[bool]] = {True: [], False: []}
    told: list[tuple[bool, bool]] = []
    for fold in sorted({choice.fold for choice in found}):
        weights = fitted([choice for choice in printed if choice.fold != fold])
        for choice in printed:
            if choice.fold == fold:
                hits[choice.whole].append(bool(choice.right[np.argmax(choice.table @ weights)]))
        check = checking([choice for choice in found if choice.fold != fold])
        for choice in (choice for choice in found if choice.fold == fold):
            place, features = best_of(choice.lines, choice.table)
            told.append((is_told(check, features), bool(choice.right[place])))
    for whole, right in hits.items():
        print(f"{'whole' if whole else 'pasted'}: {np.mean(right):.3f} of {len(right)}")
    kept = [right for is_kept, right in told if is_kept]
    before = [right for _, right in told]
    print(f"told at all: {sum(kept)} right, {len(kept) - sum(kept)} wrong; ", end="")
    print(f"of {sum(before)} right, {len(before) - sum(before)} wrong before the check")
    for name, weight in zip(WEIGHTS, fitted(printed), strict=True):
        print(f'    "{name}": {weight:.1f},')
    print("check")
    for name, value in checking(found).items():
        print(f'    "{name}": {value:.2f},')


if __name__ == "__main__":
    main()
