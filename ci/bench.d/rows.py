"""What is measured: each row is a question, how it is answered, and the reach it is held to."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
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

    def command(self, name: str, *arguments: str, site: Path | None = None, cold: bool = False) -> Command:
        """recto with a memory of its own: `cold` empties it before each run, else the uncounted run fills it."""
        memory = self.work / "remembered" / name
        shutil.rmtree(memory, ignore_errors=True)
        return Command([str(self.recto), *arguments], site or self.site, self.findings(name),
                       {"XDG_CACHE_HOME": str(memory)},
                       before=lambda: shutil.rmtree(memory, ignore_errors=True) if cold else None)

    def check(self, *arguments: str, site: Path | None = None, cold: bool = False) -> Command:
        return self.command("recto", "check", *arguments, site=site, cold=cold)

    def peer(self, arguments: list[str]) -> Command:
        return Command(arguments, self.site, self.findings("peer"), self.peers.environment)

    def cache_of_peer(self) -> Path:
        """An empty place for what a peer remembers."""
        cache = self.work / "remembered" / "peer"
        shutil.rmtree(cache, ignore_errors=True)
        return cache

    def findings(self, name: str) -> Path:
        return self.work / f"{name}.findings"


@dataclass(frozen=True)
class Row:
    name: str
    question: str
    reach: float | None  # None: for information
    measure: Callable[[Bench, int], list[float]]
    times: int  # how often it is measured
    at_least: bool = True
    unit: str = "x"


def beside_rumdl(bench: Bench, times: int) -> list[float]:
    return bench.quotients(bench.peer(bench.peers.rumdl(".")), bench.check(), times)


def beside_rumdl_with_cache(bench: Bench, times: int) -> list[float]:
    return bench.quotients(bench.peer(bench.peers.rumdl_with_cache(".", bench.cache_of_peer())), bench.check(), times)


def pair_beside_rumdl(bench: Bench, times: int) -> list[float]:
    path = bench.translation("vi")
    return bench.quotients(bench.peer(bench.peers.rumdl(path)), bench.check(path), times)


def beside_cspell(locale: str, warm: bool) -> Callable[[Bench, int], list[float]]:
    def measure(bench: Bench, times: int) -> list[float]:
        cache = bench.cache_of_peer() if warm else None
        cspell = bench.peers.cspell(locale, f"i18n/{locale}/**/*.md", cache)
        return bench.quotients(bench.peer(cspell), bench.check("--locale", locale, cold=not warm), times)

    return measure


def pair_beside_cspell(cold: bool) -> Callable[[Bench, int], list[float]]:
    def measure(bench: Bench, times: int) -> list[float]:
        path = bench.translation("vi")
        return bench.quotients(bench.peer(bench.peers.cspell("vi", path)), bench.check(path, cold=cold), times)

    return measure


def pair_alone_beside_cspell(bench: Bench, times: int) -> list[float]:
    path = bench.translation("vi")
    recto = bench.check("--source", f"blog/{bench.post}", "--locale", "vi", path, cold=True)
    return bench.quotients(bench.peer(bench.peers.cspell("vi", path)), recto, times)


def beside_textlint(bench: Bench, times: int) -> list[float]:
    return bench.quotients(bench.peer(bench.peers.textlint("**/*.md")), bench.check(), times)


def beside_markdownlint(bench: Bench, times: int) -> list[float]:
    return bench.quotients(bench.peer(bench.peers.markdownlint("**/*.md")), bench.check(), times)


def beside_hunspell(locale: str) -> Callable[[Bench, int], list[float]]:
    def measure(bench: Bench, times: int) -> list[float]:
        hunspell = Command(Peers.hunspell(locale, bench.files(locale)), bench.site, bench.findings("peer"))
        return bench.quotients(hunspell, bench.check("--locale", locale, cold=True), times)

    return measure


def two_threads(cold: bool) -> Callable[[Bench, int], list[float]]:
    def measure(bench: Bench, times: int) -> list[float]:
        one, two = (bench.command(f"jobs-{jobs}", "check", "--jobs", jobs, cold=cold) for jobs in "12")
        return bench.quotients(one, two, times)

    return measure


def memory(cold: bool) -> Callable[[Bench, int], list[float]]:
    return lambda bench, times: measure.peaks(bench.check("--jobs", "2", cold=cold), times)


def growth_in_posts(bench: Bench, times: int) -> list[float]:
    """One thread, so that what the second one gains does not count as growth."""
    sites = {}
    for posts in (100, 400):
        sites[posts] = bench.work / f"posts-{posts}"
        generated_site.write_site(sites[posts], posts, ["vi", "fr"])
    small, large = (bench.command(f"posts-{posts}", "check", "--jobs", "1", site=site) for posts, site in sites.items())
    return bench.quotients(large, small, times)


def growth_in_length(bench: Bench, times: int) -> list[float]:
    """One post of half a megabyte and one four times as long."""
    sites = {}
    for sections in (1000, 4000):
        sites[sections] = bench.work / f"sections-{sections}"
        generated_site.write_site(sites[sections], 1, ["vi"], sections)
    short, long = (bench.command(f"sections-{sections}", "check", "--jobs", "1", site=site)
                   for sections, site in sites.items())
    return bench.quotients(long, short, times)


def start(bench: Bench, times: int) -> list[float]:
    return bench.quotients(bench.command("version", "--version"), Command(["true"], bench.site, bench.findings("true")), times)


def hook(bench: Bench, times: int) -> list[float]:
    return bench.quotients(bench.check(bench.translation("vi")), Command(["true"], bench.site, bench.findings("true")), times)


ROWS = [
    Row("rumdl-site", "rumdl over recto, the whole site, remembered", 2, beside_rumdl, 10),
    Row("rumdl-pair", "rumdl on one post over recto on its pair within the site, remembered", 2, pair_beside_rumdl, 20),
    Row("rumdl-cached", "rumdl with its cache over recto, the whole site, both remembering", None, beside_rumdl_with_cache, 10),
    Row("cspell-vi", "cspell over recto, Vietnamese, cold", 8, beside_cspell("vi", warm=False), 5),
    Row("cspell-fr", "cspell over recto, French, cold", 8, beside_cspell("fr", warm=False), 5),
    Row("cspell-vi-warm", "cspell --cache over recto, Vietnamese, both remembering", 8, beside_cspell("vi", warm=True), 5),
    Row("cspell-fr-warm", "cspell --cache over recto, French, both remembering", 8, beside_cspell("fr", warm=True), 5),
    Row("cspell-pair", "cspell on one post over recto on its pair within the site, cold", 20, pair_beside_cspell(cold=True), 5),
    Row("cspell-pair-warm", "cspell on one post over recto on its pair within the site, remembered", 80, pair_beside_cspell(cold=False), 5),
    Row("cspell-alone", "cspell on one post over recto --source on its pair, without the site, cold", 20, pair_alone_beside_cspell, 5),
    Row("textlint", "textlint with terminology over recto, the whole site, remembered", 30, beside_textlint, 3),
    Row("markdownlint", "markdownlint-cli2 over recto, the whole site, remembered", 15, beside_markdownlint, 5),
    Row("hunspell-vi", "hunspell -l over recto, Vietnamese, cold", None, beside_hunspell("vi"), 5),
    Row("hunspell-fr", "hunspell -l over recto, French, cold", None, beside_hunspell("fr"), 5),
    Row("threads-cold", "one thread over two, the whole site, cold", 1.6, two_threads(cold=True), 7),
    Row("threads", "one thread over two, the whole site, remembered", 1.5, two_threads(cold=False), 10),
    Row("memory-cold", "peak memory, the whole site, cold", 150, memory(cold=True), 3, at_least=False, unit=" MiB"),
    Row("memory", "peak memory, the whole site, remembered", 40, memory(cold=False), 3, at_least=False, unit=" MiB"),
    Row("growth-posts", "400 posts over 100, remembered, one thread", 4.5, growth_in_posts, 7, at_least=False),
    Row("growth-length", "a post of 2 MB over one of 0.5 MB, remembered, one thread", 5, growth_in_length, 7, at_least=False),
    Row("start", "recto --version over true", None, start, 40, at_least=False),
    Row("hook", "recto on one pair, remembered, over true", None, hook, 40, at_least=False),
]
