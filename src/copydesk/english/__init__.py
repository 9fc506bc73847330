"""All that copydesk knows of one language: calendar, numbers, titles, sources, reporting, certainty, page furniture.

Plain data and what needs nothing else; it imports nothing of copydesk but `records`. A second language is a folder
beside this one.
"""
