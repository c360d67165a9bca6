#!/usr/bin/env python3
"""Measure the pages of a filled site: scripts/bench_site.py BUILD [--cases N[,N]] [--who officer,manager] [--database URL] ...

Fills a site with `doorstep demo --cases N`, starts the server, signs in, and asks for real pages over kept connections with
wrk. CPU is the server's processor time for each request, by the kernel's accounting of its threads; wrk shares the machine,
so rate and latency depend on it too. The last lines record contacts by the form, each durable before it is answered. With
two sizes it also says by how much the median of each page grew. With --database (a PostgreSQL URL, or the word "test" for
the server of scripts/with_postgres.sh) the site is there, in a database of its own for each size."""
import argparse
import http.client
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.parse
from pathlib import Path

PORT = int(os.environ.get("DOORSTEP_BENCH_PORT", "8117"))


def processor_seconds(process):
    total = 0
    for task in Path(f"/proc/{process}/task").iterdir():
        try:
            total += int((task / "schedstat").read_text().split()[0])
        except OSError:
            pass
    return total / 1e9


class Browser:
    def __init__(self):
        self.connection = http.client.HTTPConnection("127.0.0.1", PORT)
        self.cookies = {}

    def ask(self, method, path, form=None):
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if form:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, urllib.parse.urlencode(form) if form else None, headers)
        response = self.connection.getresponse()
        body = response.read().decode("utf-8", "replace")
        for name, value in response.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        return response, body

    def sign_in(self, email):
        _, page = self.ask("GET", "/staff/sign-in")
        form = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
        response, _ = self.ask("POST", "/staff/sign-in", {**form, "email": email, "password": "doorstep demo"})
        if response.status != 303:
            sys.exit(f"Signing in was answered with {response.status}")


def run_wrk(path_or_script, seconds, connections, cookie, encoding):
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-H", f"Cookie: {cookie}"]
    if encoding:
        command += ["-H", f"Accept-Encoding: {encoding}"]
    command += path_or_script
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    requests = int(re.search(r"(\d+) requests in", out).group(1))
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1))
    latency = {}
    for percent in ("50%", "99%"):
        number, unit = re.search(percent + r"\s+([\d.]+)(us|ms|s)\b", out).groups()
        latency[percent] = float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    return requests, rate, latency["50%"], latency["99%"], int(bad.group(1)) if bad else 0


def measure(server, browser, name, path, options, script=None, encoding=None):
    response, body = browser.ask("GET", path)
    if response.status == 404 and not script:
        sys.exit(f"There is no page at {path}")
    statements = re.search(r'desc="(\d+)"', response.getheader("Server-Timing") or "")
    cookie = "; ".join(f"{k}={v}" for k, v in browser.cookies.items())
    target = ["-s", script, f"http://127.0.0.1:{PORT}{path}"] if script else [f"http://127.0.0.1:{PORT}{path}"]
    run_wrk(target, 1, options.connections, cookie, encoding)
    before = processor_seconds(server)
    requests, rate, half, most, bad = run_wrk(target, options.seconds, options.connections, cookie, encoding)
    cpu = (processor_seconds(server) - before) / max(1, requests) * 1e6
    sql = statements.group(1) if statements and not script else "-"
    note = f"  {bad} BAD" if bad else ""
    print(f"{name:34} {len(body.encode()) / 1024:7.1f} {sql:>4} {cpu:8.0f} {rate:9.0f} {half:8.2f} {most:8.2f}{note}", flush=True)
    return half


def post_script(browser, path, fields, folder, once):
    """A wrk script that sends the form at `path` with its hidden fields and these; each with a key of its own where `once`."""
    _, page = browser.ask("GET", path)
    form = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
    form.update(fields(page))
    form.pop("once", None)
    body = urllib.parse.urlencode(form)
    key = f' .. "&once=" .. string.format("%08d-{os.getpid()}", n) .. "-" .. os.time()' if once else ""
    script = Path(folder) / "form.lua"
    script.write_text(f'''wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
local n = 0
request = function()
  n = n + 1
  return wrk.format(nil, nil, nil, "{body}"{key})
end
''')
    return str(script)


def contact_script(browser, reference, folder):
    today = time.localtime()

    def fields(page):
        person = re.search(r'name="person" type="radio" value="([^"]+)"|type="radio"[^>]*name="person"[^>]*value="([^"]+)"', page)
        return {"person": next(filter(None, person.groups())), "method": "office", "result": "conversation", "still-safe": "yes",
                "summary": "Rang to say how the visit went.", "made-on-day": today.tm_mday, "made-on-month": today.tm_mon,
                "made-on-year": today.tm_year}

    return post_script(browser, f"/cases/{reference}/contacts/new", fields, folder, once=True)


def query(place, sql):
    """Rows of text, from the SQLite file or the PostgreSQL database."""
    if str(place).startswith("postgres"):
        out = subprocess.run(["psql", "-X", "-q", "-At", "-F", "\x1f", "-d", place, "-c", sql], capture_output=True, text=True, check=True).stdout
        return [line.split("\x1f") for line in out.splitlines()]
    base = sqlite3.connect(f"file:{place}?mode=ro", uri=True)
    try:
        return [[str(cell) for cell in row] for row in base.execute(sql)]
    finally:
        base.close()


def database_for(options, cases):
    """A new database on the PostgreSQL server, or nothing for SQLite."""
    if not options.database:
        return ""
    url = os.environ["DOORSTEP_TEST_POSTGRES"] if options.database == "test" else options.database
    name = f"bench_{cases}"
    if not query(url, f"SELECT 1 FROM pg_database WHERE datname = '{name}'"):
        subprocess.run(["psql", "-X", "-q", "-d", url, "-c", f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'"], check=True)
    return url.rsplit("/", 1)[0] + "/" + name


ROLES = {"officer": "asb-officer", "manager": "asb-manager"}


def who_signs_in(place, role):
    """Of those of the demo with this role the one with most open cases, and one of the cases they see with some 45 events."""
    email, account = query(place, "SELECT a.email, a.id FROM account a JOIN account_role r ON r.account_id = a.id LEFT JOIN case_file c "
                           f"ON c.owner_id = a.id AND c.state = 'open' WHERE a.is_demo AND r.role = '{ROLES[role]}' GROUP BY a.id, a.email "
                           "ORDER BY count(c.id) DESC, a.id LIMIT 1")[0]
    for owner in (f"c.owner_id = '{account}' AND", ""):
        found = query(place, "SELECT c.reference, e.length FROM case_file c JOIN event_chain e ON e.chain_id = c.id "
                      f"WHERE {owner} c.state = 'open' AND NOT c.restricted ORDER BY abs(e.length - 45), c.id LIMIT 1")
        if found:
            return email, found[0]
    sys.exit("There is no open case")


def measure_pages(options, server, place, role, scratch):
    browser = Browser()
    email, busy = who_signs_in(place, role)
    browser.sign_in(email)
    print(f"{role}: {options.connections} connections, {options.seconds} s each; the case is {busy[0]} with {busy[1]} events")
    print(f"{'page':34} {'KB':>7} {'SQL':>4} {'CPU us':>8} {'a second':>9} {'p50 ms':>8} {'p99 ms':>8}")
    case = f"/cases/{busy[0]}"
    medians = {}
    for name, path, encoding in [
            ("ready-made", "/developer/ready-made", None), ("case", case, None), ("case, compressed", case, "gzip"),
            ("case, people", case + "/people", None), ("case, plan", case + "/plan", None), ("case, risk", case + "/risk", None),
            ("record a contact, form", case + "/contacts/new", None), ("my work", "/work", None), ("triage", "/triage", None),
            ("cases", "/cases", None), ("figures", "/figures", None), ("ready-made", "/developer/ready-made", None)]:
        medians[name] = measure(server, browser, name, path, options, encoding=encoding)
    for name, words in [("search by a common word", "music"), ("search by two words", "music door"), ("search by name, misspelt", "Okafro")]:
        script = post_script(browser, "/search", lambda page: {"words": words}, scratch, once=False)
        medians[name] = measure(server, browser, name, "/search", options, script=script)
    if options.contacts:
        measure(server, browser, "record a contact, durable", case + "/contacts/new", options, script=contact_script(browser, busy[0], scratch))
    return medians


def measure_size(options, cases, scratch):
    program = Path(options.build) / "doorstep"
    folder = f"{options.keep or scratch + '/site'}-{cases}"
    database = database_for(options, cases)
    environment = {**os.environ, "DOORSTEP_DIAGNOSTICS": "true", **({"DOORSTEP_DATABASE": database} if database else {})}
    began = time.monotonic()
    subprocess.run([program, "demo", "--data", folder, "--cases", str(cases)], check=True, env=environment, stdout=subprocess.DEVNULL)
    took = time.monotonic() - began
    place = database or f"{folder}/doorstep.db"
    if database:
        query(place, "ANALYZE")
    counts = [query(place, f"SELECT count(*) FROM {table}")[0][0] for table in ("case_file", "event")]
    print(f"{'PostgreSQL' if database else 'SQLite'}: {int(counts[0]):,} cases, {int(counts[1]):,} events: filled in {took:.1f} s")
    server = subprocess.Popen([program, "serve", "--data", folder, "--listen", f"127.0.0.1:{PORT}"], stderr=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, env=environment)
    try:
        for _ in range(100):
            try:
                Browser().ask("GET", "/health")
                break
            except OSError:
                time.sleep(0.1)
        # The days of figures are counted in the first minutes of a new site.
        for _ in range(options.settle):
            if int(query(place, "SELECT count(*) FROM figure_slice")[0][0]) > 30:
                break
            time.sleep(1)
        return {role: measure_pages(options, server.pid, place, role, scratch) for role in options.who.split(",")}
    finally:
        server.terminate()
        server.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("--cases", default="4500")
    parser.add_argument("--who", default="officer")
    parser.add_argument("--database", help="a PostgreSQL URL, or test")
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--settle", type=int, default=150, help="seconds to wait for counted days")
    parser.add_argument("--contacts", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--keep", help="folders of this name with the number of cases are filled, or were before")
    options = parser.parse_args()
    sizes = [int(size) for size in options.cases.split(",")]
    with tempfile.TemporaryDirectory(prefix="doorstep-bench.") as scratch:
        reached = [measure_size(options, size, scratch) for size in sizes]
    if len(sizes) < 2:
        return
    print(f"{'median, ms':34} " + " ".join(f"{size:>10,}" for size in sizes) + f" {'grew':>8}")
    for role, pages in reached[0].items():
        for name in pages:
            times = [one[role][name] for one in reached]
            print(f"{role + ', ' + name:34} " + " ".join(f"{time or 0:10.2f}" for time in times) + f" {times[-1] / times[0]:8.2f}")


main()
