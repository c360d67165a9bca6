#!/usr/bin/env python3
"""Write an assembler file that embeds every file of some directories, and a table of name, start and size.

The table is sorted by name so that base/embedded.cpp can search it. Names are paths from --root, with
"frontend/dist/" shortened to "assets/".
"""
import argparse
import pathlib


def files_below(root, directories):
    for directory in directories:
        for path in sorted((root / directory).rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                name = path.relative_to(root).as_posix()
                yield name.replace("frontend/dist/", "assets/", 1), path


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=pathlib.Path, required=True)
    parser.add_argument("--output", type=pathlib.Path, required=True)
    parser.add_argument("directories", nargs="+")
    arguments = parser.parse_args()

    entries = sorted(files_below(arguments.root, arguments.directories))
    lines = ['.section .rodata, "a"', ".balign 16"]
    for number, (_, path) in enumerate(entries):
        lines += [f"data_{number}:", f'.incbin "{path}"', f"end_{number}:", ".byte 0", ".balign 8"]
    for number, (name, _) in enumerate(entries):
        lines += [f'name_{number}: .asciz "{name}"']
    lines += ['.section .data.rel.ro, "aw"', ".balign 8", ".global doorstep_embedded_table", "doorstep_embedded_table:"]
    for number, _ in enumerate(entries):
        lines += [f".quad name_{number}, data_{number}, end_{number} - data_{number}"]
    lines += [".global doorstep_embedded_count", "doorstep_embedded_count:", f".quad {len(entries)}"]
    lines += ['.section .note.GNU-stack, "", @progbits', ""]
    arguments.output.write_text("\n".join(lines))


if __name__ == "__main__":
    main()
