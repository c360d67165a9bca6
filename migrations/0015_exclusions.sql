-- Somebody booked out of one of our services: from when, why, what came before, until when (M-47, M-61). It stays on
-- file when it ends, and is no part of any tenancy.

CREATE TABLE service_exclusion (
    id TEXT PRIMARY KEY,
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    case_person_id TEXT NOT NULL REFERENCES case_person (id),
    service TEXT NOT NULL,                   -- code of the list "services"
    service_name TEXT NOT NULL,              -- "Acre House"
    from_on TEXT NOT NULL,
    until_on TEXT,                           -- last day; null: until it is ended
    review_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    warnings TEXT NOT NULL,                  -- given before, and what followed
    made_by TEXT REFERENCES account (id),
    made_at BIGINT NOT NULL,
    ended_on TEXT,
    end_reason TEXT NOT NULL
);
CREATE INDEX service_exclusion_by_case ON service_exclusion (case_file_id, from_on);

-- What the policy on violence and aggression asks after an incident against staff, as tasks of the case (M-58).
CREATE TABLE staff_safety_step (
    incident_id TEXT NOT NULL REFERENCES incident (id),
    code TEXT NOT NULL,                      -- of the list "staff-safety-steps"
    case_task_id TEXT NOT NULL REFERENCES case_task (id),
    PRIMARY KEY (incident_id, code)
);
CREATE INDEX staff_safety_step_by_task ON staff_safety_step (case_task_id);
