"""How much of the machine others use while something is measured."""

import os
import time
from dataclasses import dataclass

QUIET = 0.1  # of all cores: less than that disturbs nothing much


@dataclass(frozen=True)
class Moment:
    """Seconds on the clock, seconds that all cores worked, and those of ours that have ended."""

    clock: float
    worked: float
    ours: float


def now() -> Moment:
    with open("/proc/stat", encoding="ascii") as stat:
        user, nice, system, _, _, irq, softirq, steal = map(int, stat.readline().split()[1:9])
    worked = (user + nice + system + irq + softirq + steal) / os.sysconf("SC_CLK_TCK")
    return Moment(time.monotonic(), worked, sum(os.times()[:4]))


def share_of_others(begin: Moment, end: Moment) -> float:
    """Between 0 and 1, of all cores. The kernel counts in hundredths of a second: a short time tells little."""
    theirs = (end.worked - begin.worked) - (end.ours - begin.ours)
    return max(0.0, theirs / ((end.clock - begin.clock) * (os.cpu_count() or 1)))


class Patience:
    """Waits for others to be quiet, for so many seconds in all."""

    def __init__(self, seconds: float):
        self.until_tired = seconds

    def wait(self) -> None:
        """Returns when others are quiet, or patience is at its end."""
        while self.until_tired > 0:
            begin = now()
            time.sleep(0.5)
            if share_of_others(begin, now()) < QUIET:
                return
            self.until_tired -= 0.5

    def disturbed(self, begin: Moment) -> bool:
        """Whether what was measured since then should be measured again: it costs the patience that it took."""
        end = now()
        took = end.clock - begin.clock
        if self.until_tired <= 0 or took < 0.5 or share_of_others(begin, end) < QUIET:
            return False
        self.until_tired -= took
        return True
