"""How batches run: the same plain function over many items, here, in a pool of processes, or on a Ray cluster."""

from copydesk.engines.batch import run
from copydesk.engines.engine import ENGINES, Engine, EngineName, choose
from copydesk.engines.task import FailedItem

__all__ = ["ENGINES", "Engine", "EngineName", "FailedItem", "choose", "run"]
