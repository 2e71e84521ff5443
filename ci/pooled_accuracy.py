"""Pools the scores of several seeds: recall of each kind of mistake, and of each family of kinds.

usage: pooled_accuracy.py FOLDER SEED...   (FOLDER/SEED.score and FOLDER/SEED/expected.jsonl, as ci/accuracy makes them)
"""
import collections
import json
import re
import sys

folder, seeds = sys.argv[1], sys.argv[2:]
family = {}
copies = collections.Counter()
found = collections.Counter()
for seed in seeds:
    for line in open(f"{folder}/{seed}/expected.jsonl", encoding="utf-8"):
        row = json.loads(line)
        family[row["mutation"]] = row["family"]
    for line in open(f"{folder}/{seed}.score", encoding="utf-8"):
        match = re.match(r"(\S+)\s+(\d+)\s+([\d.]+)%", line)
        if match and match[1] in family:
            copies[match[1]] += int(match[2])
            found[match[1]] += round(int(match[2]) * float(match[3]) / 100)

families = collections.defaultdict(lambda: [0, 0])
for kind in copies:
    families[family[kind]][0] += copies[kind]
    families[family[kind]][1] += found[kind]
print(f"{'family':14s} {'kind':28s} {'copies':>6s} {'recall':>7s}")
for name in sorted(families):
    total, hits = families[name]
    print(f"{name:14s} {'':28s} {total:6d} {100 * hits / total:6.1f}%")
    for kind in sorted(kind for kind in copies if family[kind] == name):
        print(f"{'':14s} {kind:28s} {copies[kind]:6d} {100 * found[kind] / copies[kind]:6.1f}%")
mean = sum(found[kind] / copies[kind] for kind in copies) / len(copies)
print(f"{'mean of kinds':43s} {len(copies):6d} {100 * mean:6.1f}%\n")
