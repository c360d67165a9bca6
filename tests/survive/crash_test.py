#!/usr/bin/env python3
"""Kill the server with SIGKILL at random moments under write load: tests/survive/crash_test.py [--rounds N] [--seed N] [--on sqlite|postgres]

Six people record contacts, notes and tasks by the real forms, each on a kept connection. At a random moment the server is
killed. Each time `db check` and `audit verify` must find nothing, and after a new start, without signing in again: every write that
was answered 303 is there, once, with its event; none is half there; and what was sent but never answered can be sent again
without making two of it."""
import argparse
import random
import time

from doorstep_site import Scratch, checks_clean, make_site, officer_of, run_test, require, FIRST_PORT
from postgres_server import PostgresServer
from whole import require_whole
from writers import Writers


def rounds_on(site, rounds, seed):
    chance = random.Random(seed)
    account, email, references = officer_of(site)
    began = int(time.time() * 1000)
    site.start()
    writers = Writers(site.port, email, account, references, seed=seed)
    ready = []
    interrupted = told_before = 0
    for number in range(1, rounds + 1):
        writers.start()
        time.sleep(chance.uniform(0.02, 0.6))
        site.kill()
        writers.stop()
        require(not writers.refused, f"A write was refused: {list(writers.refused.values())[:1]}")
        interrupted += len(writers.open)
        checks_clean(site)
        site.start(wait=False)
        ready.append(site.wait_until_ready())
        writers.press_again()
        if number % 10 == 0 or number == rounds:
            require(len(writers.told) > told_before, "Nothing was written in ten rounds: the test measures nothing")
            told_before = len(writers.told)
            require_whole(site, writers.told, began)
            print(f"  {number} kills: {len(writers.told)} writes acknowledged and there, {interrupted} interrupted and sent again, "
                  f"ready after {sorted(ready)[len(ready) // 2]:.2f} s (slowest {max(ready):.2f} s)", flush=True)
    site.stop()
    checks_clean(site)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--on", choices=["sqlite", "postgres", "both"], default="both")
    options = parser.parse_args()
    with Scratch() as scratch:
        if options.on != "postgres":
            print("Killed while writing, SQLite", flush=True)
            rounds_on(make_site(scratch / "sqlite"), options.rounds, options.seed)
        if options.on != "sqlite":
            print("Killed while writing, PostgreSQL", flush=True)
            with PostgresServer(scratch / "postgres", FIRST_PORT + 5).create().start() as postgres:
                rounds_on(make_site(scratch / "site", postgres.new_database("survive")), options.rounds, options.seed)


if __name__ == "__main__":
    run_test(main)
