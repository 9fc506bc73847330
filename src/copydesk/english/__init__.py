"""All that copydesk knows of one language: words of the calendar, numbers, abbreviations, titles, sentences.

Plain data and what needs nothing else; it imports nothing of copydesk but `records`. A second language is a folder
beside this one.
"""
