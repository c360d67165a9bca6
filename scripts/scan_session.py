#!/usr/bin/env python3
"""Sign in to a demo for a scanner: scripts/scan_session.py PORT DATA. Writes cookie, form token, a case and one of its people."""
import re
import sqlite3
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "survive"))
from doorstep_site import Browser, hidden_fields  # noqa: E402

port, data = int(sys.argv[1]), sys.argv[2]
base = sqlite3.connect(f"file:{data}/doorstep.db?mode=ro", uri=True)
email, reference = base.execute("SELECT a.email, min(c.reference) FROM case_file c JOIN account a ON a.id = c.owner_id WHERE c.state = 'open' "
                                "AND NOT c.restricted AND a.is_demo GROUP BY a.email ORDER BY count(*) DESC LIMIT 1").fetchone()
browser = Browser(port).sign_in(email)
_, page = browser.ask("GET", f"/cases/{reference}/contacts/new")
person = re.search(r'<input[^>]*name="person"[^>]*value="([^"]+)"', page).group(1)
print(f"session={browser.cookies['session']};visitor={browser.cookies['visitor']}", hidden_fields(page)["csrf-token"], reference, person)
