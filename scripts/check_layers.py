#!/usr/bin/env python3
"""Check the includes between folders of src/ against the layers in CMakeLists.txt.

Each doorstep_library(folder DEPENDS ...) line says which folders a folder may include: those listed, and those that
the listed ones list in turn. doorstep_program(name FOLDER folder DEPENDS ...) says the same for the program's folder.
"""
import argparse
import pathlib
import re
import sys

DECLARATION = re.compile(r"^doorstep_(library|program)\(\s*([^)]*)\)", re.MULTILINE)
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)
KEYWORDS = {"DEPENDS", "LINKS", "FOLDER"}


def declared_layers(cmake_text):
    """Folder -> the folders it lists."""
    without_comments = re.sub(r"#.*", "", cmake_text)
    layers = {}
    for kind, body in DECLARATION.findall(without_comments):
        name, *words = body.split()
        values, keyword = {}, None
        for word in words:
            if word in KEYWORDS:
                keyword = word
            else:
                values.setdefault(keyword, []).append(word)
        folder = values.get("FOLDER", [name])[0] if kind == "program" else name
        layers[folder] = values.get("DEPENDS", [])
    return layers


def reachable(layers, folder):
    found, waiting = set(), list(layers[folder])
    while waiting:
        next_folder = waiting.pop()
        if next_folder not in found:
            found.add(next_folder)
            waiting += layers.get(next_folder, [])
    return found


def check_declarations(layers):
    for folder, listed in layers.items():
        for other in listed:
            if other not in layers:
                yield f"CMakeLists.txt: {folder} depends on {other}, which is no folder of src/"
        if folder in reachable(layers, folder):
            yield f"CMakeLists.txt: {folder} depends on itself, by way of another folder"


def check_file(path, root, layers):
    where = path.relative_to(root)
    folder = where.parts[1]
    if folder not in layers:
        yield f"{where}: src/{folder} has no doorstep_library line in CMakeLists.txt"
        return
    allowed = reachable(layers, folder) | {folder}
    text = path.read_text()
    for match in INCLUDE.finditer(text):
        included = match.group(1)
        line = text.count("\n", 0, match.start(1)) + 1
        other = included.split("/")[0]
        if "/" not in included or included.startswith("."):
            yield f'{where}:{line}: write "{included}" as a path from src/'
        elif other == "support" and path.name.endswith("_test.cpp"):
            continue  # tests/support stands beside every folder's tests
        elif other not in layers:
            yield f'{where}:{line}: "{included}" is in no folder of src/ (use <...> for what is not ours)'
        elif other not in allowed:
            yield f'{where}:{line}: {folder} may not use {other} ("{included}"); CMakeLists.txt says which layers it may'


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    root = parser.parse_args().root
    layers = declared_layers((root / "CMakeLists.txt").read_text())
    problems = list(check_declarations(layers))
    for path in sorted((root / "src").rglob("*")):
        if path.suffix in (".h", ".cpp"):
            problems += check_file(path, root, layers)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
