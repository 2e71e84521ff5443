"""The table of what was measured: for a terminal, for a file in Markdown, and between the marks in the README.

usage: table.py RESULTS.json     prints the table; exit status 1 when a reach is missed
"""

import dataclasses
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from measure import median

OTHER_WORK = """The peers do other work: each sees one file at a time, and knows neither its source nor, but for the spell
checkers, its words; recto reads both sides, and has no opinion on style. A ratio says how long one waits, not whose work
is the better."""
BEGIN, END = "<!-- ci/bench writes this -->", "<!-- as far as here -->"


@dataclass(frozen=True)
class Result:
    """A row as it was measured."""

    name: str
    question: str
    reach: float | None
    at_least: bool
    unit: str
    values: list[float]

    def reached(self) -> bool | None:
        if self.reach is None:
            return None
        return median(self.values) >= self.reach if self.at_least else median(self.values) <= self.reach

    def cells(self) -> list[str]:
        """Reach, median, spread, verdict."""
        verdict = {True: "yes", False: "**no**", None: ""}[self.reached()]
        reach = "-" if self.reach is None else f"{'≥' if self.at_least else '≤'} {self.reach:g}{self.unit}"
        spread = f"{figure(min(self.values))} to {figure(max(self.values))}"
        return [self.question, reach, f"{figure(median(self.values))}{self.unit}", spread, verdict]


@dataclass(frozen=True)
class Report:
    """A whole run: when, with what, on what, and how busy the machine was meanwhile."""

    date: str
    command: str
    recto: str
    machine: str
    site: str
    peers: str
    results: list[Result]

    def missed(self) -> list[str]:
        return [result.name for result in self.results if result.reached() is False]


def figure(value: float) -> str:
    """Three digits that count, and no false exactness."""
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def markdown(report: Report) -> str:
    head = ["measured", "reach", "median", "lowest to highest", "reached"]
    rows = [head, ["---", "---:", "---:", "---:", "---"], *(result.cells() for result in report.results)]
    table = "\n".join("| " + " | ".join(cells) + " |" for cells in rows)
    return f"""{report.date}, `{report.command}`, {report.recto}, {report.machine}; {report.site}.
{report.peers}.

{table}

{OTHER_WORK}
"""


def load(path: Path) -> Report:
    values = json.loads(path.read_text(encoding="utf-8"))
    return Report(**values | {"results": [Result(**result) for result in values["results"]]})


def save(report: Report, path: Path) -> None:
    path.write_text(json.dumps(dataclasses.asdict(report), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def between_marks(text: str) -> re.Match[str] | None:
    return re.search(f"(?<={re.escape(BEGIN)}\n).*?(?={re.escape(END)})", text, re.DOTALL)


def write_into(readme: Path, report: Report) -> None:
    """Replaces what stands between the marks."""
    text = readme.read_text(encoding="utf-8")
    place = between_marks(text)
    if place is None:
        sys.exit(f"ci/bench: {readme} has no {BEGIN} ... {END}")
    readme.write_text(text[:place.start()] + "\n" + markdown(report) + "\n" + text[place.end():], encoding="utf-8")


def main() -> int:
    report = load(Path(sys.argv[1]))
    print(markdown(report), end="")
    return 1 if report.missed() else 0


if __name__ == "__main__":
    sys.exit(main())
