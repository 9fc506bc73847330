"""How batches run: the same plain function over many items, in this process or in a pool of processes."""

from copydesk.engines.batch import run
from copydesk.engines.task import Failure

__all__ = ["Failure", "run"]
