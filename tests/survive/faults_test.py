#!/usr/bin/env python3
"""What the machine can do to a site: tests/survive/faults_test.py [NAME...]

A full disk, a folder that may only be read, a damaged file, a newer schema, PostgreSQL that stops and starts again. Each time
the words must say what is wrong, the exit code must be 3 (environment) or the answer 503, no page may show wrong data, and the
server must go on by itself where the fault goes away."""
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from crowd_test import big_film, upload
from doorstep_site import Failed, Officer, Scratch, Site, checks_clean, make_site, officer_of, program, require, run_test, FIRST_PORT
from postgres_server import PostgresServer
from whole import require_whole


def refuses_to_start(site, words):
    began = time.monotonic()
    done = subprocess.run([*serve_command(site)], env=site.environment, capture_output=True, text=True, timeout=60)
    require(done.returncode == 3, f"serve ended with {done.returncode}, not 3: {done.stderr[-600:]}")
    require(words in done.stderr, f"serve did not say \"{words}\" but: {done.stderr[-600:]}")
    lines = [line for line in done.stderr.strip().splitlines() if line]
    print(f"    exit 3 after {time.monotonic() - began:.1f} s: {lines[-1][:170]}", flush=True)


def serve_command(site):
    return [program(), "--data", str(site.folder), "serve", "--listen", f"127.0.0.1:{site.port}"]


def status_of(officer, path):
    try:
        response, page = officer.browser.ask("GET", path)
        return response.status, page
    except Exception as error:
        officer.browser.close()
        return type(error).__name__, ""


def send_new(officer, kind="note"):
    reference = officer.references[0]
    marker = f"marker 0 0 {time.monotonic_ns()} end"
    try:
        return officer.send(officer.fill(kind, reference, marker)), marker
    except Failed as failure:
        return str(failure), marker


class SmallDisk:
    """A file system of its own in memory, of a few megabytes."""

    def __init__(self, folder, megabytes):
        self.folder, self.megabytes = Path(folder), megabytes

    def __enter__(self):
        self.folder.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={self.megabytes}m,mode=755", "doorstep-test", self.folder], check=True)
        return self

    def fill(self):
        """To the last block."""
        with open(self.folder / "ballast", "ab", buffering=0) as file:
            for size in (1 << 20, 1 << 12, 1):
                try:
                    while True:
                        file.write(b"x" * size)
                except OSError:
                    pass

    def empty(self):
        os.remove(self.folder / "ballast")

    def read_only(self, yes):
        subprocess.run(["mount", "-o", f"remount,{'ro' if yes else 'rw'}", self.folder], check=True)

    def __exit__(self, *_):
        subprocess.run(["umount", "-l", self.folder], check=False)


def copy_of(template, folder, port=FIRST_PORT):
    shutil.copytree(template.folder, folder)
    return Site(folder, "", port)


def disk_full(template, scratch):
    with SmallDisk(scratch / "disk", 40) as disk:
        site = copy_of(template, disk.folder / "site")
        account, email, references = officer_of(site)
        site.start(log=scratch / "full.log")
        officer = Officer(site.port, email, account, references)
        require(send_new(officer)[0] == 303, "The write before was not taken")
        officer.form("note", references[0])
        # So that her pages would note, at a minute's end, when she was last seen.
        base = sqlite3.connect(site.folder / "doorstep.db", timeout=10)
        base.execute("UPDATE session SET last_seen_at = last_seen_at - 90000")
        base.commit()
        base.close()
        disk.fill()
        told, refused, page = [], None, ""
        for _ in range(400):
            status, marker = send_new(officer)
            if status == 303:
                told.append(marker)
                disk.fill()
                continue
            refused = status
            break
        require(refused == 503, f"A write on a full disk was answered {refused}")
        for path in ("/work", f"/cases/{references[0]}", "/health"):
            status, page = status_of(officer, path)
            require(status == 200, f"With a full disk {path} was answered {status}")
        status, page = upload(site.port, officer.browser.cookies, references[0], "film.mp4", big_film(20, 1), 20_000_000)
        require(status == 503, f"A film for a full disk was answered {status}")
        require(not list((site.folder / "vault" / "uploads").iterdir()), "Half of the film was left on the full disk")
        again, _ = send_new(officer)
        require(again == 503, f"The next write on a full disk was answered {again}")
        disk.empty()
        after, marker = send_new(officer)
        require(after == 303, f"With room again a write was answered {after}")
        stored = site.query("SELECT detail FROM event WHERE kind = 'note-added' AND detail LIKE '%marker 0 0%'")
        for wanted in [*told, marker]:
            require(sum(wanted in row[0] for row in stored) == 1, "An acknowledged write is not there once")
        site.stop()
        checks_clean(site)
        print(f"    writes answered 503, pages 200; {len(told)} more were taken before the last block; goes on by itself", flush=True)
        disk.fill()
        refuses_to_start(site, "space")


def read_only_folder(template, scratch):
    with SmallDisk(scratch / "read-only", 40) as disk:
        site = copy_of(template, disk.folder / "site")
        disk.read_only(True)
        refuses_to_start(site, "is read-only for this program")
        disk.read_only(False)
        site.start(log=scratch / "again.log")
        site.stop()


def damaged_file(template, scratch):
    site = copy_of(template, scratch / "damaged")
    path = site.folder / "doorstep.db"
    size = path.stat().st_size
    with open(path, "r+b") as file:
        for place in range(size // 4, size - 8192, size // 40):
            file.seek(place)
            file.write(b"\x5a" * 4096)
    done = site.run("db", "check", check=False)
    require(done.returncode == 1 and "damaged" in done.stdout, f"db check on a damaged file: {done.returncode} {done.stdout[:200]}{done.stderr[:200]}")
    print(f"    db check: exit 1: {done.stdout.splitlines()[0][:120]}", flush=True)
    done = site.run("db", "backup", str(scratch / "of-damaged.db"), check=False)
    require(done.returncode == 3 and not (scratch / "of-damaged.db").exists(), "A backup of a damaged file was made")
    for name, content, words in (("nonsense", b"This is no database at all. " * 999, "not a database"), ("cut", None, "damaged")):
        site = copy_of(template, scratch / name)
        path = site.folder / "doorstep.db"
        if content:
            path.write_bytes(content)
        else:
            os.truncate(path, size // 2 // 4096 * 4096)
        refuses_to_start(site, words)
    other = Site(scratch / "other")
    other.folder.mkdir()
    base = sqlite3.connect(other.folder / "doorstep.db")
    base.execute("CREATE TABLE theirs (x)")
    base.commit()
    base.close()
    refuses_to_start(other, "another program")


def newer_schema(template, scratch):
    site = copy_of(template, scratch / "newer")
    base = sqlite3.connect(site.folder / "doorstep.db")
    base.execute("INSERT INTO schema_migration (name, checksum, applied_at) VALUES ('9999_from_the_future', 'x', 0)")
    base.commit()
    base.close()
    refuses_to_start(site, "newer than this program")
    done = site.run("db", "status", check=False)
    require(done.returncode == 1 and "9999_from_the_future" in done.stdout, f"db status: {done.returncode} {done.stdout}")
    require(site.run("db", "migrate", check=False).returncode == 3, "db migrate took a newer database")


def port_taken(template, scratch):
    site = copy_of(template, scratch / "port")
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("127.0.0.1", site.port))
        taken.listen()
        refuses_to_start(site, str(site.port))


def postgres_stops(template, scratch):
    with PostgresServer(scratch / "postgres", FIRST_PORT + 5).create().start() as postgres:
        url = postgres.new_database("survive")
        template.run("db", "copy", "--from", str(template.folder), "--to", url)
        site = Site(scratch / "on-postgres", url)
        site.folder.mkdir()
        shutil.copytree(template.folder / "secrets", site.folder / "secrets")
        account, email, references = officer_of(site)
        site.start()
        officer = Officer(site.port, email, account, references)
        require(send_new(officer)[0] == 303, "The write before was not taken")
        for how, away in ((postgres.stop, "stopped"), (postgres.kill, "killed")):
            how()
            slowest = 0
            for path in (f"/cases/{references[0]}", "/work", "/health", "/staff/sign-in"):
                began = time.monotonic()
                status, page = status_of(officer, path)
                slowest = max(slowest, time.monotonic() - began)
                allowed = (503,) if path != "/staff/sign-in" else (200, 503)
                require(status in allowed, f"With PostgreSQL {away} {path} was answered {status}")
                require(path == "/health" or "orry" in page or status == 200, f"The page for {status} says nothing to people")
            status, _ = send_new(officer)
            require(status == 503, f"With PostgreSQL {away} a write was answered {status}")
            (postgres.data / "postmaster.pid").unlink(missing_ok=True) if away == "killed" else None
            began = time.monotonic()
            postgres.start()
            while status_of(officer, f"/cases/{references[0]}")[0] != 200:
                require(time.monotonic() - began < 20, "The server did not find PostgreSQL again")
                time.sleep(0.05)
            back = time.monotonic() - began
            status, _ = send_new(officer)
            require(status == 303, f"After PostgreSQL came back a write was answered {status}")
            print(f"    {away}: 503 within {slowest:.2f} s, pages again {back:.2f} s after its start was begun, session kept", flush=True)
        site.stop()
        checks_clean(site)
        postgres.stop()
        refuses_to_start(site, "PostgreSQL cannot be reached")


def postgres_disk_full(template, scratch):
    with SmallDisk(scratch / "postgres-disk", 200) as disk:
        server = PostgresServer(disk.folder / "server", FIRST_PORT + 5, {"min_wal_size": "32MB", "max_wal_size": "48MB"})
        with server.create().start() as postgres:
            url = postgres.new_database("survive")
            template.run("db", "copy", "--from", str(template.folder), "--to", url)
            site = Site(scratch / "on-small-postgres", url)
            site.folder.mkdir()
            shutil.copytree(template.folder / "secrets", site.folder / "secrets")
            account, email, references = officer_of(site)
            began = int(time.time() * 1000)
            site.start()
            officer = Officer(site.port, email, account, references)
            require(send_new(officer)[0] == 303, "The write before was not taken")
            disk.fill()
            told, refused = {}, None
            for n in range(2000):
                write = officer.fill("note", references[0], f"marker 7 7 {n} end " + "so much was said " * 280)
                try:
                    status = officer.send(write)
                except Exception as error:
                    officer.browser.close()
                    status = type(error).__name__
                if status != 303:
                    refused = status
                    break
                told[f"marker 7 7 {n} end"] = "note"
            require(refused == 503, f"With PostgreSQL's disk full a write was answered {refused}")
            status, _ = status_of(officer, f"/cases/{references[0]}")
            require(status in (200, 503), f"With PostgreSQL's disk full a page was answered {status}")
            disk.empty()
            if postgres.process.poll() is not None:
                postgres.start()
            ends = time.monotonic() + 30
            while send_new(officer)[0] != 303:
                require(time.monotonic() < ends, "With room again nothing could be written")
                time.sleep(0.1)
            require_whole(site, told, began)
            site.stop()
            checks_clean(site)
            print(f"    {len(told)} writes before the last block, all there; then 503, a page {status}; goes on by itself", flush=True)


FAULTS = {"disk-full": disk_full, "read-only": read_only_folder, "damaged": damaged_file, "newer": newer_schema, "port": port_taken,
          "postgres": postgres_stops, "postgres-full": postgres_disk_full}
NEED_MOUNT = ("disk-full", "read-only", "postgres-full")


def may_mount():
    return subprocess.run(["unshare", "--mount", "mount", "-t", "tmpfs", "doorstep-test", "/mnt"], capture_output=True).returncode == 0


def main():
    wanted = sys.argv[1:] or list(FAULTS)
    with Scratch() as scratch:
        template = make_site(scratch / "template")
        for name in wanted:
            if name in NEED_MOUNT and not may_mount():
                print(f"  {name}: skipped, as this user may not mount a small file system", flush=True)
                continue
            print(f"  {name}", flush=True)
            FAULTS[name](template, scratch)


if __name__ == "__main__":
    run_test(main)
