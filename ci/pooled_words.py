"""Pools what was found of misspelt, doubled and changed words, by locale: surely, and with the hints.

usage: pooled_words.py FOLDER SEED...   (FOLDER/SEED/expected.jsonl and the misses FOLDER/SEED.unsure, SEED.unfound)
"""
import collections
import json
import sys

folder, seeds = sys.argv[1], sys.argv[2:]


def counted(path, part):
    with open(path, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    part.update((row["mutation"], row["locale"]) for row in rows if not row["mutation"].startswith("none"))


copies, unsure, unfound = (collections.Counter() for _ in range(3))
for seed in seeds:
    counted(f"{folder}/{seed}/expected.jsonl", copies)
    counted(f"{folder}/{seed}.unsure", unsure)
    counted(f"{folder}/{seed}.unfound", unfound)


def show(kind, locale, keys):
    total = sum(copies[key] for key in keys)
    sure, any_ = (100 - 100 * sum(missed[key] for key in keys) / total for missed in (unsure, unfound))
    print(f"{kind:14s} {locale:7s} {total:6d} {sure:6.1f}% {any_:10.1f}%")


print(f"{'kind':14s} {'locale':7s} {'copies':>6s} {'recall':>7s} {'with hints':>11s}")
for kind in sorted({kind for kind, _ in copies}):
    show(kind, "", [key for key in copies if key[0] == kind])
    for key in sorted(key for key in copies if key[0] == kind):
        show("", key[1], [key])
