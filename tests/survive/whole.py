"""Whether what was promised is there, once and whole."""
import re

from doorstep_site import require

MARKER = re.compile(r"marker \d+ \d+ \d+ end")


def markers(rows):
    found = {}
    for row in rows:
        for marker in MARKER.findall(row[0]):
            found[marker] = found.get(marker, 0) + 1
    return found


def require_whole(site, told, began):
    """`told`: markers by kind of what was acknowledged. `began`: UTC milliseconds before the first write."""
    rows = {"contact": markers(site.query("SELECT summary FROM contact WHERE summary LIKE 'marker %'")),
            "task": markers(site.query("SELECT what FROM case_task WHERE what LIKE 'marker %'"))}
    events = {kind: markers(site.query(f"SELECT detail FROM event WHERE kind = '{name}' AND at >= {began} AND detail LIKE '%marker %'"))
              for kind, name in (("contact", "contact-recorded"), ("note", "note-added"), ("task", "task-added"))}
    rows["note"] = events["note"]
    for marker, kind in told.items():
        require(marker in rows[kind], f"A {kind} that was acknowledged is lost: {marker}")
        require(marker in events[kind], f"The event of an acknowledged {kind} is lost: {marker}")
    for kind in rows:
        twice = [m for m, n in [*rows[kind].items(), *events[kind].items()] if n > 1]
        require(not twice, f"A {kind} was made twice: {twice[:3]}")
        half = set(rows[kind]) ^ set(events[kind])
        require(not half, f"A {kind} has a row and no event, or an event and no row: {sorted(half)[:3]}")
    for what, sql in {
        "tasks without a piece of work": "SELECT count(*) FROM case_task t WHERE t.what LIKE 'marker %' AND NOT EXISTS "
                                         "(SELECT 1 FROM work_item w WHERE w.subject_id = t.id AND w.kind = 'task')",
        "cases that count their contacts wrong": "SELECT count(*) FROM case_file c WHERE EXISTS (SELECT 1 FROM contact k WHERE k.case_file_id = c.id "
                                                 "AND k.summary LIKE 'marker %') AND c.contacts_count <> (SELECT count(*) FROM contact k WHERE k.case_file_id = c.id)",
        "chains that are not as long as they say": "SELECT count(*) FROM event_chain h WHERE h.length <> "
                                                   "(SELECT count(*) FROM event e WHERE e.chain_id = h.chain_id)",
    }.items():
        count = site.number(sql)
        require(count == 0, f"{count} {what}")
