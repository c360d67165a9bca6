#!/usr/bin/env python3
"""Check that markup is written, or taken as safe, only where it is looked after.

Html::trusted and "..."_html literals go past the escaping that keeps other people's text from becoming markup. They
may be used only in the folders and files listed here; anything else composes elements and components.
"""
import argparse
import pathlib
import re
import sys

ALLOWED = (
    "src/html/",
    "src/govuk/",
    "src/moj/",
    "src/pages/content",  # the Markdown renderer
    "src/pages/layout.cpp",  # the frame of every page: doctype, head and body
    "src/pages/layout_test.cpp",
    "tests/components/",  # the component fixtures give raw markup on purpose
)
USE = re.compile(r'Html::trusted\b|"\s*_html\b')


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    root = parser.parse_args().root
    problems = []
    for path in sorted([*(root / "src").rglob("*"), *(root / "tests").rglob("*")]):
        where = path.relative_to(root).as_posix()
        if path.suffix not in (".h", ".cpp") or where.startswith(ALLOWED):
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if not line.lstrip().startswith("//") and (found := USE.search(line)):
                problems.append(f"{where}:{number}: {found.group()} is allowed only in {', '.join(ALLOWED)}")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
