"""Makes a site of its own of every copy and runs recto in each.

A copy beside its original would make every rare word and every tag one that several posts use.

usage: word_accuracy.py RECTO COPIES CORPORA FOUND
  COPIES   a folder as mutate.py makes it
  CORPORA  the real posts: the copies of names that were changed get the termbase learnt from their corpus
  FOUND    the findings of all sites, hints too, as JSON lines
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

recto, copies, corpora, found = sys.argv[1], *map(pathlib.Path, sys.argv[2:])
termbases = {}


def learnt(corpus):
    """The terms that translators of the corpus agree on, as recto proposes them."""
    if corpus not in termbases:
        run = subprocess.run([recto, "terms", "learn"], cwd=corpora / corpus, capture_output=True, check=True)
        termbases[corpus] = run.stdout
    return termbases[corpus]


def findings(row, with_terms):
    """What recto says of one copy, alone in a site."""
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder)
        shutil.copy(copies / "docusaurus.config.js", site)
        for name in (row["source"], row["file"]):
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(copies / name, site / name)
        if with_terms:
            corpus = pathlib.Path(row["pair"].split("\t")[0]).resolve().relative_to(corpora.resolve()).parts[0]
            (site / "dictionaries").mkdir()
            (site / "dictionaries/terms.yaml").write_bytes(learnt(corpus))
        run = subprocess.run([recto, "check", "--hints", "--format", "jsonl", "--fail-on", "never", "--quiet"],
                             cwd=site, capture_output=True, check=False)
        if run.returncode != 0:
            sys.exit(f"{row['file']}: {run.stderr.decode()}")
        return run.stdout


rows = [json.loads(line) for line in open(copies / "expected.jsonl", encoding="utf-8")]
with_terms = {row["control"] for row in rows if row["mutation"] == "term-corrupt"}
with open(found, "wb") as output:
    for row in rows:
        # An untouched copy is judged once: what the termbase says of it would be held against no other kind.
        needs_terms = row["mutation"] == "term-corrupt" or row["file"] in with_terms
        output.write(findings(row, needs_terms))
