"""The desk in the browser: server-rendered pages on the loopback interface, for people who look and compare.

A page is hostile input even after it was read: everything is escaped, nothing is loaded from elsewhere, and only this
page's own forms may change the desk. `app.create_app` makes the ASGI application; `copydesk serve` runs it.
"""
