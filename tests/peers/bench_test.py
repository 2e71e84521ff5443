"""Tests of ci/bench that do not depend on how fast anything is."""

import os
import re
import subprocess
import sys
import tempfile
import unittest
import unittest.mock
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "ci/bench.d"))

import generated_site  # noqa: E402
import table  # noqa: E402
from bench import chosen  # noqa: E402
from measure import Command, Failed, peaks, quotients, run  # noqa: E402
from neighbours import Moment, Patience, share_of_others  # noqa: E402


class Table(unittest.TestCase):
    def test_pinned_results_give_the_pinned_table_and_a_missed_reach_fails(self):
        printed = subprocess.run([sys.executable, "-B", ROOT / "ci/bench.d/table.py", HERE / "results.json"],
                                 check=False, capture_output=True, text=True)
        self.assertEqual(printed.stdout, (HERE / "expected.md").read_text(encoding="utf-8"), printed.stderr)
        self.assertEqual(printed.returncode, 1)

    def test_the_readme_is_changed_between_the_marks_only(self):
        with tempfile.TemporaryDirectory() as folder:
            readme = Path(folder) / "README.md"
            readme.write_text(f"before\n{table.BEGIN}\nold\n{table.END}\nafter\n", encoding="utf-8")
            report = table.load(HERE / "results.json")
            for _ in range(2):
                table.write_into(readme, report)
                self.assertEqual(readme.read_text(encoding="utf-8"),
                                 f"before\n{table.BEGIN}\n\n{table.markdown(report)}\n{table.END}\nafter\n")

    def test_the_table_in_the_readme_has_a_date_a_command_and_the_rows_of_that_command(self):
        found = table.between_marks((ROOT / "README.md").read_text(encoding="utf-8"))
        self.assertIsNotNone(found, "README.md has no table of ci/bench")
        said, rows, _ = found[0].strip().split("\n\n")
        run = re.match(r"20\d\d-\d\d-\d\d, `(ci/bench[^`]*)`, recto \d", said)
        self.assertIsNotNone(run, said)
        names = re.findall(r"--rows (\S+)", run[1])
        cells = [line.strip("| ").split(" | ") for line in rows.splitlines()[2:]]
        self.assertEqual([row[0] for row in cells], [row.question for row in chosen(names)], "ci/bench --readme writes it")
        for row in rows.splitlines():
            self.assertEqual(row.count("|"), 6, row)


class Measuring(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def command(self, script, **options):
        root = Path(self.folder.name)
        return Command(["sh", "-c", script], root, root / "findings", **options)

    def test_two_commands_run_in_turn_after_an_uncounted_pair(self):
        ratios = quotients(self.command("echo A >>order"), self.command("echo B >>order; exit 1"), 2, Patience(0))
        self.assertEqual(len(ratios), 2)
        self.assertEqual((Path(self.folder.name) / "order").read_text(), "A\nB\n" * 3)

    def test_a_command_that_cannot_do_its_job_is_no_measurement(self):
        with self.assertRaisesRegex(Failed, "exit status 2(.|\n)*no such option"):
            run(self.command("echo no such option >&2; exit 2"))

    def test_what_others_use_is_told_from_what_we_use(self):
        with unittest.mock.patch("os.cpu_count", return_value=2):
            self.assertEqual(share_of_others(Moment(10, 100, 5), Moment(20, 120, 10)), 0.75)
            self.assertEqual(share_of_others(Moment(10, 100, 5), Moment(20, 105, 10)), 0)

    @unittest.skipUnless(Path("/usr/bin/time").exists(), "/usr/bin/time is missing; ci/install bench installs it")
    def test_peak_memory_is_that_of_the_command(self):
        self.assertLess(peaks(self.command("true"), 1)[0], 8)


class GeneratedSite(unittest.TestCase):
    def test_it_is_the_same_each_time_and_recto_finds_what_was_left_out(self):
        with tempfile.TemporaryDirectory() as folder:
            sites = [Path(folder) / name for name in ["one", "two"]]
            for site in sites:
                generated_site.write_site(site, 5, generated_site.LOCALES)
            self.assertEqual(*({path.relative_to(site): path.read_bytes() for path in site.rglob("*.md")}
                               for site in sites))
            check = [os.environ["RECTO"], "check", "--no-cache", "--skip", "spelling", "--format", "jsonl"]
            found = subprocess.run(check, cwd=sites[0], check=False, capture_output=True, text=True)
            self.assertIn("checked 50 pairs of 5 posts", found.stderr)
            rules = re.findall(r'"rule":"([^"]*)"', found.stdout)
            self.assertEqual(rules, ["heading/missing"] * len(generated_site.LOCALES), found.stdout)


if __name__ == "__main__":
    unittest.main(verbosity=2)
