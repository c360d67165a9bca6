"""PostgreSQL servers of a test's own, run by an ordinary user: started, stopped, killed, copied and promoted."""
import getpass
import glob
import os
import pwd
import shutil
import signal
import subprocess
import time
from pathlib import Path

from doorstep_site import Failed, require


def binaries():
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
    return Path(found[-1]).parent if found else None


def as_ordinary_user():
    """PostgreSQL refuses to run as root: what goes before a command, and whose it is then."""
    if os.getuid() != 0:
        return [], getpass.getuser()
    owner = "postgres"
    if subprocess.run(["runuser", "-u", owner, "--", "true"], capture_output=True).returncode == 0:
        return ["runuser", "-u", owner, "--"], owner
    # In a root folder that is closed to others nobody but root could run anything.
    return ["setpriv", f"--reuid={owner}", f"--regid={pwd.getpwnam(owner).pw_gid}", "--clear-groups",
            "--inh-caps=-all,+dac_override", "--ambient-caps=-all,+dac_override", "--securebits=+no_setuid_fixup"], owner


class PostgresServer:
    """Durable where asked: a test that kills PostgreSQL itself needs what it promised to be on disk."""

    def __init__(self, folder, port, settings=None, name="data"):
        self.bin = binaries()
        require(self.bin, "PostgreSQL's server is not installed: scripts/setup.sh test")
        self.prefix, self.owner = as_ordinary_user()
        self.home, self.port, self.settings = Path(folder), port, settings or {}
        self.data = self.home / name
        self.process = None
        self.home.mkdir(exist_ok=True)
        shutil.chown(self.home, self.owner)

    def _run(self, *command, check=True):
        done = subprocess.run([*self.prefix, *map(str, command)], capture_output=True, text=True, cwd=self.home)
        if check and done.returncode != 0:
            raise Failed(f"{Path(str(command[0])).name}: {done.stderr[-800:]}")
        return done

    def create(self):
        self._run(self.bin / "initdb", "-D", self.data, "--username=doorstep", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        self._configure()
        return self

    def _configure(self):
        settings = {"listen_addresses": "127.0.0.1", "unix_socket_directories": "", "max_connections": "100", "shared_buffers": "32MB",
                    "port": str(self.port), **self.settings}
        with open(self.data / "postgresql.conf", "a") as file:
            for key, value in settings.items():
                file.write(f"{key} = '{value}'\n")

    def copy_of(self, primary, slot_name):
        """A standby that follows `primary` under a name."""
        self._run(self.bin / "pg_basebackup", "-D", self.data, "-R", "-X", "stream", "-c", "fast", "-d",
                  f"host=127.0.0.1 port={primary.port} user=doorstep application_name={slot_name}")
        self._configure()
        with open(self.data / "postgresql.auto.conf", "a") as file:
            file.write(f"primary_conninfo = 'host=127.0.0.1 port={primary.port} user=doorstep application_name={slot_name}'\n"
                       "synchronous_standby_names = ''\n")
        return self

    def start(self):
        self.log = open(self.home / f"{self.data.name}.log", "ab")
        self.process = subprocess.Popen([*self.prefix, str(self.bin / "postgres"), "-D", str(self.data)], cwd=self.home,
                                        stdout=self.log, stderr=self.log)
        for _ in range(400):
            ready = subprocess.run([str(self.bin / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.port)])
            if ready.returncode == 0:
                return self
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        raise Failed("PostgreSQL did not start: " + (self.home / f"{self.data.name}.log").read_text()[-800:])

    def _signal(self, signal_number):
        try:
            os.kill(int((self.data / "postmaster.pid").read_text().split()[0]), signal_number)
        except (OSError, ValueError, IndexError):
            pass

    def stop(self):
        """Fast shutdown: sessions are ended."""
        self._signal(signal.SIGINT)
        self._wait()

    def kill(self):
        """The postmaster and all its children at once, as when the machine is gone."""
        try:
            postmaster = int((self.data / "postmaster.pid").read_text().split()[0])
        except (OSError, ValueError, IndexError):
            return
        children = subprocess.run(["pgrep", "-P", str(postmaster)], capture_output=True, text=True).stdout.split()
        for process in [postmaster, *map(int, children)]:
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self._wait()

    def _wait(self):
        if self.process:
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self._signal(signal.SIGQUIT)
                self.process.wait(10)
            self.log.close()
        self.process = None

    def promote(self):
        self.sql("SELECT pg_promote(true, 30)")

    def url(self, database):
        return f"postgresql://doorstep@127.0.0.1:{self.port}/{database}"

    def sql(self, statement, database="postgres"):
        done = subprocess.run(["psql", "-X", "-q", "-At", "-d", self.url(database), "-c", statement], capture_output=True, text=True)
        require(done.returncode == 0, f"psql: {done.stderr}")
        return done.stdout.strip()

    def new_database(self, name):
        self.sql(f"CREATE DATABASE {name} TEMPLATE template0")
        return self.url(name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process:
            self._signal(signal.SIGQUIT)
            self._wait()
