#!/usr/bin/env python3
"""Check the text of every tracked file for what means nothing to a reader who has only this repository.

- paths of the machine it was written on;
- Markdown documents that are not here;
- notes to do something later (write an issue);
- words we do not use of people.
"""
import argparse
import pathlib
import re
import subprocess
import sys

LATER = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|X" r"XX)\b")
DOCUMENT = re.compile(r"(?<![\w/.*-])((?:[\w.-]+/)*[\w.-]+\.md)\b")
HOME = re.compile(r"(?<![\w.])/(?:home|Users)/(?!USER\b|you\b|\*)[\w.-]+")
UNKIND = re.compile(r"\b(?:nuisance tenants?|problem famil(?:y|ies)|black-?list\w*|white-?list\w*)\b", re.IGNORECASE)
SKIPPED = ("frontend/package-lock.json", "LICENSE", "scripts/check_words.py", "tests/checks/checks_test.py")


def tracked_files(root):
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, check=True, capture_output=True, text=True).stdout
    return [name for name in listed.split("\0") if name and (root / name).is_file()]


def machine_paths(root):
    """Whatever lies beside the folders above this checkout, as a pattern; nothing when that is the top folder."""
    paths = []
    for folder in root.parents:
        if folder != folder.parent:
            paths += [f"{folder}/{child.name}" for child in folder.iterdir()]
    if not paths:
        return re.compile(r"(?!)")
    return re.compile(r"(?<![\w.])(?:" + "|".join(re.escape(path) for path in paths) + r")(?![\w-])")


def problems_in(text, names, paths):
    for number, line in enumerate(text.splitlines(), 1):
        for found in [*paths.findall(line), *HOME.findall(line)]:
            yield number, f"{found} is a path of one machine"
        for found in DOCUMENT.findall(line):
            if not any(name == found or name.endswith("/" + found) for name in names):
                yield number, f"{found} is not in the repository"
        if found := LATER.search(line):
            yield number, f"{found.group()}: do it, or write an issue"
        if found := UNKIND.search(line):
            yield number, f'"{found.group()}" is not a word we use'


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    root = parser.parse_args().root.resolve()
    names, paths = tracked_files(root), machine_paths(root)
    failed = False
    for name in names:
        if name in SKIPPED:
            continue
        try:
            text = (root / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, problem in problems_in(text, names, paths):
            print(f"{name}:{number}: {problem}", file=sys.stderr)
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
