#!/usr/bin/env python3
"""What a site leaves on a disk and shows to the machine's other accounts: tests/security/secrets_test.py

A real server, started with the most careless umask there is. Every file and folder it makes must be for its owner only; nothing
that opens a door may be in its logs, its command line, a page of an error, or its backups' names; its memory must not be dumped."""
import os
import re
import resource
import stat
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "survive"))
from doorstep_site import PASSWORD, Browser, Scratch, Site, hidden_fields, make_site, officer_of, program, require, run_test  # noqa: E402

PORT = int(os.environ.get("DOORSTEP_SECURITY_PORT", "8191"))
WRONG = "not-the-password-zqx"


def files_are_private(folder):
    """Every file 0600 or 0400, every folder 0700; but for the folder itself, which the administrator made."""
    seen = 0
    for path in sorted(Path(folder).rglob("*")):
        mode = stat.S_IMODE(path.lstat().st_mode)
        seen += 1
        require(mode & 0o077 == 0, f"{path.relative_to(folder)} has mode {mode:04o}: others may read it")
    require(seen > 6, f"only {seen} files were there to look at")
    kinds = {str(path.relative_to(folder)).split("/")[0] for path in Path(folder).rglob("*")}
    for part in ("doorstep.db", "secrets", "vault", "backups", "mail"):
        require(part in kinds, f"there is no {part} to look at")
    return seen


def use_the_site(site):
    """Signs in wrongly and rightly, opens a case, uploads a file, makes a token; gives every secret that was used."""
    _, email, cases = officer_of(site)
    wrong = Browser(site.port)
    _, page = wrong.ask("GET", "/staff/sign-in")
    answer, page = wrong.ask("POST", "/staff/sign-in", {**hidden_fields(page), "email": email, "password": WRONG})
    require(answer.status == 422, f"a wrong password was answered with {answer.status}")
    require(WRONG not in page, "the page shows the wrong password again")
    browser = Browser(site.port).sign_in(email)
    for path in (f"/cases/{cases[0]}", "/your-account", "/nothing-here", "/cases/ASB-99-99999", "/metrics", "/health"):
        browser.ask("GET", path)
    _, page = browser.ask("GET", f"/cases/{cases[0]}/evidence/new")
    boundary = "zqxboundary"
    parts = [f'--{boundary}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'
             for k, v in {**hidden_fields(page), "description": "A diary", "side": "reporting"}.items()]
    parts.append(f'--{boundary}\r\nContent-Disposition: form-data; name="files"; filename="../../../diary.txt"\r\n'
                 f'Content-Type: text/plain\r\n\r\nMonday: shouting\r\n--{boundary}--\r\n')
    answer, page = browser.ask("POST", f"/cases/{cases[0]}/evidence/new", body="".join(parts).encode(),
                               content_type=f"multipart/form-data; boundary={boundary}")
    require(answer.status == 303, f"the upload was answered with {answer.status}")
    require(not list(site.folder.parent.rglob("diary.txt")), "a file was written under the name somebody chose")
    _, page = browser.ask("GET", "/your-account/tokens/new")
    answer, page = browser.ask("POST", "/your-account/tokens/new", {**hidden_fields(page), "name": "A program", "scopes": "cases:read",
                                                                    "days": "30", "password": PASSWORD})
    token = re.search(r"doorstep_pat_[A-Za-z0-9_-]{20,}", page)
    secrets = {"the password": PASSWORD, "a wrong password": WRONG, "the session": browser.cookies["session"],
               "the visitor's cookie": browser.cookies["visitor"], "the token against forged requests": hidden_fields(page)["csrf-token"],
               "the case's reference": cases[0], "the officer's address": email}
    require(token, f"no token was made: {answer.status}")
    secrets["a program's token"] = token.group(0)
    return secrets


def log_holds_none(site, secrets):
    words = site.log_path.read_text(errors="replace")
    require("request" in words, "the log says nothing: this test would prove nothing")
    for what, secret in secrets.items():
        require(secret not in words, f"the log holds {what}")


def process_shows_none(site, secrets):
    process = Path(f"/proc/{site.server.pid}")
    command = (process / "cmdline").read_bytes().decode(errors="replace")
    for what, secret in secrets.items():
        require(secret not in command, f"the command line holds {what}")
    # The kernel gives the files of a process that is not to be dumped to root.
    require((process / "environ").stat().st_uid == 0 and (process / "mem").stat().st_uid == 0, "others of this account may read its memory")
    limits = (process / "limits").read_text()
    require(re.search(r"Max core file size\s+0\s+0\s", limits), "a crash would leave a core dump: " + limits.splitlines()[5])


def ordinary_account_cannot_look(site):
    """As another account of the machine, where we may become one: neither the data nor the process can be read."""
    if os.geteuid() != 0:
        print("    not root: cannot try as somebody else")
        return
    for path in (site.folder / "doorstep.db", site.folder / "secrets" / "site.key", Path(f"/proc/{site.server.pid}/environ")):
        done = subprocess.run(["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "cat", str(path)], capture_output=True)
        require(done.returncode != 0 and not done.stdout, f"somebody else can read {path}")


def command_line_takes_no_password(site):
    done = subprocess.run([program(), "db", "copy", "--from", str(site.folder), "--to", "postgresql://doorstep:zqx@127.0.0.1:1/doorstep"],
                          capture_output=True, text=True)
    require(done.returncode == 2 and "command line" in done.stderr, f"a password on the command line was taken: {done.returncode} {done.stderr}")
    require("zqx" not in done.stderr + done.stdout, "the refusal shows the password")


def backup_is_private(site):
    (site.folder / "backups").mkdir(mode=0o700, exist_ok=True)
    target = site.folder / "backups" / "by-hand.db"
    site.run("db", "backup", str(target))
    require(stat.S_IMODE(target.stat().st_mode) & 0o077 == 0, f"the backup has mode {stat.S_IMODE(target.stat().st_mode):04o}")
    require(b"BEGIN PRIVATE" not in target.read_bytes(), "a private key is in the backup")
    key = (site.folder / "secrets" / "site.key").read_bytes()
    require(key not in target.read_bytes(), "the site's key is in the backup of the database")


def main():
    with Scratch() as scratch:
        os.umask(0)
        resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
        site = make_site(scratch / "site", cases=600, port=PORT)
        site.environment["DOORSTEP_VERBOSE"] = "true"
        (site.folder / "mail").mkdir(mode=0o700, exist_ok=True)
        site.start()
        secrets = use_the_site(site)
        backup_is_private(site)
        command_line_takes_no_password(site)
        print(f"    {files_are_private(site.folder)} files and folders: for their owner only", flush=True)
        process_shows_none(site, secrets)
        ordinary_account_cannot_look(site)
        site.stop()
        log_holds_none(site, secrets)
        print("    no secret in the log, the command line, the backup or the memory others can read", flush=True)


run_test(main)
