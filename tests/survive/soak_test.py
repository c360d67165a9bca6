#!/usr/bin/env python3
"""Mixed load for a long time, and memory that must stay where it is: tests/survive/soak_test.py [--minutes N] [--on sqlite|postgres]

Officers read and write, somebody searches, looks at figures and signs in and out, files are uploaded and refused. Once the
server is warm, its own memory (without files that the kernel keeps) may not grow by more than 5 parts in 100."""
import argparse
import random
import threading
import time

from crowd_test import big_film, upload
from doorstep_site import Browser, Scratch, checks_clean, make_site, officer_of, require, run_test, FIRST_PORT
from postgres_server import PostgresServer
from whole import require_whole
from writers import Writers

PAGES = ("/work", "/cases", "/triage", "/search?q=music", "/search?q=Okafro", "/figures", "/team", "/health", "/metrics", "/staff/account",
         "/cases/{}", "/cases/{}/people", "/cases/{}/plan", "/cases/{}/history", "/cases/{}/evidence", "/no-such-page")


class Mixed(threading.Thread):
    """A reader who now and then signs in anew, and now and then sends a file."""

    def __init__(self, number, port, email, references, stopping):
        super().__init__()
        self.number, self.port, self.email, self.references = number, port, email, references
        self.stopping, self.asked, self.odd = stopping, 0, []

    def run(self):
        chance = random.Random(self.number)
        browser = Browser(self.port).sign_in(self.email)
        while not self.stopping.is_set():
            try:
                path = chance.choice(PAGES).format(chance.choice(self.references))
                response, _ = browser.ask("GET", path)
                if response.status not in (200, 403, 404):
                    self.odd.append((path, response.status))
                self.asked += 1
                if chance.random() < 0.002:
                    browser.close()
                    browser = Browser(self.port).sign_in(self.email)
                if chance.random() < 0.002:
                    upload(self.port, browser.cookies, self.references[0], "film.mp4", big_film(3, chance.randrange(1 << 30)), 3_000_000)
            except Exception as error:
                self.odd.append((type(error).__name__, str(error)))
                browser.close()
            self.stopping.wait(0.02)


def settled(samples):
    """The middle of some measurements of memory."""
    return sorted(samples)[len(samples) // 2]


def soak(site, minutes):
    account, email, references = officer_of(site)
    began = int(time.time() * 1000)
    site.start()
    writers = Writers(site.port, email, account, references, count=2, pause=0.05)
    stopping = threading.Event()
    readers = [Mixed(n, site.port, email, references, stopping) for n in range(4)]
    seconds = minutes * 60
    # A quarter of the time, at most five minutes, to fill the caches that are meant to be filled.
    warm = min(300, seconds / 4)
    for reader in readers:
        reader.start()
    writers.start()
    samples = []
    start = time.monotonic()
    while time.monotonic() - start < seconds:
        time.sleep(min(5, seconds / 40))
        samples.append((time.monotonic() - start, site.memory()))
        if len(samples) % 60 == 0:
            print(f"    {samples[-1][0] / 60:.0f} min: {samples[-1][1] / 1e6:.1f} MB", flush=True)
    stopping.set()
    writers.stop()
    for reader in readers:
        reader.join()
    warmed = [memory for at, memory in samples if at >= warm]
    part = max(3, len(warmed) // 5)
    first, last = settled(warmed[:part]), settled(warmed[-part:])
    growth = (last - first) / first * 100
    asked = sum(reader.asked for reader in readers)
    odd = [entry for reader in readers for entry in reader.odd]
    require(not odd, f"{len(odd)} odd answers, the first {odd[:2]}")
    require(not writers.refused, f"Writes were refused: {[e[3] for e in writers.refused.values()][:3]}")
    require_whole(site, writers.told, began)
    site.stop()
    checks_clean(site)
    print(f"  {minutes:g} minutes: {asked} pages and {len(writers.told)} writes; memory {first / 1e6:.1f} MB when warm, {last / 1e6:.1f} MB at the end "
          f"({growth:+.1f}%), most {max(m for _, m in samples) / 1e6:.1f} MB", flush=True)
    return growth


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--on", choices=["sqlite", "postgres"], default="sqlite")
    options = parser.parse_args()
    # In a minute the caches of a server are still being filled: the short form looks for a leak, the long one for the bar.
    allowed = 5 if options.minutes >= 20 else 15
    with Scratch() as scratch:
        if options.on == "sqlite":
            growth = soak(make_site(scratch / "site", cases=1000), options.minutes)
        else:
            with PostgresServer(scratch / "postgres", FIRST_PORT + 5).create().start() as postgres:
                growth = soak(make_site(scratch / "site", postgres.new_database("survive"), cases=1000), options.minutes)
        require(growth <= allowed, f"Memory grew by {growth:.1f}%")


if __name__ == "__main__":
    run_test(main)
