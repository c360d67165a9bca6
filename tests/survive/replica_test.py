#!/usr/bin/env python3
"""A primary that dies under write load, and its synchronous replica that takes over: tests/survive/replica_test.py [--rounds N]

Two PostgreSQL servers, the second a synchronous standby of the first; doorstep names both in its connection string. Under write
load the primary and all its children are killed at once and the standby is promoted, as a cluster manager would. Everything
acknowledged must be on the new primary, doorstep must find it without help, and a reader must see the right page or a 503."""
import argparse
import threading
import time

from doorstep_site import Browser, Scratch, Site, checks_clean, make_site, officer_of, require, run_test, FIRST_PORT
from postgres_server import PostgresServer
from whole import require_whole
from writers import Writers


class Reader(threading.Thread):
    """Somebody who reads a case over and over: when each answer came, its status, and whether it was the right page."""

    def __init__(self, port, cookies, reference):
        super().__init__()
        self.browser, self.reference = Browser(port, cookies), reference
        self.answers, self.stopping = [], threading.Event()

    def run(self):
        while not self.stopping.wait(0.02):
            try:
                response, page = self.browser.ask("GET", f"/cases/{self.reference}")
                right = self.reference in page if response.status == 200 else "the service is unavailable" in page
                self.answers.append((time.monotonic(), response.status, right))
            except Exception as error:
                self.answers.append((time.monotonic(), type(error).__name__, False))
        self.browser.close()


def one_round(scratch, number):
    home = scratch / f"round{number}"
    home.mkdir()
    with PostgresServer(home / "one", FIRST_PORT + 5).create().start() as primary, PostgresServer(home / "two", FIRST_PORT + 6) as standby:
        url = primary.new_database("survive")
        site = make_site(home / "site", url)
        standby.copy_of(primary, "standby").start()
        # Not before: a synchronous commit waits for the standby.
        primary.sql("ALTER SYSTEM SET synchronous_standby_names = 'standby'")
        primary.sql("SELECT pg_reload_conf()")
        for _ in range(100):
            if primary.sql("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") == "1":
                break
            time.sleep(0.05)
        else:
            require(False, "The standby never became synchronous")
        both = f"postgresql://doorstep@127.0.0.1:{primary.port},127.0.0.1:{standby.port}/survive?target_session_attrs=read-write"
        site = Site(site.folder, both, FIRST_PORT)
        account, email, references = officer_of(site)
        began = int(time.time() * 1000)
        site.start()
        writers = Writers(site.port, email, account, references, count=6, seed=number)
        readers = [Reader(site.port, writers.officers[0].browser.cookies, reference) for reference in references[:2]]
        writers.start()
        for reader in readers:
            reader.start()
        time.sleep(2)
        killed = time.monotonic()
        before = len(writers.told)
        primary.kill()
        standby.promote()
        promoted = time.monotonic()
        while len(writers.told) < before + 20:
            require(time.monotonic() - promoted < 30, "Nobody could write after the standby was promoted")
            time.sleep(0.02)
        writing = time.monotonic() - promoted
        time.sleep(1)
        writers.stop()
        for reader in readers:
            reader.stopping.set()
            reader.join()
        answers = sorted(answer for reader in readers for answer in reader.answers)
        wrong = [answer for answer in answers if not answer[2] or answer[1] not in (200, 503)]
        require(not wrong, f"A reader got something else than the page or a 503: {wrong[:3]}")
        away = [answer[0] for answer in answers if answer[1] == 503]
        last = max(away) - killed if away else 0
        odd = {entry[3] for entry in writers.refused.values()} - {503}
        require(not odd, f"A write was answered {odd}")
        site.database = standby.url("survive")
        require_whole(site, writers.told, began)
        checks_clean(site)
        site.stop()
        print(f"  {len(writers.told)} writes acknowledged ({before} before the kill) and all on the new primary; {len(away)} of {len(answers)} reads 503, "
              f"the last {last:.1f} s after the kill (promotion took {promoted - killed:.1f} s); writes again {writing:.2f} s after it; "
              f"{len(writers.refused)} writes answered 503", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    with Scratch() as scratch:
        for number in range(1, options.rounds + 1):
            one_round(scratch, number)


if __name__ == "__main__":
    run_test(main)
