"""A real server on a real site, for the tests of this folder: what starts, signs in, writes and looks into the database.

Nothing here knows what a test is about. A site lives in a temporary folder; its database is SQLite or a PostgreSQL server
that the test started (postgres_server.py). Ports are DOORSTEP_SURVIVE_PORT (8150) and the nine after it."""
import http.client
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.parse
import uuid
from datetime import date, timedelta
from pathlib import Path

FIRST_PORT = int(os.environ.get("DOORSTEP_SURVIVE_PORT", "8150"))
PASSWORD = "doorstep demo"


STARTED = []  # sites, so that none outlives its test


class Failed(Exception):
    """What the product should not have done, in a sentence."""


def require(condition, sentence):
    if not condition:
        raise Failed(sentence)


def program():
    build = os.environ.get("DOORSTEP_BUILD", "build/release")
    return str(Path(build).resolve() / "doorstep")


class Scratch:
    """A temporary folder, on disk: what a crash loses depends on where the file is."""

    def __init__(self):
        self.path = Path(tempfile.mkdtemp(prefix="doorstep-survive."))
        os.chmod(self.path, 0o755)

    def __enter__(self):
        return self.path

    def __exit__(self, *_):
        subprocess.run(["chmod", "-R", "u+rwX", self.path], check=False)
        shutil.rmtree(self.path, ignore_errors=True)


class Site:
    """A data folder and the server that serves it."""

    def __init__(self, folder, database="", port=FIRST_PORT, environment=None):
        self.folder, self.database, self.port = Path(folder), database, port
        self.environment = {**os.environ, "DOORSTEP_DIAGNOSTICS": "true", **(environment or {})}
        if database:
            self.environment["DOORSTEP_DATABASE"] = database
        self.server, self.log = None, None

    def run(self, *arguments, check=True, **more):
        """A command of the program; its exit code, output and messages."""
        done = subprocess.run([program(), "--data", str(self.folder), *arguments], env=self.environment, capture_output=True,
                              text=True, **more)
        if check and done.returncode != 0:
            raise Failed(f"doorstep {' '.join(arguments)} ended with {done.returncode}: {done.stdout[-800:]}{done.stderr[-800:]}")
        return done

    def start(self, prefix=(), wait=True, log=None):
        with socket.socket() as probe:
            require(probe.connect_ex(("127.0.0.1", self.port)) != 0, f"Something else answers at port {self.port}")
        STARTED.append(self)
        self.log_path = Path(log or f"{self.folder}.{self.port}.log")
        self.log = open(self.log_path, "ab")
        self.server = subprocess.Popen([*prefix, program(), "--data", str(self.folder), "serve", "--listen", f"127.0.0.1:{self.port}"],
                                       env=self.environment, stdout=self.log, stderr=self.log)
        if wait:
            self.wait_until_ready()
        return self

    def wait_until_ready(self, seconds=20):
        began = time.monotonic()
        while time.monotonic() - began < seconds:
            if self.server and self.server.poll() is not None:
                raise Failed(f"The server ended with {self.server.returncode}: {self.last_words()}")
            if self.health() == 200:
                return time.monotonic() - began
            time.sleep(0.02)
        raise Failed(f"The server was not ready within {seconds} s: {self.last_words()}")

    def health(self):
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=5) as s:
                s.sendall(b"GET /health HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
                return int((s.recv(64).split(b" ") + [b"0", b"0"])[1] or 0)
        except (OSError, ValueError):
            return 0

    def last_words(self):
        return self.log_path.read_text(errors="replace")[-1500:]

    def kill(self):
        self.server.send_signal(signal.SIGKILL)
        self.server.wait()
        self.log.close()

    def stop(self):
        if self.server and self.server.poll() is None:
            self.server.terminate()
            try:
                self.server.wait(40)
            except subprocess.TimeoutExpired:
                self.kill()
                raise Failed("The server did not stop when asked")
        if self.log:
            self.log.close()

    def query(self, sql):
        """Rows of text. Reads beside the server."""
        if self.database:
            done = subprocess.run(["psql", "-X", "-q", "-At", "-F", "\x1f", "-d", self.database, "-c", sql], capture_output=True, text=True)
            require(done.returncode == 0, f"psql: {done.stderr}")
            return [line.split("\x1f") for line in done.stdout.splitlines()]
        base = sqlite3.connect(f"file:{self.folder}/doorstep.db?mode=ro", uri=True, timeout=10)
        try:
            return [["" if cell is None else str(cell) for cell in row] for row in base.execute(sql)]
        finally:
            base.close()

    def number(self, sql):
        return int(self.query(sql)[0][0])

    def memory(self):
        """Bytes of the server's own memory: anonymous, without the pages of files that the kernel may drop."""
        text = Path(f"/proc/{self.server.pid}/status").read_text()
        return int(re.search(r"RssAnon:\s+(\d+)", text).group(1)) * 1024


class Browser:
    """One kept connection with its cookies."""

    def __init__(self, port=FIRST_PORT, cookies=None, timeout=30):
        self.port, self.cookies, self.timeout = port, dict(cookies or {}), timeout
        self.connection = None

    def ask(self, method, path, form=None, body=None, content_type=None):
        if not self.connection:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())} if self.cookies else {}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urllib.parse.urlencode(form)
        elif content_type:
            headers["Content-Type"] = content_type
        try:
            self.connection.request(method, path, body, headers)
            response = self.connection.getresponse()
            text = response.read().decode("utf-8", "replace")
        except Exception:
            self.close()
            raise
        for name, value in response.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        return response, text

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection = None

    def sign_in(self, email):
        _, page = self.ask("GET", "/staff/sign-in")
        response, _ = self.ask("POST", "/staff/sign-in", {**hidden_fields(page), "email": email, "password": PASSWORD})
        require(response.status == 303, f"Signing in was answered with {response.status}")
        return self


def hidden_fields(page):
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))


def day_fields(name, day):
    return {f"{name}-day": day.day, f"{name}-month": day.month, f"{name}-year": day.year}


class Officer:
    """Somebody at work: writes by the real forms, each write with a marker in it by which it is found again."""

    KINDS = ("contact", "note", "task")

    def __init__(self, port, email, account, references):
        self.account, self.references = account, references
        self.browser = Browser(port).sign_in(email)
        self.forms = {}

    def form(self, kind, reference):
        """The hidden fields of a form, and what a choice in it may be; asked for once."""
        if (kind, reference) not in self.forms:
            path = f"/cases/{reference}/{kind}s/new"
            response, page = self.browser.ask("GET", path)
            require(response.status == 200, f"{path} was answered with {response.status}")
            fields = hidden_fields(page)
            if kind == "contact":
                fields["person"] = re.search(r'<input[^>]*name="person"[^>]*type="radio"[^>]*value="([^"]+)"', page).group(1)
            self.forms[kind, reference] = fields
        return dict(self.forms[kind, reference])

    def fill(self, kind, reference, marker):
        """A write that is ready to be sent, also a second time: its path and fields."""
        fields = {**self.form(kind, reference), "once": uuid.uuid4().hex}
        if kind == "contact":
            fields |= {"method": "office", "result": "conversation", "summary": marker, "still-safe": "yes", **day_fields("made-on", date.today())}
        elif kind == "note":
            fields["note"] = marker
        else:
            fields |= {"what": marker, "owner": self.account, **day_fields("due-on", date.today() + timedelta(days=9))}
        return f"/cases/{reference}/{kind}s/new", fields

    def send(self, write):
        """The status of the answer."""
        return self.browser.ask("POST", *write)[0].status


def make_site(folder, database="", cases=600, port=FIRST_PORT):
    """Elmfield Homes, small. On PostgreSQL by way of `db copy`."""
    site = Site(folder, "", port)
    site.run("demo", "--cases", str(cases), "--homes", "400")
    if not database:
        return site
    site.run("db", "copy", "--from", str(folder), "--to", database)
    os.rename(f"{folder}/doorstep.db", f"{folder}/copied-from.db")
    return Site(folder, database, port)


def officer_of(site):
    """Of those who can sign in, whoever has most to do: account, address, and the open cases that are theirs to write on."""
    theirs = "FROM case_file c JOIN account a ON a.id = c.owner_id WHERE c.state = 'open' AND NOT c.restricted AND a.is_demo"
    account, email = site.query(f"SELECT a.id, a.email {theirs} GROUP BY a.id, a.email ORDER BY count(*) DESC, a.id LIMIT 1")[0]
    cases = [row[0] for row in site.query(f"SELECT c.reference {theirs} AND a.id = '{account}' ORDER BY c.reference")]
    require(len(cases) >= 3, "The demo gives nobody three open cases")
    return account, email, cases[:12]


def checks_clean(site):
    """What an administrator would run: both must be without a finding."""
    for command in (("db", "check"), ("audit", "verify")):
        done = site.run(*command, check=False)
        require(done.returncode == 0, f"{' '.join(command)} found: {done.stdout[-600:]}{done.stderr[-600:]}")


def run_test(main):
    """Exit codes of the test programs: 0 passed, 1 failed."""
    try:
        main()
    except Failed as failure:
        print(f"FAILED: {failure}", flush=True)
        sys.exit(1)
    finally:
        for site in STARTED:
            if site.server and site.server.poll() is None:
                site.kill()
