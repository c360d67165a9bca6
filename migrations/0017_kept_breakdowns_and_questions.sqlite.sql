-- Kept figures by area, type, officer, harm group and risk, and of what was open when a month began
-- (docs/adr/2026-11-22-counted-days.md).
DROP TABLE figure_slice;
DROP TABLE figure_tally;
CREATE TABLE figure_slice (
    slice TEXT NOT NULL,                     -- "2026-10" or "2026-10-21"
    dimension TEXT NOT NULL,                 -- what it is broken down by; empty for the whole
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,                  -- the first day after it
    PRIMARY KEY (slice, dimension)
) WITHOUT ROWID;
CREATE INDEX figure_slice_by_day ON figure_slice (dimension, from_on, until_on);
CREATE TABLE figure_tally (
    slice TEXT NOT NULL,                     -- counts only while figure_slice has it with its dimension
    dimension TEXT NOT NULL,
    source TEXT NOT NULL,
    grp TEXT NOT NULL,                       -- id of the area or account, code of the type, group or band; may be empty
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    c TEXT NOT NULL,
    number BIGINT NOT NULL,
    records BIGINT NOT NULL,
    PRIMARY KEY (slice, dimension, source, grp, a, b, c, number)
) WITHOUT ROWID;
-- Cases open when a day began; counts while figure_open_day has the day.
CREATE TABLE figure_open_day (
    day TEXT NOT NULL,
    dimension TEXT NOT NULL,
    PRIMARY KEY (day, dimension)
) WITHOUT ROWID;
CREATE TABLE figure_open (
    day TEXT NOT NULL,
    dimension TEXT NOT NULL,
    grp TEXT NOT NULL,
    cases BIGINT NOT NULL,
    PRIMARY KEY (day, dimension, grp)
) WITHOUT ROWID;

CREATE INDEX plan_step_by_case ON plan_step (case_file_id, due_on);
-- Every day on which a case is counted by something of its own.
CREATE VIEW case_figure_day (case_file_id, day) AS
    SELECT id, opened_on FROM case_file
    UNION ALL SELECT id, first_plan_by FROM case_file
    UNION ALL SELECT id, first_risk_by FROM case_file
    UNION ALL SELECT case_file_id, started_on FROM case_spell
    UNION ALL SELECT case_file_id, ended_on FROM case_spell
    UNION ALL SELECT case_file_id, made_on FROM contact
    UNION ALL SELECT case_file_id, due_on FROM contact_interval
    UNION ALL SELECT case_file_id, due_on FROM plan_step
    UNION ALL SELECT case_file_id, used_on FROM intervention
    UNION ALL SELECT r.case_file_id, d.decided_on FROM report r JOIN triage_decision d ON d.report_id = r.id
    UNION ALL SELECT case_file_id, due_on FROM survey
    UNION ALL SELECT s.case_file_id, w.counts_on FROM survey s JOIN survey_answer w ON w.survey_id = s.id
    UNION ALL SELECT s.case_file_id, m.said_on FROM survey s JOIN survey_comment m ON m.survey_id = s.id;

-- Whoever changes what a case is grouped by changes that breakdown of all its days.
CREATE TRIGGER figures_by_area_of_case AFTER UPDATE ON case_file WHEN OLD.area_id IS NOT NEW.area_id
BEGIN
    DELETE FROM figure_slice WHERE dimension = 'area' AND slice IN (
        SELECT day FROM case_figure_day WHERE case_file_id = NEW.id
        UNION ALL SELECT substr(day, 1, 7) FROM case_figure_day WHERE case_file_id = NEW.id);
    DELETE FROM figure_open_day WHERE dimension = 'area' AND EXISTS (SELECT 1 FROM case_spell k
        WHERE k.case_file_id = NEW.id AND k.started_on < day AND (k.ended_on IS NULL OR k.ended_on >= day));
END;
CREATE TRIGGER figures_by_type_of_case AFTER UPDATE ON case_file WHEN OLD.category IS NOT NEW.category
BEGIN
    DELETE FROM figure_slice WHERE dimension = 'type' AND slice IN (
        SELECT day FROM case_figure_day WHERE case_file_id = NEW.id
        UNION ALL SELECT substr(day, 1, 7) FROM case_figure_day WHERE case_file_id = NEW.id);
    DELETE FROM figure_open_day WHERE dimension = 'type' AND EXISTS (SELECT 1 FROM case_spell k
        WHERE k.case_file_id = NEW.id AND k.started_on < day AND (k.ended_on IS NULL OR k.ended_on >= day));
END;
CREATE TRIGGER figures_by_officer_of_case AFTER UPDATE ON case_file WHEN OLD.owner_id IS NOT NEW.owner_id
BEGIN
    DELETE FROM figure_slice WHERE dimension = 'officer' AND slice IN (
        SELECT day FROM case_figure_day WHERE case_file_id = NEW.id
        UNION ALL SELECT substr(day, 1, 7) FROM case_figure_day WHERE case_file_id = NEW.id);
    DELETE FROM figure_open_day WHERE dimension = 'officer' AND EXISTS (SELECT 1 FROM case_spell k
        WHERE k.case_file_id = NEW.id AND k.started_on < day AND (k.ended_on IS NULL OR k.ended_on >= day));
END;
CREATE TRIGGER figures_by_harm_group_of_case AFTER UPDATE ON case_file WHEN OLD.harm_group IS NOT NEW.harm_group
BEGIN
    DELETE FROM figure_slice WHERE dimension = 'harm-group' AND slice IN (
        SELECT day FROM case_figure_day WHERE case_file_id = NEW.id
        UNION ALL SELECT substr(day, 1, 7) FROM case_figure_day WHERE case_file_id = NEW.id);
    DELETE FROM figure_open_day WHERE dimension = 'harm-group' AND EXISTS (SELECT 1 FROM case_spell k
        WHERE k.case_file_id = NEW.id AND k.started_on < day AND (k.ended_on IS NULL OR k.ended_on >= day));
END;
CREATE TRIGGER figures_by_risk_of_case AFTER UPDATE ON case_file WHEN OLD.risk_band IS NOT NEW.risk_band OR (OLD.taken_as_high_on IS NULL) <> (NEW.taken_as_high_on IS NULL)
BEGIN
    DELETE FROM figure_slice WHERE dimension = 'risk' AND slice IN (
        SELECT day FROM case_figure_day WHERE case_file_id = NEW.id
        UNION ALL SELECT substr(day, 1, 7) FROM case_figure_day WHERE case_file_id = NEW.id);
    DELETE FROM figure_open_day WHERE dimension = 'risk' AND EXISTS (SELECT 1 FROM case_spell k
        WHERE k.case_file_id = NEW.id AND k.started_on < day AND (k.ended_on IS NULL OR k.ended_on >= day));
END;

-- What a record is grouped by itself.
CREATE TRIGGER figures_by_who_of_contact AFTER UPDATE ON contact WHEN OLD.made_by IS NOT NEW.made_by
BEGIN
    DELETE FROM figure_slice WHERE dimension = 'officer' AND slice IN (NEW.made_on, substr(NEW.made_on, 1, 7));
END;
CREATE TRIGGER figures_by_who_of_intervention AFTER UPDATE ON intervention WHEN OLD.used_by IS NOT NEW.used_by
BEGIN
    DELETE FROM figure_slice WHERE dimension = 'officer' AND slice IN (NEW.used_on, substr(NEW.used_on, 1, 7));
END;
CREATE TRIGGER figures_by_who_of_triage_decision AFTER UPDATE ON triage_decision WHEN OLD.decided_by IS NOT NEW.decided_by
BEGIN
    DELETE FROM figure_slice WHERE dimension = 'officer' AND slice IN (NEW.decided_on, substr(NEW.decided_on, 1, 7));
END;
CREATE TRIGGER figures_by_who_of_case_spell AFTER UPDATE ON case_spell WHEN OLD.owner_id IS NOT NEW.owner_id
BEGIN
    DELETE FROM figure_slice WHERE dimension = 'officer' AND slice IN (NEW.ended_on, substr(NEW.ended_on, 1, 7));
END;
CREATE TRIGGER figures_by_groups_of_report AFTER UPDATE ON report
WHEN OLD.area_id IS NOT NEW.area_id OR OLD.category IS NOT NEW.category OR OLD.case_file_id IS NOT NEW.case_file_id
BEGIN
    DELETE FROM figure_slice WHERE dimension <> '' AND slice IN (
        SELECT decided_on FROM triage_decision WHERE report_id = NEW.id
        UNION ALL SELECT substr(decided_on, 1, 7) FROM triage_decision WHERE report_id = NEW.id);
END;
CREATE TRIGGER figures_by_groups_of_survey AFTER UPDATE ON survey
WHEN OLD.area_id IS NOT NEW.area_id OR OLD.category IS NOT NEW.category OR OLD.owner_id IS NOT NEW.owner_id
BEGIN
    DELETE FROM figure_slice WHERE dimension <> '' AND slice IN (
        SELECT day FROM case_figure_day WHERE case_file_id = NEW.case_file_id
        UNION ALL SELECT substr(day, 1, 7) FROM case_figure_day WHERE case_file_id = NEW.case_file_id);
END;

-- A day is in a stretch that began before it and did not end before it.
CREATE TRIGGER figures_open_added AFTER INSERT ON case_spell BEGIN
    DELETE FROM figure_open_day WHERE day > NEW.started_on AND day <= coalesce(NEW.ended_on, '9999-12-31');
END;
CREATE TRIGGER figures_open_removed AFTER DELETE ON case_spell BEGIN
    DELETE FROM figure_open_day WHERE day > OLD.started_on AND day <= coalesce(OLD.ended_on, '9999-12-31');
END;
CREATE TRIGGER figures_open_changed AFTER UPDATE ON case_spell
WHEN OLD.started_on IS NOT NEW.started_on OR OLD.ended_on IS NOT NEW.ended_on
BEGIN
    DELETE FROM figure_open_day WHERE day > min(OLD.started_on, NEW.started_on) AND day <= max(OLD.started_on, NEW.started_on);
    DELETE FROM figure_open_day WHERE day > min(coalesce(OLD.ended_on, '9999-12-31'), coalesce(NEW.ended_on, '9999-12-31'))
        AND day <= max(coalesce(OLD.ended_on, '9999-12-31'), coalesce(NEW.ended_on, '9999-12-31'));
END;

-- A question asked about a paper before its meeting (V04), and the item of a meeting's minutes it became.
ALTER TABLE panel_question ADD COLUMN paper_id TEXT REFERENCES board_paper (id);
ALTER TABLE panel_question ADD COLUMN item_id TEXT;
CREATE INDEX panel_question_by_paper ON panel_question (paper_id, asked_at) WHERE paper_id IS NOT NULL;
CREATE INDEX panel_question_not_carried ON panel_question (asked_at) WHERE item_id IS NULL;

-- The numbers of ASB case reviews that section 104(9) of the 2014 Act has published, as the bodies of an area sent them.
CREATE TABLE case_review_numbers (
    area TEXT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,                  -- the last day; no more than twelve months
    applications BIGINT NOT NULL,
    not_met BIGINT NOT NULL,                 -- applications that did not meet the threshold
    reviews BIGINT NOT NULL,
    with_recommendations BIGINT NOT NULL,
    ours BIGINT,                             -- reviews about cases of this landlord; null when not known
    source TEXT NOT NULL,
    recorded_by TEXT REFERENCES account (id),
    recorded_at BIGINT NOT NULL,
    PRIMARY KEY (area, from_on)
);
