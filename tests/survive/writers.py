"""Several people who write at once, and an account of what they were told."""
import random
import threading

from doorstep_site import Officer


class Writers:
    """Threads, each a kept connection and a session of its own. `told` are the markers of writes that were answered 303:
    these the product has promised to keep. `open` are the writes that were sent and never answered."""

    def __init__(self, port, email, account, references, count=6, seed=0, pause=0):
        self.officers = [Officer(port, email, account, references) for _ in range(count)]
        self.randoms = [random.Random(seed * 1000 + n) for n in range(count)]
        self.told, self.open, self.refused = {}, {}, {}
        self.pause = pause  # seconds between writes
        self.lock = threading.Lock()
        self.round = 0

    def connect_to(self, port):
        for officer in self.officers:
            officer.browser.close()
            officer.browser.port = port

    def start(self):
        self.round += 1
        self.stopping = threading.Event()
        self.threads = [threading.Thread(target=self._write, args=(n,)) for n in range(len(self.officers))]
        for thread in self.threads:
            thread.start()

    def stop(self):
        self.stopping.set()
        for thread in self.threads:
            thread.join()
        for officer in self.officers:
            officer.browser.close()

    def _write(self, n):
        officer, chance = self.officers[n], self.randoms[n]
        count = 0
        while not self.stopping.is_set():
            self.stopping.wait(self.pause)
            kind, reference = chance.choice(Officer.KINDS), chance.choice(officer.references)
            count += 1
            marker = f"marker {self.round} {n} {count} end"
            try:
                write = officer.fill(kind, reference, marker)
            except Exception:
                officer.browser.close()
                if self.stopping.wait(0.02):
                    return
                continue
            try:
                status = officer.send(write)
            except Exception:
                with self.lock:
                    self.open[marker] = (kind, officer, write)
                if self.stopping.wait(0.02):
                    return
                continue
            with self.lock:
                if status == 303:
                    self.told[marker] = kind
                else:
                    self.refused[marker] = (kind, officer, write, status)

    def press_again(self):
        """What nobody answered is sent once more with the same key, as a person would by reloading: it must be there once."""
        for marker, (kind, officer, write) in self.open.items():
            officer.browser.close()
            status = officer.send(write)
            if status == 303:
                self.told[marker] = kind
        self.open.clear()
