"""When unreachable objects are looked for: seldom, and not among the word lists."""

import gc

_YOUNG = 50_000
_SECOND, _THIRD = 10, 50


def collect_seldom() -> None:
    """
    Look for garbage after every 50,000 new objects instead of 700, and never again in what is loaded by now.

    Most of a process is word lists that live as long as it does; walking through them at the standard thresholds took a
    third of a launch's time, and held up every request that was waiting (measured, `make bench`).
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, _SECOND, _THIRD)
