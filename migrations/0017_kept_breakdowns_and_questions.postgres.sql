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
);
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
);
-- Cases open when a day began; counts while figure_open_day has the day.
CREATE TABLE figure_open_day (
    day TEXT NOT NULL,
    dimension TEXT NOT NULL,
    PRIMARY KEY (day, dimension)
);
CREATE TABLE figure_open (
    day TEXT NOT NULL,
    dimension TEXT NOT NULL,
    grp TEXT NOT NULL,
    cases BIGINT NOT NULL,
    PRIMARY KEY (day, dimension, grp)
);

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

-- Argument: the dimension. Whoever changes what a case is grouped by changes that breakdown of all its days.
CREATE FUNCTION figures_forget_group() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM figure_slice WHERE dimension = TG_ARGV[0] AND slice IN (
        SELECT unnest(ARRAY[day, substr(day, 1, 7)]) FROM case_figure_day WHERE case_file_id = NEW.id);
    DELETE FROM figure_open_day o WHERE dimension = TG_ARGV[0] AND EXISTS (SELECT 1 FROM case_spell k
        WHERE k.case_file_id = NEW.id AND k.started_on < o.day AND (k.ended_on IS NULL OR k.ended_on >= o.day));
    RETURN NULL;
END $$;
CREATE TRIGGER figures_by_area_of_case AFTER UPDATE ON case_file FOR EACH ROW
    WHEN (OLD.area_id IS DISTINCT FROM NEW.area_id) EXECUTE FUNCTION figures_forget_group('area');
CREATE TRIGGER figures_by_type_of_case AFTER UPDATE ON case_file FOR EACH ROW
    WHEN (OLD.category IS DISTINCT FROM NEW.category) EXECUTE FUNCTION figures_forget_group('type');
CREATE TRIGGER figures_by_officer_of_case AFTER UPDATE ON case_file FOR EACH ROW
    WHEN (OLD.owner_id IS DISTINCT FROM NEW.owner_id) EXECUTE FUNCTION figures_forget_group('officer');
CREATE TRIGGER figures_by_harm_group_of_case AFTER UPDATE ON case_file FOR EACH ROW
    WHEN (OLD.harm_group IS DISTINCT FROM NEW.harm_group) EXECUTE FUNCTION figures_forget_group('harm-group');
CREATE TRIGGER figures_by_risk_of_case AFTER UPDATE ON case_file FOR EACH ROW
    WHEN (ROW(OLD.risk_band, OLD.taken_as_high_on IS NULL) IS DISTINCT FROM ROW(NEW.risk_band, NEW.taken_as_high_on IS NULL)) EXECUTE FUNCTION figures_forget_group('risk');

-- Argument: the column of the day. What a record is grouped by itself.
CREATE FUNCTION figures_forget_officer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    day text := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
    DELETE FROM figure_slice WHERE dimension = 'officer' AND slice IN (day, substr(day, 1, 7));
    RETURN NULL;
END $$;
CREATE TRIGGER figures_by_who_of_contact AFTER UPDATE ON contact FOR EACH ROW
    WHEN (OLD.made_by IS DISTINCT FROM NEW.made_by) EXECUTE FUNCTION figures_forget_officer('made_on');
CREATE TRIGGER figures_by_who_of_intervention AFTER UPDATE ON intervention FOR EACH ROW
    WHEN (OLD.used_by IS DISTINCT FROM NEW.used_by) EXECUTE FUNCTION figures_forget_officer('used_on');
CREATE TRIGGER figures_by_who_of_triage_decision AFTER UPDATE ON triage_decision FOR EACH ROW
    WHEN (OLD.decided_by IS DISTINCT FROM NEW.decided_by) EXECUTE FUNCTION figures_forget_officer('decided_on');
CREATE TRIGGER figures_by_who_of_case_spell AFTER UPDATE ON case_spell FOR EACH ROW
    WHEN (OLD.owner_id IS DISTINCT FROM NEW.owner_id) EXECUTE FUNCTION figures_forget_officer('ended_on');
CREATE FUNCTION figures_forget_groups_of_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM figure_slice WHERE dimension <> '' AND slice IN (
        SELECT unnest(ARRAY[decided_on, substr(decided_on, 1, 7)]) FROM triage_decision WHERE report_id = NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER figures_by_groups_of_report AFTER UPDATE ON report FOR EACH ROW
    WHEN (ROW(OLD.area_id, OLD.category, OLD.case_file_id) IS DISTINCT FROM ROW(NEW.area_id, NEW.category, NEW.case_file_id))
    EXECUTE FUNCTION figures_forget_groups_of_report();
CREATE FUNCTION figures_forget_groups_of_survey() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM figure_slice WHERE dimension <> '' AND slice IN (
        SELECT unnest(ARRAY[day, substr(day, 1, 7)]) FROM case_figure_day WHERE case_file_id = NEW.case_file_id);
    RETURN NULL;
END $$;
CREATE TRIGGER figures_by_groups_of_survey AFTER UPDATE ON survey FOR EACH ROW
    WHEN (ROW(OLD.area_id, OLD.category, OLD.owner_id) IS DISTINCT FROM ROW(NEW.area_id, NEW.category, NEW.owner_id))
    EXECUTE FUNCTION figures_forget_groups_of_survey();

-- A day is in a stretch that began before it and did not end before it.
CREATE FUNCTION figures_forget_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        DELETE FROM figure_open_day WHERE day > least(OLD.started_on, NEW.started_on) AND day <= greatest(OLD.started_on, NEW.started_on);
        DELETE FROM figure_open_day WHERE day > least(coalesce(OLD.ended_on, '9999-12-31'), coalesce(NEW.ended_on, '9999-12-31'))
            AND day <= greatest(coalesce(OLD.ended_on, '9999-12-31'), coalesce(NEW.ended_on, '9999-12-31'));
    ELSIF TG_OP = 'DELETE' THEN
        DELETE FROM figure_open_day WHERE day > OLD.started_on AND day <= coalesce(OLD.ended_on, '9999-12-31');
    ELSE
        DELETE FROM figure_open_day WHERE day > NEW.started_on AND day <= coalesce(NEW.ended_on, '9999-12-31');
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER figures_open AFTER INSERT OR DELETE ON case_spell FOR EACH ROW EXECUTE FUNCTION figures_forget_open();
CREATE TRIGGER figures_open_changed AFTER UPDATE ON case_spell FOR EACH ROW
    WHEN (ROW(OLD.started_on, OLD.ended_on) IS DISTINCT FROM ROW(NEW.started_on, NEW.ended_on)) EXECUTE FUNCTION figures_forget_open();

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
