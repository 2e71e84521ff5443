"""Runs commands in turn and measures them from outside: wall time and peak memory of whole processes."""

import os
import statistics
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from neighbours import Patience, now


class Failed(Exception):
    """A command that did not do its job: its time would mean nothing."""


def nothing() -> None:
    pass


@dataclass(frozen=True)
class Command:
    """What is measured. `before` runs ahead of each run, outside of the time; findings go to a file."""

    arguments: list[str]
    folder: Path
    findings: Path
    environment: dict[str, str] = field(default_factory=dict)
    before: Callable[[], None] = nothing

    def said(self) -> str:
        """What the last run wrote to its standard output and error."""
        log = Path(f"{self.findings}.log")
        return "".join(path.read_text(encoding="utf-8", errors="replace") for path in [self.findings, log])


def run(command: Command, arguments: list[str] | None = None) -> float:
    """Seconds from start to end. Linters end with 1 when they found something."""
    command.before()
    environment = os.environ | command.environment
    with open(command.findings, "wb") as findings, open(f"{command.findings}.log", "wb") as log:
        begin = time.perf_counter()
        status = subprocess.run(arguments or command.arguments, cwd=command.folder, env=environment, check=False,
                                stdin=subprocess.DEVNULL, stdout=findings, stderr=log).returncode
        seconds = time.perf_counter() - begin
    if status not in (0, 1):
        raise Failed(f"exit status {status} of {' '.join(command.arguments)}\n{command.said()[-2000:]}")
    return seconds


def quotients(longer: Command, shorter: Command, pairs: int, patience: Patience) -> list[float]:
    """How many times as long the one takes as the other, pair by pair: A B A B ..., after one uncounted pair."""
    run(longer)
    run(shorter)
    ratios: list[float] = []
    while len(ratios) < pairs:
        patience.wait()
        begin = now()
        ratio = run(longer) / run(shorter)
        if not patience.disturbed(begin):
            ratios.append(ratio)
    return ratios


def peaks(command: Command, runs: int) -> list[float]:
    """Peak memory in MiB. `time` starts the command, because a child's peak begins with that of its parent."""
    run(command)
    report = Path(f"{command.findings}.time")
    timed = ["/usr/bin/time", "--quiet", "--format=%M", f"--output={report}", *command.arguments]
    measured = []
    for _ in range(runs):
        run(command, timed)
        measured.append(int(report.read_text(encoding="utf-8")) / 1024)
    return measured


def median(values: list[float]) -> float:
    return statistics.median(values)
