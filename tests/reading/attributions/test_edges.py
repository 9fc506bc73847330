import numpy as np

from copydesk.language.spans import FORBIDDEN, best_tags
from copydesk.reading.attributions.drafts import paragraphs_of
from copydesk.reading.attributions.join_weights import AttributionWeights, read, shipped, written
from copydesk.reading.attributions.layout import layout_of
from copydesk.reading.attributions.role_edges import SLOTS, adjusted, boundaries, boundary_scores, size_of_weights

TEXT = "Ana said it rains . Ben left"


def table(heads: list[int] | None = None) -> tuple[list[str], np.ndarray]:
    words = TEXT.split()
    at = np.cumsum([0, *(len(word) + 1 for word in words)])[:-1]
    offsets = np.stack([at, at + [len(word) for word in words]], axis=1)
    layout, _ = layout_of(TEXT, offsets, paragraphs_of(TEXT))
    inside = np.zeros((len(words), 3), dtype=np.float32)
    inside[1, 1] = 0.9
    heads_ = np.array(heads or [1, 1, 3, 1, 1, 6, 6])
    relations = ["nsubj", "root", "nsubj", "ccomp", "punct", "nsubj", "root"]
    tags = ["PROPN", "VERB", "PRON", "VERB", "PUNCT", "PROPN", "VERB"]
    return words, boundaries(words, layout, inside, tags, heads_, relations)


def test_a_boundary_is_described_by_what_it_cuts() -> None:
    words, found = table()
    assert found.shape == (len(words) + 1, len(SLOTS))
    column = {name: found[:, number] for number, name in enumerate(SLOTS)}
    assert column["sentence"].tolist() == [2, 0, 0, 0, 0, 1, 0, 2]
    assert column["cut.both"][2] == 2  # the clause and the full stop hang on `said`
    assert column["role.left"][2] == 1
    assert (found >= 0).all()
    assert (found.max(axis=0) < np.array(list(SLOTS.values()))).all()


def test_scores_of_boundaries_add_up_along_a_path() -> None:
    words, found = table()
    rng = np.random.default_rng(3)
    weights = rng.normal(size=size_of_weights()).astype(np.float32)
    weights[0] = 1
    logs = rng.normal(size=(len(words), 3)).astype(np.float32)
    starts, ends = boundary_scores(found, weights)
    unary = adjusted(logs, found, weights)
    tags = [0, 1, 2, 2, 1, 0, 1]  # runs 1-4, 4-5, 6-7
    by_run = sum(starts[a] + ends[b] + weights[1] for a, b in ((1, 4), (4, 5), (6, 7)))
    assert np.isclose(
        sum(unary[i, tag] for i, tag in enumerate(tags)), by_run + sum(logs[i, t] for i, t in enumerate(tags))
    )


def test_a_weight_on_sentence_ends_pulls_the_end_of_a_run_there() -> None:
    words, found = table()
    logs = np.log(np.array([[0.9, 0.05, 0.05]] * 2 + [[0.05, 0.9, 0.05]] + [[0.3, 0.1, 0.6]] * 4, dtype=np.float32))
    weights = np.zeros(size_of_weights(), dtype=np.float32)
    weights[0] = 1
    moves = np.zeros((3, 3), dtype=np.float32)
    moves[0, 2] = FORBIDDEN
    ranges = np.array([[0, len(words)]], dtype=np.int32)
    assert best_tags(adjusted(logs, found, weights), ranges, moves).tolist() == [0, 0, 1, 2, 2, 2, 2]
    ends = 2 + sum(SLOTS.values()) + sum(list(SLOTS.values())[: list(SLOTS).index("sentence")])
    weights[ends + 1] = 4  # the end of a sentence within a paragraph
    assert best_tags(adjusted(logs, found, weights), ranges, moves).tolist() == [0, 0, 1, 2, 2, 0, 0]


def test_shipped_weights_go_through_their_file_unchanged() -> None:
    fitted = shipped()
    again: AttributionWeights = read(written(fitted))
    assert len(fitted.edges) == 3
    assert all(len(edge) == size_of_weights() for edge in fitted.edges)
    assert all(np.array_equal(a, b) for a, b in zip(fitted.edges, again.edges, strict=True))
    assert all(np.array_equal(a, b) for a, b in zip(fitted.joins, again.joins, strict=True))
