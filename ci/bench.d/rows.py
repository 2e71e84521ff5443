"""What is measured: each row is a question, how it is answered, and the reach it is held to."""

from collections.abc import Callable
from dataclasses import dataclass

import generated_site
import measure
from measure import Command
from peers import Peers
from workbench import Bench


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


def nothing_done(bench: Bench) -> Command:
    """What starting any program costs here."""
    return Command(["true"], bench.site, bench.findings("true"))


def start(bench: Bench, times: int) -> list[float]:
    return bench.quotients(bench.command("version", "--version"), nothing_done(bench), times)


def hook(bench: Bench, times: int) -> list[float]:
    return bench.quotients(bench.check(bench.translation("vi")), nothing_done(bench), times)


SITE, PAIR = "over recto, the whole site", "on one post over recto on its pair"
ROWS = [
    Row("rumdl-site", f"rumdl {SITE}, remembered", 2, beside_rumdl, 10),
    Row("rumdl-pair", f"rumdl {PAIR} in the site, remembered", 2, pair_beside_rumdl, 20),
    Row("rumdl-cached", f"rumdl with its cache {SITE}, both remembering", None, beside_rumdl_with_cache, 10),
    Row("cspell-vi", "cspell over recto, Vietnamese, cold", 8, beside_cspell("vi", warm=False), 5),
    Row("cspell-fr", "cspell over recto, French, cold", 8, beside_cspell("fr", warm=False), 5),
    Row("cspell-vi-warm", "cspell --cache over recto, Vietnamese, both remembering", 8, beside_cspell("vi", warm=True), 5),
    Row("cspell-fr-warm", "cspell --cache over recto, French, both remembering", 8, beside_cspell("fr", warm=True), 5),
    Row("cspell-pair", f"cspell {PAIR} in the site, cold", 20, pair_beside_cspell(cold=True), 5),
    Row("cspell-pair-warm", f"cspell {PAIR} in the site, remembered", 80, pair_beside_cspell(cold=False), 5),
    Row("cspell-alone", f"cspell {PAIR} alone (--source), cold", 20, pair_alone_beside_cspell, 5),
    Row("textlint", f"textlint with terminology {SITE}, remembered", 30, beside_textlint, 3),
    Row("markdownlint", f"markdownlint-cli2 {SITE}, remembered", 15, beside_markdownlint, 5),
    Row("hunspell-vi", "hunspell -l over recto, Vietnamese, cold", None, beside_hunspell("vi"), 5),
    Row("hunspell-fr", "hunspell -l over recto, French, cold", None, beside_hunspell("fr"), 5),
    Row("threads-cold", "one thread over two, the whole site, cold", 1.6, two_threads(cold=True), 7),
    Row("threads", "one thread over two, the whole site, remembered", 1.5, two_threads(cold=False), 10),
    Row("memory-cold", "peak memory, the whole site, cold", 150, memory(cold=True), 3, at_least=False, unit=" MiB"),
    Row("memory", "peak memory, the whole site, remembered", 40, memory(cold=False), 3, at_least=False, unit=" MiB"),
    Row("growth-posts", "400 posts over 100, remembered, one thread", 4.5, growth_in_posts, 7, at_least=False),
    Row("growth-length", "a post of 2 MB over one of 0.5 MB, remembered, one thread", 5, growth_in_length, 7,
        at_least=False),
    Row("start", "recto --version over true", None, start, 40, at_least=False),
    Row("hook", "recto on one pair in the site, remembered, over true", None, hook, 40, at_least=False),
]
