#!/usr/bin/env python3
"""Check that residents can read in Welsh whatever they can read in English, the same day.

- each English page of words under content/ has its Welsh beside it, and the other way round;
- both have the same {{fields}}, as many headings and as many links;
- in a TOML file, a key that has Welsh beside it once (label, label_welsh) has it in every entry;
- the lists that residents choose from and read give Welsh for every label.
"""
import argparse
import pathlib
import re
import subprocess
import sys
import tomllib

ENGLISH, WELSH = (f".{language}.md" for language in ("en", "cy"))
FIELD = re.compile(r"\{\{\s*([\w-]+)\s*\}\}")
HEADING = re.compile(r"^#+ ", re.MULTILINE)
LINK = re.compile(r"\]\(([^)]*)\)")
RESIDENTS_READ = ("standards/lists/categories.toml", "standards/lists/channels.toml", "standards/lists/signposts.toml")


def tracked_files(root):
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, check=True, capture_output=True, text=True).stdout
    return {name for name in listed.split("\0") if name and (root / name).is_file()}


def page_problems(root, names):
    pages = {name for name in names if name.startswith("content/") and name.endswith((ENGLISH, WELSH))}
    for name in sorted(pages):
        english = name.endswith(ENGLISH)
        other = name[: -len(ENGLISH)] + (WELSH if english else ENGLISH)
        if other not in pages:
            yield f"{name}: there is no {other}"
            continue
        if not english:
            continue
        here, there = ((root / path).read_text() for path in (name, other))
        if not here.strip() or not there.strip():
            yield f"{name}: it or {other} is empty"
        if set(FIELD.findall(here)) != set(FIELD.findall(there)):
            yield f"{other}: its {{{{fields}}}} are not those of {name}"
        for words, pattern in (("headings", HEADING), ("links", LINK)):
            if len(pattern.findall(here)) != len(pattern.findall(there)):
                yield f"{other}: it has not as many {words} as {name}"


def tables_in(value):
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from tables_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from tables_in(inner)


def list_problems(root, name):
    tables = list(tables_in(tomllib.loads((root / name).read_text())))
    keys = {key.removesuffix("_welsh") for table in tables for key in table if key.endswith("_welsh")}
    if name in RESIDENTS_READ:
        keys.add("label")
    for table in tables:
        called = table.get("code") or table.get("id") or table.get("name") or "an entry"
        for key in sorted(keys):
            if table.get(key) and not table.get(f"{key}_welsh"):
                yield f"{name}: {called} has {key} and no {key}_welsh"
            if table.get(f"{key}_welsh") and not table.get(key):
                yield f"{name}: {called} has {key}_welsh and no {key}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    root = parser.parse_args().root.resolve()
    names = tracked_files(root)
    problems = list(page_problems(root, names))
    for name in sorted(names):
        if name.startswith(("content/", "standards/lists/")) and name.endswith(".toml"):
            problems += list_problems(root, name)
    for problem in problems:
        print(problem, file=sys.stderr)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
