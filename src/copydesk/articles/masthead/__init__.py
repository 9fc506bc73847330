"""The masthead: bylines, credits, datelines, days and agencies in words, read alike on pages and in text.

`masthead_reading.read` reads the masthead of a story's parts; the other modules read one line each.
"""
