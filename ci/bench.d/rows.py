"""What is measured: each row is a question, how it is answered, and the reach it is held to."""

from collections.abc import Callable
from dataclasses import dataclass

import generated_site
from measure import Command, peaks
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


def beside_rumdl(edited: bool, cache: bool = False) -> Callable[[Bench, int], list[float]]:
    def measure(bench: Bench, times: int) -> list[float]:
        rumdl = bench.peers.rumdl(".", bench.cache_of_peer() if cache else None)
        return bench.quotients(bench.peer(rumdl), bench.check_site(edited), times)

    return measure


def pair_beside_rumdl(bench: Bench, times: int) -> list[float]:
    return bench.quotients(bench.peer(bench.peers.rumdl(bench.translation("vi"))), bench.check_pair(), times)


def beside_cspell(locale: str, warm: bool) -> Callable[[Bench, int], list[float]]:
    def measure(bench: Bench, times: int) -> list[float]:
        cache = bench.cache_of_peer() if warm else None
        cspell = bench.peers.cspell(locale, f"i18n/{locale}/**/*.md", cache)
        return bench.quotients(bench.peer(cspell), bench.check("--locale", locale, cold=not warm), times)

    return measure


def pair_beside_cspell(cold: bool) -> Callable[[Bench, int], list[float]]:
    def measure(bench: Bench, times: int) -> list[float]:
        path = bench.translation("vi")
        recto = bench.check(path, cold=True) if cold else bench.check_pair()
        return bench.quotients(bench.peer(bench.peers.cspell("vi", path)), recto, times)

    return measure


def pair_alone_beside_cspell(bench: Bench, times: int) -> list[float]:
    path = bench.translation("vi")
    recto = bench.check("--source", f"blog/{bench.post}", "--locale", "vi", path, cold=True)
    return bench.quotients(bench.peer(bench.peers.cspell("vi", path)), recto, times)


def beside_textlint(edited: bool) -> Callable[[Bench, int], list[float]]:
    def measure(bench: Bench, times: int) -> list[float]:
        return bench.quotients(bench.peer(bench.peers.textlint("**/*.md")), bench.check_site(edited), times)

    return measure


def beside_markdownlint(edited: bool) -> Callable[[Bench, int], list[float]]:
    def measure(bench: Bench, times: int) -> list[float]:
        return bench.quotients(bench.peer(bench.peers.markdownlint("**/*.md")), bench.check_site(edited), times)

    return measure


def beside_hunspell(locale: str) -> Callable[[Bench, int], list[float]]:
    def measure(bench: Bench, times: int) -> list[float]:
        hunspell = Command(Peers.hunspell(locale, bench.files(locale)), bench.site, bench.findings("peer"))
        return bench.quotients(hunspell, bench.check("--locale", locale, cold=True), times)

    return measure


def two_threads(cold: bool) -> Callable[[Bench, int], list[float]]:
    def measure(bench: Bench, times: int) -> list[float]:
        edited = None if cold else bench.site
        one, two = (bench.command(f"jobs-{jobs}", "check", "--jobs", jobs, cold=cold, edited=edited) for jobs in "12")
        return bench.quotients(one, two, times)

    return measure


def memory(cold: bool) -> Callable[[Bench, int], list[float]]:
    def measure(bench: Bench, times: int) -> list[float]:
        return peaks(bench.check("--jobs", "2", cold=cold, edited=None if cold else bench.site), times)

    return measure


def growth(bench: Bench, times: int, posts: tuple[int, int], sections: tuple[int, int]) -> list[float]:
    """The second of two generated sites over the first. One thread, so that what the other gains is not growth."""
    commands = []
    for number, length in zip(posts, sections):
        name = f"{number}-posts-of-{length}"
        site = bench.work / name
        generated_site.write_site(site, number, ["vi", "fr"] if number > 1 else ["vi"], length)
        commands.append(bench.command(name, "check", "--jobs", "1", site=site, edited=site))
    return bench.quotients(commands[1], commands[0], times)


def growth_in_posts(bench: Bench, times: int) -> list[float]:
    return growth(bench, times, posts=(100, 400), sections=(8, 8))


def growth_in_length(bench: Bench, times: int) -> list[float]:
    return growth(bench, times, posts=(1, 1), sections=(1000, 4000))


def nothing_done(bench: Bench) -> Command:
    """What starting any program costs here."""
    return Command(["true"], bench.site, bench.findings("true"))


def start(bench: Bench, times: int) -> list[float]:
    return bench.quotients(bench.command("version", "--version"), nothing_done(bench), times)


def hook(bench: Bench, times: int) -> list[float]:
    return bench.quotients(bench.check_pair(), nothing_done(bench), times)


SITE, PAIR = "over recto, the whole site", "on one post over recto on its pair"
ROWS = [
    Row("rumdl-site", f"rumdl {SITE}, unchanged", 2, beside_rumdl(edited=False), 10),
    Row("rumdl-cached", f"rumdl with its cache {SITE}, unchanged", None, beside_rumdl(edited=False, cache=True), 10),
    Row("rumdl-edited", f"rumdl {SITE}, edited", None, beside_rumdl(edited=True), 10),
    Row("rumdl-pair", f"rumdl {PAIR} in the site, edited", 2, pair_beside_rumdl, 20),
    Row("cspell-vi", "cspell over recto, Vietnamese, cold", 8, beside_cspell("vi", warm=False), 5),
    Row("cspell-fr", "cspell over recto, French, cold", 8, beside_cspell("fr", warm=False), 5),
    Row("cspell-vi-warm", "cspell --cache over recto, Vietnamese, unchanged", 8, beside_cspell("vi", warm=True), 5),
    Row("cspell-fr-warm", "cspell --cache over recto, French, unchanged", 8, beside_cspell("fr", warm=True), 5),
    Row("cspell-pair", f"cspell {PAIR} in the site, cold", 20, pair_beside_cspell(cold=True), 5),
    Row("cspell-pair-warm", f"cspell {PAIR} in the site, edited", 80, pair_beside_cspell(cold=False), 5),
    Row("cspell-alone", f"cspell {PAIR} alone (--source), cold", 20, pair_alone_beside_cspell, 5),
    Row("textlint", f"textlint with terminology {SITE}, unchanged", 30, beside_textlint(edited=False), 3),
    Row("textlint-edited", f"textlint with terminology {SITE}, edited", None, beside_textlint(edited=True), 3),
    Row("markdownlint", f"markdownlint-cli2 {SITE}, unchanged", 15, beside_markdownlint(edited=False), 5),
    Row("markdownlint-edited", f"markdownlint-cli2 {SITE}, edited", None, beside_markdownlint(edited=True), 5),
    Row("hunspell-vi", "hunspell -l over recto, Vietnamese, cold", None, beside_hunspell("vi"), 5),
    Row("hunspell-fr", "hunspell -l over recto, French, cold", None, beside_hunspell("fr"), 5),
    Row("threads-cold", "one thread over two, the whole site, cold", 1.6, two_threads(cold=True), 7),
    Row("threads", "one thread over two, the whole site, edited", 1.5, two_threads(cold=False), 10),
    Row("memory-cold", "peak memory, the whole site, cold", 150, memory(cold=True), 3, at_least=False, unit=" MiB"),
    Row("memory", "peak memory, the whole site, edited", 40, memory(cold=False), 3, at_least=False, unit=" MiB"),
    Row("growth-posts", "400 posts over 100, edited, one thread", 4.5, growth_in_posts, 7, at_least=False),
    Row("growth-length", "a post of 2 MB over one of 0.5 MB, edited, one thread", 5, growth_in_length, 7,
        at_least=False),
    Row("start", "recto --version over true", None, start, 40, at_least=False),
    Row("hook", "recto on one pair in the site, edited, over true", None, hook, 40, at_least=False),
]
