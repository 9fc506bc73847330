"""Records to stories with their claims: on one machine, or from folders of records past one machine.

`trace(records) -> tuple[Story, ...]` is what `copydesk.trace` does; `trace_folders(folders, to, engine)` does the same
in stages of pure tasks, from Parquet to Parquet; `stories_in(folder)` yields what it wrote.
"""

from copydesk.tracing.run import trace_folders
from copydesk.tracing.story_folder import stories_in, stories_manifest
from copydesk.tracing.whole import trace

__all__ = ["stories_in", "stories_manifest", "trace", "trace_folders"]
