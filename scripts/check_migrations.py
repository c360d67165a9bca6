#!/usr/bin/env python3
"""Check the names of migrations/ and that migrations/HEAD names the last one.

Names are 0001_words.sql, or a pair 0001_words.sqlite.sql and 0001_words.postgres.sql; numbers go up by one. HEAD is
there so that two branches that both add a migration meet in a merge conflict and not in a database.
"""
import argparse
import pathlib
import re
import sys

NAME = re.compile(r"^((\d{4})_[a-z0-9_]+)(\.sqlite|\.postgres)?\.sql$")


def problems_in(folder):
    endings = {}
    for path in sorted(folder.iterdir()):
        match = NAME.match(path.name)
        if match:
            endings.setdefault(match.group(1), []).append(match.group(3) or "")
        elif path.name != "HEAD":
            yield f"migrations/{path.name}: a migration is called 0001_words.sql"
    for number, (name, found) in enumerate(sorted(endings.items()), 1):
        if int(name[:4]) != number:
            yield f"migrations/{name}: number {number:04} was expected here; two may have the same number, or one is missing"
        if found not in ([""], [".postgres", ".sqlite"]):
            yield f"migrations/{name}: either one .sql, or both .sqlite.sql and .postgres.sql"
    head = folder / "HEAD"
    named = head.read_text().strip() if head.exists() else ""
    last = max(endings, default="")
    if named != last:
        yield f'migrations/HEAD names "{named}", but the last migration is "{last}"'


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    problems = list(problems_in(parser.parse_args().root / "migrations"))
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
