"""Measures recto beside its peers, as ratios of commands that run in turn; see ci/bench."""

import argparse
import datetime
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import peers
import table
from measure import Failed
from neighbours import Moment, Patience, now, share_of_others
from rows import ROWS, Row
from workbench import Bench

ROOT = Path(__file__).parent.parent.parent


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="ci/bench", description="Measures recto beside its peers on the same posts.")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions: to see where one stands")
    parser.add_argument("--rows", action="append", metavar="NAME", help="only rows that begin so (repeatable)")
    parser.add_argument("--list", action="store_true", help="names the rows and measures nothing")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="writes the table there, too")
    parser.add_argument("--json", type=Path, metavar="FILE", help="writes every single value there")
    parser.add_argument("--readme", action="store_true", help="writes the table into README.md")
    parser.add_argument("--generated", action="store_true", help="measures on the generated site in any case")
    parser.add_argument("--patience", type=float, default=0, metavar="MINUTES",
                        help="while others use the machine, wait or measure again, for so many minutes in all")
    return parser.parse_args()


def chosen(names: list[str] | None) -> list[Row]:
    rows = [row for row in ROWS if not names or any(row.name.startswith(name) for name in names)]
    if not rows:
        sys.exit(f"ci/bench: no row is called {' or '.join(names or [])}; see ci/bench --list")
    return rows


def measured(row: Row, bench: Bench, quick: bool) -> table.Result:
    times = max(2, row.times // 3) if quick else row.times
    begin = now()
    result = table.Result(row.name, row.question, row.reach, row.at_least, row.unit, row.measure(bench, times))
    _, reach, middle, spread, verdict = result.cells()
    print(f"{row.name:18s} {reach:>10s} {middle:>10s}  ({spread}) {verdict.strip('*')}"
          f"{'':4s}others used {100 * share_of_others(begin, now()):.0f} %", flush=True)
    return result


def machine(begin: Moment) -> str:
    """How many cores, and how much of them others used."""
    return f"{os.cpu_count()} cores, {100 * share_of_others(begin, now()):.0f} % of them used by others"


def command(options: argparse.Namespace) -> str:
    """What to type for the same measurement."""
    switches = [f"--{name}" for name in ("quick", "generated") if getattr(options, name)]
    rows = [f"--rows {name}" for name in options.rows or []]
    return " ".join(["ci/bench", *switches, *rows])


def version(recto: Path) -> str:
    said = subprocess.run([recto, "--version"], check=True, capture_output=True, text=True).stdout.split("\n")[0]
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, check=False, capture_output=True,
                            text=True)
    return f"{said} ({commit.stdout.strip()})" if commit.returncode == 0 else said


def main() -> int:
    options = arguments()
    rows = chosen(options.rows)
    if options.list:
        print("\n".join(f"{row.name:18s} {row.question}" for row in rows))
        return 0
    recto = Path(os.environ.get("RECTO", ROOT / "build/release/recto"))
    corpus = Path(os.environ.get("RECTO_CORPUS", ROOT.parent / "shared/corpus")) / "docusaurus"
    begin = now()
    with tempfile.TemporaryDirectory(prefix="recto-bench-") as work:
        nowhere = Path(work) / "nowhere"
        bench = Bench(recto, nowhere if options.generated else corpus, ROOT / "build/bench/peers", Path(work),
                      Patience(60 * options.patience))
        print(bench.describe_site())
        print(f"{'row':18s} {'reach':>10s} {'median':>10s}  (lowest to highest) reached", flush=True)
        results = [measured(row, bench, options.quick) for row in rows]
        report = table.Report(datetime.date.today().isoformat(), command(options), version(recto),
                              machine(begin), bench.describe_site(), peers.versions(), results)
    if options.markdown:
        options.markdown.write_text(table.markdown(report), encoding="utf-8")
    if options.json:
        table.save(report, options.json)
    if options.readme:
        table.write_into(ROOT / "README.md", report)
    print(table.OTHER_WORK)
    if report.missed():
        print(f"missed: {', '.join(report.missed())}")
    return 1 if report.missed() else 0


if __name__ == "__main__":
    # Ended from outside, it ends what it measures and leaves no folder behind, as with Ctrl-C.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        sys.exit(main())
    except Failed as failure:
        sys.exit(f"ci/bench: {failure}")
