#!/usr/bin/env python3
"""The bars a landlord's site must clear, one line each: scripts/bench_bars.py BUILD [--cases N] [--seconds S]

Fills a site, then measures what bench_site.py does not: filling, readiness, memory, contacts recorded one at a time and by
64 people beside bare SQLite commits on the same disk, a backup while people read, and its restore. Prints what was asked
and what was reached; nobody's machine fails for being slow."""
import argparse
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "survive"))
import doorstep_site as site_of  # noqa: E402

BARE_ROW = "x" * 700  # what a contact, its event and its clocks come to


def line(what, bar, reached):
    print(f"{what:58} {bar:>22} {reached:>26}", flush=True)


def bare_commits(folder, seconds):
    """Commits a second of one row each, one at a time, synced: what the disk allows."""
    path = Path(folder) / "bare.db"
    base = sqlite3.connect(path, isolation_level=None)
    base.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (id INTEGER PRIMARY KEY, words TEXT)")
    began, done = time.monotonic(), 0
    while time.monotonic() - began < seconds:
        base.execute("INSERT INTO t (words) VALUES (?)", (BARE_ROW,))
        done += 1
    base.close()
    path.unlink()
    return done / seconds


class Load:
    """People at work from threads of this program, who go from case to case: hundreds of contacts on one would measure
    something else."""

    def __init__(self, site, people):
        account, email, _ = site_of.officer_of(site)
        rows = site.query("SELECT c.reference FROM case_file c WHERE c.state = 'open' AND NOT c.restricted "
                          f"AND c.owner_id = '{account}' ORDER BY c.opened_on DESC LIMIT 320")
        references = [row[0] for row in rows]
        first = site_of.Officer(site.port, email, account, references)
        for reference in references:
            first.form("contact", reference)
        self.people = [first] + [site_of.Officer.__new__(site_of.Officer) for _ in range(people - 1)]
        for person in self.people[1:]:
            person.account, person.references, person.forms = account, references, first.forms
            person.browser = site_of.Browser(site.port, first.browser.cookies)
        self.took = []

    def record(self, seconds):
        ends = time.monotonic() + seconds

        def work(person, number):
            while time.monotonic() < ends:
                number += len(self.people)
                reference = person.references[number % len(person.references)]
                write = person.fill("contact", reference, "Rang to say how the visit went.")
                began = time.monotonic()
                if person.send(write) == 303:
                    self.took.append(time.monotonic() - began)

        threads = [threading.Thread(target=work, args=(person, number)) for number, person in enumerate(self.people)]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]
        return len(self.took) / seconds, max(self.took, default=0)


def run_wrk(site, cookie, path, seconds, connections):
    out = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-H", f"Cookie: {cookie}",
                          f"http://127.0.0.1:{site.port}{path}"], capture_output=True, text=True, check=True).stdout
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)\b", out).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("--cases", type=int, default=100000)
    parser.add_argument("--seconds", type=int, default=4)
    options = parser.parse_args()
    os.environ["DOORSTEP_BUILD"] = options.build
    with tempfile.TemporaryDirectory(prefix="doorstep-bars.") as scratch:
        folder = Path(scratch)
        site = site_of.Site(folder / "site")
        began = time.monotonic()
        site.run("demo", "--cases", str(options.cases))
        took = time.monotonic() - began
        events = site.number("SELECT count(*) FROM event")
        line("bar", "asked", "reached")
        line(f"{options.cases:,} cases, {events:,} events: filled", "2,000 a second", f"{options.cases / took:,.0f} a second")

        began = time.monotonic()
        site.start()
        line("ready to serve after a start", "0.5 s", f"{time.monotonic() - began:.2f} s")
        time.sleep(3)
        line("memory when idle", "60 MB", f"{site.memory() / 1e6:.0f} MB")

        bare = bare_commits(scratch, options.seconds)
        line("bare SQLite commits, one at a time", "-", f"{bare:,.0f} a second")
        rate, _ = Load(site, 1).record(options.seconds)
        line("contacts recorded by one person", "0.6 of bare", f"{rate:,.0f} a second, {rate / bare:.2f}")
        rate, slowest = Load(site, 64).record(options.seconds)
        line("contacts recorded by 64 people", "2 of bare", f"{rate:,.0f} a second, {rate / bare:.2f}")
        line("the slowest of them", "100 ms", f"{slowest * 1000:.0f} ms")

        account, email, references = site_of.officer_of(site)
        browser = site_of.Browser(site.port).sign_in(email)
        cookie = "; ".join(f"{k}={v}" for k, v in browser.cookies.items())
        path = f"/cases/{references[0]}"
        run_wrk(site, cookie, path, options.seconds, 64)
        line("memory under load", "200 MB", f"{site.memory() / 1e6:.0f} MB")

        copy = folder / "copy.db"
        backup = {}

        def back_up():
            start = time.monotonic()
            site.run("db", "backup", str(copy))
            backup["took"] = time.monotonic() - start

        thread = threading.Thread(target=back_up)
        thread.start()
        slow = 0
        while thread.is_alive():
            slow = max(slow, run_wrk(site, cookie, path, 2, 8))
        thread.join()
        line(f"p99 of pages during a backup of {copy.stat().st_size / 1e6:,.0f} MB ({backup['took']:.0f} s)", "50 ms", f"{slow:.0f} ms")
        site.stop()

        fresh = site_of.Site(folder / "fresh")
        began = time.monotonic()
        fresh.run("db", "restore", str(copy))
        fresh.run("db", "check")
        line("restore and check of it", "60 s", f"{time.monotonic() - began:.0f} s")
        shutil.rmtree(folder / "fresh", ignore_errors=True)


main()
