#!/usr/bin/env python3
"""docs/security.md keeps its word: scripts/check_security.py [--root FOLDER] [--list]

Every test that it names exists under that name in that file, every chapter of OWASP ASVS 5.0 is in it, each line names a test or
says in words why there is none, and the program starts no other program. --list writes the tests: file, tab, name."""
import argparse
import re
import sys
from pathlib import Path

# `Suite.name` (path) of a C++ test, `tests/x/y_test.py` of a program of its own.
CPP_TEST = re.compile(r"`(\w+)\.(\w+)` \(\[?([\w/.]+\.cpp)")
SCRIPT_TEST = re.compile(r"`((?:tests|scripts)/[\w/]+\.py)`")
NUMBERED = re.compile(r"^\| \*{0,2}(\d+\.\d+[\d., to-]*)")
# As a function of the C library, not as ours of that name: `as_system(`, `sql.fork(`.
OTHER_PROGRAMS = re.compile(r"(?<![\w.>:])(?:::|std::)?(system|popen|execl|execlp|execle|execv|execvp|execve|posix_spawn|posix_spawnp|fork|vfork)\s*\(")


def tests_named(text):
    for suite, name, path in CPP_TEST.findall(text):
        yield path, f"{suite}.{name}"
    for path in SCRIPT_TEST.findall(text):
        yield path, ""


def problems_of_tests(text, root):
    for path, name in sorted(set(tests_named(text))):
        file = root / path
        if not file.exists():
            yield f"{path} is not there"
        elif name:
            suite, case = name.split(".")
            declared = rf"\b(TEST|TEST_F|TEST_P|TYPED_TEST)\(\s*{suite},\s*{case}\s*\)"
            if not re.search(declared, file.read_text()):
                yield f"{path} has no test {name}"


def problems_of_lines(text):
    chapters = set()
    for line in text.splitlines():
        numbered = NUMBERED.match(line)
        if not numbered:
            continue
        chapters.add(int(numbered.group(1).split(".")[0]))
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) != 4 or not all(cells):
            yield f"a line without number, words, what does it and what proves it: {line[:90]}"
    for missing in sorted(set(range(1, 18)) - chapters):
        yield f"chapter V{missing} is not in docs/security.md"


# pg_dump and psql for backups of PostgreSQL, chromium and pandoc for documents: a list of arguments, no shell.
MAY_START_PROGRAMS = {"src/gateways/child_program.cpp", "src/storage/child_process.cpp"}


def problems_of_other_programs(root):
    for file in sorted((root / "src").rglob("*.cpp")):
        if str(file.relative_to(root)) in MAY_START_PROGRAMS:
            continue
        for number, line in enumerate(file.read_text().splitlines(), 1):
            found = OTHER_PROGRAMS.search(line.split("//")[0])
            if found:
                yield f"{file.relative_to(root)}:{number} starts another program: {found.group(1)}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent)
    parser.add_argument("--list", action="store_true")
    given = parser.parse_args()
    text = (given.root / "docs" / "security.md").read_text()
    if given.list:
        for path, name in sorted(set(tests_named(text))):
            print(f"{path}\t{name}")
        return 0
    problems = [*problems_of_tests(text, given.root), *problems_of_lines(text), *problems_of_other_programs(given.root)]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
