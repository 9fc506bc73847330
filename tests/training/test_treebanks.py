"""Treebank files to documents: offsets, fused words, paragraphs, genres left out."""

import gzip
from pathlib import Path

from training.treebanks import read

ROWS = """# newdoc id = one
# meta::genre = news
# newpar
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\t_\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\t_\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_

1\tStay\tstay\tVERB\t_\t_\t0\troot\t_\t_

# newpar
1\tNow\tnow\tADV\t_\t_\t0\troot\t_\t_

# newdoc id = two
# meta::genre = whow
1\tMix\tmix\tVERB\t_\t_\t0\troot\t_\t_

"""


def test_one_document_with_exact_offsets(tmp_path: Path) -> None:
    path = tmp_path / "tiny.conllu.gz"
    path.write_bytes(gzip.compress(ROWS.encode()))
    (document,) = read(path)  # the second is of a genre under a non-commercial licence
    assert document.text.rstrip() == "Don't go. Stay\n\nNow"
    assert [document.text[s:e] for s, e in document.spans] == ["Do", "n't", "go", ".", "Stay", "Now"]
    assert document.starts == [0, 4, 5]
    assert document.heads == [2, 2, 2, 2, 4, 5]
    assert document.labels[2] == "root"
