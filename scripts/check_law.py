#!/usr/bin/env python3
"""Check that the law in law/ and the code that asks for it name the same things.

An id in quotes in src/ that looks like one of the law's ("closure.order.max_months") must have a row, and every
provision must be asked for: by the code, by another table of law/, or by nobody and then it says reference = true, which
one that is asked for may not say.
"""
import argparse
import pathlib
import re
import sys
import tomllib

QUOTED = re.compile(r'"([a-z0-9_]+(?:\.[a-z0-9_]+)+)"')
TABLES = ("provision", "term", "power", "requirement", "consequence")


def law_of(root):
    rows = {table: [] for table in TABLES}
    for path in sorted((root / "law").glob("*.toml")):
        file = tomllib.loads(path.read_text())
        for table in TABLES:
            rows[table] += file.get(table, [])
    return rows


def ids_in_code(root):
    """Id -> the first file that has it."""
    found = {}
    for path in sorted((root / "src").rglob("*")):
        if path.suffix in (".h", ".cpp") and not path.name.endswith("_test.cpp"):
            for quoted in QUOTED.findall(path.read_text()):
                found.setdefault(quoted, path.relative_to(root))
    return found


def asked_for_by_law(rows):
    asked = set()
    for term in rows["term"]:
        asked |= {term.get(key) for key in ("age_from", "age_below", "longest", "shortest", "extension", "total")}
    for power in rows["power"]:
        asked |= {who.get("opened_by") for who in power["who"]}
    asked |= {row.get("deadline") for row in rows["consequence"]}
    for table in ("provision", "requirement", "consequence"):
        asked |= {row.get("starts_with") for row in rows[table]}
    return asked


def problems_in(root):
    rows = law_of(root)
    code = ids_in_code(root)
    provisions = {row["id"] for row in rows["provision"]}
    prefixes = {name.split(".")[0] for name in provisions}
    known = provisions | {row["id"] for table in ("power", "requirement", "consequence") for row in rows[table]}
    known |= {row["kind"] for row in rows["term"]} | {row["opens"] for row in rows["consequence"]}
    known |= {alias for row in rows["power"] for alias in row.get("aliases", [])}
    standards = tomllib.loads((root / "standards" / "default.toml").read_text())
    known |= {row["id"] for row in standards["standard"]}
    for name, where in sorted(code.items()):
        if re.search(r"_(h|wd|days|weeks|months|years|gbp|age)$|\.(max|min)_", name) and name.split(".")[0] in prefixes:
            if name not in known:
                yield f"{where}: there is no provision {name}"
    asked = asked_for_by_law(rows) | set(code)
    marked = {row["id"] for row in rows["provision"] if row.get("reference")}
    for name in sorted(provisions - asked - marked):
        yield f"law/: nothing asks for {name}: use it, or say reference = true"
    for name in sorted(marked & asked):
        yield f"law/: {name} says reference = true, but is asked for: take the mark away"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    problems = list(problems_in(parser.parse_args().root))
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
