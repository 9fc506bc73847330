import numpy as np

from copydesk.articles.trees import Trees


def test_margins_are_the_sum_of_the_leaves_that_the_answers_lead_to():
    model = Trees(
        names=("a", "b"),
        features=np.array([0, 1]),
        borders=np.array([0.5, 10.0], dtype=np.float32),
        splits=np.array([[0, 1], [1, 1]]),  # two trees of two levels
        leaves=np.array([[1, 2, 3, 4], [10, 20, 30, 40]], dtype=np.float32),
        bias=0.25,
    )
    table = np.array([[0, 1, 0, 1], [0, 0, 11, 11]], dtype=np.float32)
    assert model.margins(table).tolist() == [11.25, 12.25, 43.25, 44.25]
