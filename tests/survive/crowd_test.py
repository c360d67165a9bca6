#!/usr/bin/env python3
"""Those who hold on and those who send much: tests/survive/crowd_test.py [--idle N] [--slow N] [--megabytes N] [--wait-for-idle]

2,000 connections that do nothing and 500 clients that send a byte a second, half of them in the middle of a form, beside an
officer at work: every page must come, and come soon, and the slow must be closed at their deadlines. Then files of 200 MB,
eight at once, with the server's memory watched; then files that say they are something else."""
import argparse
import resource
import socket
import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

from doorstep_site import Browser, Failed, Scratch, hidden_fields, make_site, officer_of, require, run_test, FIRST_PORT

HEADER_DEADLINE, BODY_DEADLINE, IDLE_DEADLINE = 10, 30, 60  # seconds: src/web/server.h


def connect(source, port):
    # Addresses of this machine: one address may hold 1,024 connections.
    s = socket.socket()
    s.bind((source, 0))
    s.connect(("127.0.0.1", port))
    return s


class SlowClients(threading.Thread):
    """A byte a second each; notes when each was closed."""

    def __init__(self, port, count):
        super().__init__()
        self.closed = {}
        self.began = time.monotonic()
        self.stopping = threading.Event()
        self.sockets = {}
        head = b"POST /report HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\n"
        for n in range(count):
            s = connect(f"127.0.0.{20 + n % 4}", port)
            in_head = n % 2 == 0
            s.sendall(b"GET / HTTP/1.1\r\nX-Slow: " if in_head else head)
            s.setblocking(False)
            self.sockets[s] = "head" if in_head else "body"

    def run(self):
        while self.sockets and not self.stopping.is_set():
            for s, kind in list(self.sockets.items()):
                try:
                    s.send(b"a")
                    while s.recv(4096):
                        pass
                    raise ConnectionError
                except BlockingIOError:
                    pass
                except OSError:
                    self.closed.setdefault(kind, []).append(time.monotonic() - self.began)
                    s.close()
                    del self.sockets[s]
            self.stopping.wait(1)


def still_open(sockets):
    count = 0
    for s in sockets:
        try:
            s.setblocking(False)
            while s.recv(4096):
                pass
        except BlockingIOError:
            count += 1
        except OSError:
            pass
    return count


def work(browser, reference, seconds):
    """Milliseconds of each page."""
    took = []
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        for path in ("/work", f"/cases/{reference}"):
            began = time.monotonic()
            response, page = browser.ask("GET", path)
            took.append((time.monotonic() - began) * 1000)
            require(response.status == 200, f"{path} was answered {response.status} in the crowd")
        time.sleep(0.02)
    return sorted(took)


def share(took, part):
    return took[min(len(took) - 1, int(len(took) * part))]


def crowd(site, browser, reference, options):
    alone = work(browser, reference, 2)
    idle = []
    for n in range(options.idle):
        idle.append(connect(f"127.0.0.{10 + n % 3}", site.port))
    for s in idle:  # A request each: from then on it is a kept connection, which may be idle longer than a new one.
        s.sendall(b"GET /health HTTP/1.1\r\nHost: h\r\n\r\n")
    for s in idle:
        require(s.recv(16).startswith(b"HTTP/1.1 200"), "An idle client was not answered first")
    slow = SlowClients(site.port, options.slow)
    slow.start()
    crowded = work(browser, reference, BODY_DEADLINE + 6)
    heads, bodies = slow.closed.get("head", []), slow.closed.get("body", [])
    slow.stopping.set()
    slow.join()
    require(len(heads) == (options.slow + 1) // 2 and max(heads) < HEADER_DEADLINE + 4,
            f"Of the slow heads {len(heads)} were closed, the last after {max(heads or [0]):.0f} s")
    require(len(bodies) == options.slow // 2 and max(bodies) < BODY_DEADLINE + 5,
            f"Of the slow bodies {len(bodies)} were closed, the last after {max(bodies or [0]):.0f} s")
    require(share(crowded, 0.99) < 1000, f"In the crowd a page took {share(crowded, 0.99):.0f} ms (p99)")
    print(f"  {options.idle} idle and {options.slow} slow clients: {len(crowded)} pages, p50 {share(crowded, .5):.1f} ms, p99 {share(crowded, .99):.1f} ms "
          f"(alone {share(alone, .5):.1f} and {share(alone, .99):.1f}); slow heads closed after {max(heads):.0f} s, bodies after {max(bodies):.0f} s", flush=True)
    if options.wait_for_idle:
        time.sleep(max(0, IDLE_DEADLINE + 5 - BODY_DEADLINE - 6))
        require(still_open(idle) == 0, f"{still_open(idle)} idle connections were kept beyond their minute")
        print("  every idle connection was closed after its minute", flush=True)
    for s in idle:
        s.close()


def film_part(megabytes, seed):
    """The head of an MP4 file, and a block to go on with, different for each."""
    ftyp = b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2avc1mp41"
    return ftyp, (seed.to_bytes(4, "big") * 256) * 1024  # 1 MiB


def upload(port, cookies, reference, name, chunks, length, content_type="video/mp4"):
    """Sends a form with one file, piece by piece. Status and page."""
    browser = Browser(port, cookies, timeout=120)
    _, page = browser.ask("GET", f"/cases/{reference}/evidence/new")
    fields = {**hidden_fields(page), "once": uuid.uuid4().hex, "description": "From the test", "side": "reporting"}
    boundary = "----doorstep-test"
    head = b"".join(f'--{boundary}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'.encode() for k, v in fields.items())
    head += f'--{boundary}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\nContent-Type: {content_type}\r\n\r\n'.encode()
    tail = f"\r\n--{boundary}--\r\n".encode()
    connection = browser.connection
    connection.putrequest("POST", f"/cases/{reference}/evidence/new")
    connection.putheader("Cookie", "; ".join(f"{k}={v}" for k, v in browser.cookies.items()))
    connection.putheader("Content-Type", f"multipart/form-data; boundary={boundary}")
    connection.putheader("Content-Length", str(len(head) + length + len(tail)))
    connection.endheaders()
    connection.send(head)
    for chunk in chunks:
        connection.send(chunk)
    connection.send(tail)
    response = connection.getresponse()
    return response.status, response.read().decode("utf-8", "replace")


def big_film(megabytes, seed):
    ftyp, block = film_part(megabytes, seed)
    yield ftyp
    left = megabytes * 1_000_000 - len(ftyp)
    while left > 0:
        yield block[:left]
        left -= len(block)


class MemoryWatch(threading.Thread):
    def __init__(self, site):
        super().__init__()
        self.site, self.most, self.stopping = site, 0, threading.Event()

    def run(self):
        while not self.stopping.wait(0.02):
            self.most = max(self.most, self.site.memory())


def uploads(site, browser, reference, options):
    send = lambda seed: upload(site.port, browser.cookies, reference, f"film {seed}.mp4", big_film(options.megabytes, seed), options.megabytes * 1_000_000)
    require(send(1)[0] == 303, "A film was not taken")
    before = site.memory()
    watch = MemoryWatch(site)
    watch.start()
    began = time.monotonic()
    with ThreadPoolExecutor(8) as pool:
        answers = [pool.submit(send, seed) for seed in range(2, 10)]
        pages = work(Browser(site.port, browser.cookies), reference, 1.5)
        statuses = [answer.result()[0] for answer in answers]
    took = time.monotonic() - began
    watch.stopping.set()
    watch.join()
    require(statuses == [303] * 8, f"Eight films at once were answered {statuses}")
    extra = (watch.most - before) / 1e6
    require(extra < 40, f"Eight films at once cost {extra:.0f} MB")
    print(f"  eight files of {options.megabytes} MB at once in {took:.1f} s: {max(extra, 0):.1f} MB more memory; pages meanwhile p50 {share(pages, .5):.0f} ms, "
          f"p99 {share(pages, .99):.0f} ms", flush=True)


def liars(site, browser, reference):
    lies = {"photo.jpg": (b"<!doctype html><script>alert(1)</script>" * 50, "image/jpeg"),
            "letter.pdf": (b"\x7fELF\x02\x01\x01" + b"\0" * 4000, "application/pdf"),
            "film.mp4": (b"MZ\x90\x00" + b"\0" * 60 + b"PE\0\0" + b"\0" * 4000, "video/mp4"),
            "picture.png": (b"PK\x03\x04" + b"\0" * 400, "image/png"),
            "nothing.txt": (b"", "text/plain")}
    for name, (content, kind) in lies.items():
        status, page = upload(site.port, browser.cookies, reference, name, [content], len(content), kind)
        require(status == 422 and name in page and "There is a problem" in page, f"{name}, which is something else, was answered {status}")
    broken = {"text/xml": 415, "multipart/form-data": 400, "multipart/form-data; boundary=": 400, "application/octet-stream": 415,
              "multipart/form-data; boundary=other": 400}
    for kind, expected in broken.items():
        response, page = browser.ask("POST", f"/cases/{reference}/evidence/new", body=b"--one\r\nbroken", content_type=kind)
        require(response.status in (expected, 415, 422) and "<h1" in page, f"A form of the kind {kind} was answered {response.status}")
    too_big = 450_000_000
    try:
        status, page = upload(site.port, browser.cookies, reference, "huge.mp4", big_film(50, 77), too_big)
    except OSError:
        status, page = 413, "The connection was ended"
    require(status == 413, f"A body over the limit was answered {status}")
    left = list((site.folder / "vault" / "uploads").iterdir())
    require(not left, f"{len(left)} temporary files of uploads were left")
    print(f"  {len(lies)} files that were not what they said and {len(broken)} broken forms refused with words; a body over the limit refused before it was read", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--idle", type=int, default=2000)
    parser.add_argument("--slow", type=int, default=500)
    parser.add_argument("--megabytes", type=int, default=200)
    parser.add_argument("--wait-for-idle", action="store_true")
    parser.add_argument("--only", choices=["crowd", "uploads"])
    options = parser.parse_args()
    wanted = 2 * (options.idle + options.slow) + 200
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < wanted:
        raise Failed(f"This test needs {wanted} open files; the limit is {hard}")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))
    with Scratch() as scratch:
        site = make_site(scratch / "site")
        account, email, references = officer_of(site)
        site.start()
        browser = Browser(site.port).sign_in(email)
        if options.only != "uploads":
            crowd(site, browser, references[0], options)
        if options.only != "crowd":
            liars(site, browser, references[0])
            uploads(site, browser, references[0], options)
        site.stop()


if __name__ == "__main__":
    run_test(main)
