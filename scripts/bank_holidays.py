#!/usr/bin/env python3
"""Write law/bank-holidays.toml from https://www.gov.uk/bank-holidays.json.

    scripts/bank_holidays.py bank-holidays.json > law/bank-holidays.toml

GOV.UK drops old years from its file: dates of law/bank-holidays.toml before its first year are kept. Read the
difference before you commit it: a day that vanished from the published years needs a reason.
"""
import json
import pathlib
import sys
import tomllib

HEADER = """\
# Bank holidays of the three divisions of the United Kingdom (Banking and Financial Dealings Act 1971, section 1 and
# Schedule 1, with the royal proclamations made under it). From https://www.gov.uk/bank-holidays.json.
# Contains public sector information licensed under the Open Government Licence v3.0:
# https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/
# Written by scripts/bank_holidays.py.
"""
DIVISIONS = ("england-and-wales", "scotland", "northern-ireland")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    published = json.loads(pathlib.Path(sys.argv[1]).read_text())
    ours = pathlib.Path(__file__).resolve().parent.parent / "law" / "bank-holidays.toml"
    kept = tomllib.loads(ours.read_text()) if ours.exists() else {}
    print(HEADER, end="")
    for division in DIVISIONS:
        new = {event["date"]: event["title"] for event in published[division]["events"]}
        old = {str(row["on"]): row["title"] for row in kept.get(division, {}).get("holidays", [])}
        rows = {day: title for day, title in old.items() if day[:4] < min(new)[:4]} | new
        print(f"\n[{division}]\nholidays = [")
        for day, title in sorted(rows.items()):
            print(f"  {{ on = {day}, title = {json.dumps(title, ensure_ascii=False)} }},")
        print("]")


if __name__ == "__main__":
    main()
