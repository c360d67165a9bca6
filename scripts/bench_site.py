#!/usr/bin/env python3
"""Measure the pages of a filled site: scripts/bench_site.py BUILD [--cases N] [--seconds S] [--connections C] [--keep DIR]

Fills a site with `doorstep demo --cases N`, starts the server, signs in as the officer, and asks for real pages over kept
connections with wrk. CPU is the server's processor time for each request, by the kernel's accounting of its threads; wrk
shares the machine, so rate and latency depend on it too. The last lines record contacts by the form, each durable before
it is answered."""
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
        print(f"{name:34} not there yet ({path})")
        return
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


def contact_script(browser, reference, folder):
    _, page = browser.ask("GET", f"/cases/{reference}/contacts/new")
    form = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
    person = re.search(r'name="person" type="radio" value="([^"]+)"|type="radio"[^>]*name="person"[^>]*value="([^"]+)"', page)
    today = time.localtime()
    form.update({"person": next(filter(None, person.groups())), "method": "office", "result": "conversation", "summary": "Rang to say how the visit went.",
                 "still-safe": "yes", "made-on-day": today.tm_mday, "made-on-month": today.tm_mon, "made-on-year": today.tm_year})
    form.pop("once", None)
    body = urllib.parse.urlencode(form)
    script = Path(folder) / "contact.lua"
    script.write_text(f'''wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
local n = 0
request = function()
  n = n + 1
  return wrk.format(nil, nil, nil, "{body}&once=" .. string.format("%08d-{os.getpid()}", n) .. "-" .. os.time())
end
''')
    return str(script)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("--cases", type=int, default=4500)
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--keep", help="a folder to fill, or that was filled before")
    options = parser.parse_args()
    program = Path(options.build) / "doorstep"
    with tempfile.TemporaryDirectory(prefix="doorstep-bench.") as scratch:
        folder = options.keep or scratch + "/site"
        began = time.monotonic()
        subprocess.run([program, "demo", "--data", folder, "--cases", str(options.cases)], check=True)
        took = time.monotonic() - began
        base = sqlite3.connect(f"file:{folder}/doorstep.db?mode=ro", uri=True)
        count = lambda table: base.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        print(f"{count('case_file'):,} cases, {count('event'):,} events: filled in {took:.1f} s")
        officer, email = base.execute("SELECT a.id, a.email FROM case_file c JOIN account a ON a.id = c.owner_id WHERE c.state = 'open' "
                                      "AND a.is_demo GROUP BY a.id, a.email ORDER BY count(*) DESC, a.id LIMIT 1").fetchone()
        busy = base.execute("SELECT c.reference, e.length FROM case_file c JOIN event_chain e ON e.chain_id = c.id "
                            "WHERE c.owner_id = ? AND c.state = 'open' AND NOT c.restricted ORDER BY abs(e.length - 45) LIMIT 1", (officer,)).fetchone()
        base.close()
        server = subprocess.Popen([program, "serve", "--data", folder, "--listen", f"127.0.0.1:{PORT}"], stderr=subprocess.DEVNULL,
                                  stdout=subprocess.DEVNULL, env={**os.environ, "DOORSTEP_DIAGNOSTICS": "true"})
        try:
            browser = Browser()
            for _ in range(100):
                try:
                    browser.ask("GET", "/health")
                    break
                except OSError:
                    browser = Browser()
                    time.sleep(0.1)
            browser.sign_in(email)
            print(f"{options.connections} connections, {options.seconds} s each; the case is {busy[0]} with {busy[1]} events")
            print(f"{'page':34} {'KB':>7} {'SQL':>4} {'CPU us':>8} {'a second':>9} {'p50 ms':>8} {'p99 ms':>8}")
            case = f"/cases/{busy[0]}"
            for name, path, encoding in [
                    ("ready-made", "/developer/ready-made", None), ("case", case, None), ("case, compressed", case, "gzip"),
                    ("case, people", case + "/people", None), ("case, plan", case + "/plan", None), ("case, risk", case + "/risk", None),
                    ("record a contact, form", case + "/contacts/new", None), ("my work", "/work", None), ("triage", "/triage", None),
                    ("cases", "/cases", None), ("search by words", "/search?q=music", None), ("search by name", "/search?q=Okafro", None),
                    ("figures", "/figures", None), ("ready-made", "/developer/ready-made", None)]:
                measure(server.pid, browser, name, path, options, encoding=encoding)
            measure(server.pid, browser, "record a contact, durable", case + "/contacts/new", options, script=contact_script(browser, busy[0], scratch))
        finally:
            server.terminate()
            server.wait()


main()
