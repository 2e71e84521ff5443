"""The posts that are measured on, the program, and its peers."""

import shutil
from functools import cached_property
from pathlib import Path

import generated_site
import measure
from measure import Command
from neighbours import Patience
from peers import Peers, installed

POST = "2025-01-13-google-agent-whitepaper.md"  # the pair of one post, where the real posts are there


class Bench:
    """The program, the site and the peers, with a folder for what they write and remember."""

    def __init__(self, recto: Path, corpus: Path, packages: Path, work: Path, patience: Patience):
        self.recto = recto
        self.patience = patience
        self.packages = packages
        self.work = work
        self.real = corpus.is_dir()
        # A copy, so that no settings or caches of the folders above it count.
        self.site = work / "site"
        if self.real:
            shutil.copytree(corpus, self.site)
        else:
            generated_site.write_site(self.site, posts=200, locales=generated_site.LOCALES)
        self.post = POST if self.real else "2024-05-01-river-1.md"

    @cached_property
    def peers(self) -> Peers:
        """Installed, and seen at work."""
        peers = Peers(installed(self.packages))
        peers.prove(self.work / "probe")
        return peers

    def quotients(self, longer: Command, shorter: Command, times: int) -> list[float]:
        return measure.quotients(longer, shorter, times, self.patience)

    def describe_site(self) -> str:
        kind = "real posts of ../shared/corpus/docusaurus" if self.real else "generated posts"
        sources, translations = (sum(1 for _ in (self.site / part).rglob("*.md")) for part in ["blog", "i18n"])
        return f"{kind}: {sources} sources, {translations} translations"

    def translation(self, locale: str) -> str:
        return f"i18n/{locale}/{generated_site.BLOG}/{self.post}"

    def files(self, locale: str) -> list[str]:
        folder = self.site / "i18n" / locale
        return sorted(str(path.relative_to(self.site)) for path in folder.rglob("*.md"))

    def command(self, name: str, *arguments: str, site: Path | None = None, cold: bool = False,
                edited: Path | None = None) -> Command:
        """recto with a memory of its own, which the uncounted run fills. `cold` empties it before each run; `edited`
        changes that post, or each post of that folder, so that of it no more than the words is remembered."""
        memory = self.work / "remembered" / name
        shutil.rmtree(memory, ignore_errors=True)

        def before() -> None:
            if cold:
                shutil.rmtree(memory, ignore_errors=True)
            if edited:
                edit(edited)

        return Command([str(self.recto), *arguments], site or self.site, self.findings(name),
                       {"XDG_CACHE_HOME": str(memory)}, before)

    def check(self, *arguments: str, cold: bool = False, edited: Path | None = None) -> Command:
        return self.command("recto", "check", *arguments, cold=cold, edited=edited)

    def check_site(self, edited: bool) -> Command:
        """The whole site, of which nothing has changed since the last run, or every post."""
        return self.check(edited=self.site if edited else None)

    def check_pair(self) -> Command:
        """What a hook does: one pair of a site that is known, its translation just edited."""
        path = self.translation("vi")
        return self.check(path, edited=self.site / path)

    def peer(self, arguments: list[str]) -> Command:
        return Command(arguments, self.site, self.findings("peer"), self.peers.environment)

    def cache_of_peer(self) -> Path:
        """An empty place for what a peer remembers."""
        cache = self.work / "remembered" / "peer"
        shutil.rmtree(cache, ignore_errors=True)
        return cache

    def findings(self, name: str) -> Path:
        return self.work / f"{name}.findings"


def edit(posts: Path) -> None:
    """Adds an empty line at the end, one more each time, so that no text ever comes back."""
    for path in posts.rglob("*.md") if posts.is_dir() else [posts]:
        with open(path, "ab") as post:
            post.write(b"\n")
