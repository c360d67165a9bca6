#!/usr/bin/env python3
"""Two doorstep processes on one PostgreSQL: tests/survive/two_servers_test.py [--seconds N]

People signed in at one server write at the other, on the same cases, while every job is made due again and again. Sessions must
work on both, no chain may fork, nothing may be lost, doubled or halved, and each job must run once for each time it is due."""
import argparse
import threading
import time

from doorstep_site import Browser, Scratch, Site, checks_clean, make_site, officer_of, require, run_test, FIRST_PORT
from postgres_server import PostgresServer
from whole import require_whole
from writers import Writers

# Who took a job, when, and when it was given back. A test's own; the program does not know of it.
WATCH_JOBS = """
CREATE TABLE job_taken (name TEXT, holder TEXT, due BIGINT, at TIMESTAMPTZ DEFAULT clock_timestamp(), ended TIMESTAMPTZ);
CREATE FUNCTION watch_job() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.leased_by <> '' AND OLD.leased_by <> NEW.leased_by THEN
    INSERT INTO job_taken (name, holder, due) VALUES (NEW.name, NEW.leased_by, OLD.next_at);
  ELSIF NEW.leased_by = '' AND OLD.leased_by <> '' THEN
    UPDATE job_taken SET ended = clock_timestamp() WHERE name = OLD.name AND holder = OLD.leased_by AND ended IS NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER watch_job BEFORE UPDATE ON job FOR EACH ROW EXECUTE FUNCTION watch_job();
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=8)
    options = parser.parse_args()
    with Scratch() as scratch, PostgresServer(scratch / "postgres", FIRST_PORT + 5).create().start() as postgres:
        first = make_site(scratch / "site", postgres.new_database("survive"))
        second = Site(first.folder, first.database, FIRST_PORT + 1)
        account, email, references = officer_of(first)
        began = int(time.time() * 1000)
        first.start()
        second.start()

        here = Writers(first.port, email, account, references[:3], count=4, seed=1)
        there = Writers(first.port, email, account, references[:3], count=4, seed=2)
        there.connect_to(second.port)
        there.round = 1000
        for writers in (here, there):
            response, page = writers.officers[0].browser.ask("GET", "/work")
            require(response.status == 200, f"A session was not known on the other server: {response.status}")
        postgres.sql(WATCH_JOBS, "survive")
        here.start()
        there.start()
        ends = time.monotonic() + options.seconds
        due = 0
        while time.monotonic() < ends:
            due += 1
            # Due at a moment of its own, so that each time is told from the others; only jobs that nobody is at.
            postgres.sql(f"UPDATE job SET next_at = {due} WHERE leased_by = ''", "survive")
            time.sleep(1.2)
        here.stop()
        there.stop()
        time.sleep(2.5)
        taken = [row.split("|") for row in postgres.sql(
            "SELECT name, due, count(*), count(DISTINCT holder) FROM job_taken GROUP BY name, due", "survive").splitlines()]
        twice = [row for row in taken if int(row[2]) != 1]
        require(not twice, f"A job ran twice for one time it was due: {twice[:4]}")
        overlap = postgres.sql("SELECT count(*) FROM job_taken a JOIN job_taken b ON a.name = b.name AND a.ctid <> b.ctid "
                               "AND a.at < coalesce(b.ended, 'infinity') AND b.at < coalesce(a.ended, 'infinity')", "survive")
        require(overlap == "0", f"{overlap} runs of a job overlapped")
        holders = postgres.sql("SELECT count(DISTINCT holder) FROM job_taken", "survive")
        failed = postgres.sql("SELECT name || ': ' || last_error FROM job WHERE last_error <> ''", "survive")
        require(not failed, f"A job failed: {failed[:400]}")
        refused = [*here.refused.values(), *there.refused.values()]
        require(not refused, f"{len(refused)} writes were refused, the first with {refused[:1] and refused[0][3]}")
        told = {**here.told, **there.told}
        require_whole(first, told, began)
        checks_clean(first)
        browser = Browser(second.port, here.officers[0].browser.cookies)
        response, page = browser.ask("GET", "/work")
        require(response.status == 200, "The session ended")
        first.stop()
        require(browser.ask("GET", "/work")[0].status == 200, "The second server did not go on without the first")
        second.stop()
        print(f"  {len(here.told)} + {len(there.told)} writes on {len(references[:3])} cases by two servers; {len(taken)} job runs by {holders} holders, "
              "each once; chains whole", flush=True)


if __name__ == "__main__":
    run_test(main)
