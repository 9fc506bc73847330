"""What the tests run in other processes."""

import os
import time

from copydesk.errors import PageError


def double(number: int) -> int:
    if number == 3:
        raise PageError("page 3", "it is torn")
    if number == 5:
        raise KeyError("five")
    if number == 7:
        os._exit(1)
    return 2 * number


def turn_forever(number: int) -> int:
    while number:
        try:
            while number:
                pass
        except Exception:  # a step that fails for itself alone
            continue
    return number


def fill(megabytes: int) -> int:
    return len(bytearray(megabytes * 2**20)) // 2**20


def tell_and_wait(folder: str) -> None:
    """Leave a file named by this process, and wait longer than any test."""
    with open(os.path.join(folder, str(os.getpid())), "w"):
        time.sleep(300)
