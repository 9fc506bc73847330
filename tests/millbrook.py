"""Paragraphs of a made-up page, to make versions of it."""

PARAGRAPHS = [
    "Millbrook lies on the upper Tarn and has a paper mill, two inns and a stone bridge from 1782.",
    "The mill was founded by Otto Kessel, who brought eleven workers from the coast in 1851.",
    "A flood took the bridge in 1903, and for nine years the farmers crossed by rowing boat.",
    "Since 1998 the old mill has been a museum, which shows how rags were turned into paper.",
    "In 2004 the railway was closed, and the station became a library with a reading garden.",
    "The mayor, Ines Varga, was elected in 2011 with a majority of forty votes, the smallest so far.",
    "A second bridge, for cyclists, was opened in 2015 after a long quarrel about its colour.",
]
