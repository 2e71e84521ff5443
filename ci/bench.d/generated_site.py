"""A Docusaurus blog of any size, the same everywhere: posts about a river, their words in phrases/<locale>.txt."""

import random
from dataclasses import dataclass, replace
from pathlib import Path

LOCALES = ["vi", "fr", "ja", "ar", "es", "de", "pt", "ru", "ko", "zh"]
PHRASES = Path(__file__).parent / "phrases"
BLOG = "docusaurus-plugin-content-blog"
HEADINGS = ["reason", "parts", "mounting", "reading", "flood"]
SENTENCES = ["rose", "cost", "board", "phone", "mistake", "sensor", "battery", "empty", "manual", "alarm"]
ITEMS = ["cable", "computer", "screws"]
NAMES = ["Heron Bridge", "Otter Lane", "Alder Mill"]
PROGRAMS = ["river-log", "gauge --send", "level.sh"]


@dataclass(frozen=True)
class Sentence:
    """One phrase and what stands in its places, the same in every language."""

    key: str
    values: dict[str, str]


@dataclass(frozen=True)
class Section:
    number: int
    heading: str
    paragraphs: list[list[Sentence]]
    items: list[Sentence]


@dataclass(frozen=True)
class Plan:
    """A post before it is written in any language."""

    number: int
    name: str
    sections: list[Section]


def plan(number: int, sections: int) -> Plan:
    choose = random.Random(number)

    def sentence(key: str) -> Sentence:
        values = {"n": str(choose.randint(5, 9)), "m": str(choose.randint(11, 99)), "name": choose.choice(NAMES),
                  "code": choose.choice(PROGRAMS), "url": f"https://river.example/manual/{choose.randint(10, 99)}"}
        return Sentence(key, values)

    def section(place: int) -> Section:
        paragraphs = [[sentence(key) for key in choose.sample(SENTENCES, 3)] for _ in range(2)]
        items = [sentence(key) for key in ITEMS] if choose.random() < 0.5 else []
        return Section(place + 1, HEADINGS[place % len(HEADINGS)], paragraphs, items)

    return Plan(number, choose.choice(NAMES), [section(place) for place in range(sections)])


def phrases(locale: str) -> dict[str, str]:
    lines = (PHRASES / f"{locale}.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(" = ", 1) for line in lines)


def post(plan: Plan, words: dict[str, str]) -> str:
    """The text of a post in the language of these phrases."""

    def written(sentence: Sentence) -> str:
        return words[sentence.key].format(**sentence.values)

    def lines_of(section: Section) -> list[str]:
        paragraphs = [line for sentences in section.paragraphs for line in (" ".join(map(written, sentences)), "")]
        items = [f"- {written(item)}" for item in section.items] + [""] * bool(section.items)
        return [f"## {section.number}. {words[section.heading]}", "", *paragraphs, *items]

    title = words["title"].format(name=plan.name, n=plan.number)
    description = words["description"].format(name=plan.name)
    head = ["---", f'title: "{title}"', f'description: "{description}"', "authors: [mira]", f"tags: {words['tags']}",
            f"slug: /river-{plan.number}", "date: 2024-05-01", "---", ""]
    code = ["```sh", f"river-log --station {plan.number} --every 5m", "```", ""]
    return "\n".join([*head, *(line for section in plan.sections for line in lines_of(section)), *code])


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_site(root: Path, posts: int, locales: list[str], sections: int = 8) -> None:
    """Writes so many source posts, each translated into all these locales; every fifth lost its last section."""
    names = ", ".join(f'"{locale}"' for locale in ["en", *locales])
    write(root / "docusaurus.config.js",
          f'module.exports = {{ i18n: {{ defaultLocale: "en", locales: [{names}] }} }};\n')
    source = phrases("en")
    translations = {locale: phrases(locale) for locale in locales}
    for number in range(1, posts + 1):
        planned = plan(number, sections)
        path = f"2024-05-01-river-{number}.md"
        write(root / "blog" / path, post(planned, source))
        translated = replace(planned, sections=planned.sections[:-1]) if number % 5 == 0 else planned
        for locale, words in translations.items():
            write(root / "i18n" / locale / BLOG / path, post(translated, words))
