-- Words, folded by us (accents, case), found by FTS5: its ascii tokenizer takes them as they are, letters
-- of every script included. One row per case file, kept by the use-cases that change it.
CREATE TABLE search_entry (
    number INTEGER PRIMARY KEY,
    case_file_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
    words TEXT NOT NULL
);
CREATE VIRTUAL TABLE search_index USING fts5 (words, content = 'search_entry', content_rowid = 'number', tokenize = 'ascii', detail = 'none', prefix = '3');

-- The same for addresses, kept with them.
CREATE TABLE address_entry (
    number INTEGER PRIMARY KEY,
    address_id TEXT NOT NULL UNIQUE REFERENCES address (id),
    words TEXT NOT NULL
);
CREATE VIRTUAL TABLE address_index USING fts5 (words, content = 'address_entry', content_rowid = 'number', tokenize = 'ascii', detail = 'none', prefix = '3');

-- Figures of days and months that are over, counted once and kept (docs/adr/2026-11-22-counted-days.md). A slice that
-- has a row here is counted as it stands; whatever changes a record of one of its days takes the row away in the same
-- transaction, and the days are counted from the records until they have been counted again.
CREATE TABLE figure_slice (
    slice TEXT PRIMARY KEY,                  -- "2026-10" or "2026-10-21"
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL                   -- the first day after it
) WITHOUT ROWID;
CREATE INDEX figure_slice_by_day ON figure_slice (from_on, until_on);
CREATE TABLE figure_tally (
    slice TEXT NOT NULL,                     -- counts only while figure_slice has it
    source TEXT NOT NULL,
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    c TEXT NOT NULL,
    number BIGINT NOT NULL,
    records BIGINT NOT NULL,
    PRIMARY KEY (slice, source, a, b, c, number)
) WITHOUT ROWID;

CREATE TRIGGER figures_of_contact_added AFTER INSERT ON contact BEGIN
    DELETE FROM figure_slice WHERE slice IN (NEW.made_on, substr(NEW.made_on, 1, 7));
END;
CREATE TRIGGER figures_of_contact_removed AFTER DELETE ON contact BEGIN
    DELETE FROM figure_slice WHERE slice IN (OLD.made_on, substr(OLD.made_on, 1, 7));
END;
CREATE TRIGGER figures_of_contact_changed AFTER UPDATE ON contact
WHEN OLD.made_on IS NOT NEW.made_on OR OLD.result IS NOT NEW.result
BEGIN
    DELETE FROM figure_slice WHERE slice IN (OLD.made_on, substr(OLD.made_on, 1, 7),
        NEW.made_on, substr(NEW.made_on, 1, 7));
END;

CREATE TRIGGER figures_of_contact_interval_added AFTER INSERT ON contact_interval BEGIN
    DELETE FROM figure_slice WHERE slice IN (NEW.due_on, substr(NEW.due_on, 1, 7));
END;
CREATE TRIGGER figures_of_contact_interval_removed AFTER DELETE ON contact_interval BEGIN
    DELETE FROM figure_slice WHERE slice IN (OLD.due_on, substr(OLD.due_on, 1, 7));
END;
CREATE TRIGGER figures_of_contact_interval_changed AFTER UPDATE ON contact_interval
WHEN OLD.due_on IS NOT NEW.due_on OR OLD.kind IS NOT NEW.kind OR OLD.kept IS NOT NEW.kept OR OLD.ended_on IS NOT NEW.ended_on
BEGIN
    DELETE FROM figure_slice WHERE slice IN (OLD.due_on, substr(OLD.due_on, 1, 7),
        NEW.due_on, substr(NEW.due_on, 1, 7));
END;

CREATE TRIGGER figures_of_plan_step_added AFTER INSERT ON plan_step BEGIN
    DELETE FROM figure_slice WHERE slice IN (NEW.due_on, substr(NEW.due_on, 1, 7));
END;
CREATE TRIGGER figures_of_plan_step_removed AFTER DELETE ON plan_step BEGIN
    DELETE FROM figure_slice WHERE slice IN (OLD.due_on, substr(OLD.due_on, 1, 7));
END;
CREATE TRIGGER figures_of_plan_step_changed AFTER UPDATE ON plan_step
WHEN OLD.due_on IS NOT NEW.due_on OR OLD.state IS NOT NEW.state OR OLD.done_on IS NOT NEW.done_on
BEGIN
    DELETE FROM figure_slice WHERE slice IN (OLD.due_on, substr(OLD.due_on, 1, 7),
        NEW.due_on, substr(NEW.due_on, 1, 7));
END;

CREATE TRIGGER figures_of_intervention_added AFTER INSERT ON intervention BEGIN
    DELETE FROM figure_slice WHERE slice IN (NEW.used_on, substr(NEW.used_on, 1, 7));
END;
CREATE TRIGGER figures_of_intervention_removed AFTER DELETE ON intervention BEGIN
    DELETE FROM figure_slice WHERE slice IN (OLD.used_on, substr(OLD.used_on, 1, 7));
END;
CREATE TRIGGER figures_of_intervention_changed AFTER UPDATE ON intervention
WHEN OLD.used_on IS NOT NEW.used_on OR OLD.catalogue_code IS NOT NEW.catalogue_code OR OLD.legal IS NOT NEW.legal
BEGIN
    DELETE FROM figure_slice WHERE slice IN (OLD.used_on, substr(OLD.used_on, 1, 7),
        NEW.used_on, substr(NEW.used_on, 1, 7));
END;

CREATE TRIGGER figures_of_triage_decision_added AFTER INSERT ON triage_decision BEGIN
    DELETE FROM figure_slice WHERE slice IN (NEW.decided_on, substr(NEW.decided_on, 1, 7));
END;
CREATE TRIGGER figures_of_triage_decision_removed AFTER DELETE ON triage_decision BEGIN
    DELETE FROM figure_slice WHERE slice IN (OLD.decided_on, substr(OLD.decided_on, 1, 7));
END;
CREATE TRIGGER figures_of_triage_decision_changed AFTER UPDATE ON triage_decision
WHEN OLD.decided_on IS NOT NEW.decided_on OR OLD.path IS NOT NEW.path OR OLD.everyday_noise_step IS NOT NEW.everyday_noise_step
BEGIN
    DELETE FROM figure_slice WHERE slice IN (OLD.decided_on, substr(OLD.decided_on, 1, 7),
        NEW.decided_on, substr(NEW.decided_on, 1, 7));
END;

CREATE TRIGGER figures_of_case_spell_added AFTER INSERT ON case_spell BEGIN
    DELETE FROM figure_slice WHERE slice IN (NEW.started_on, substr(NEW.started_on, 1, 7), NEW.ended_on, substr(NEW.ended_on, 1, 7));
END;
CREATE TRIGGER figures_of_case_spell_removed AFTER DELETE ON case_spell BEGIN
    DELETE FROM figure_slice WHERE slice IN (OLD.started_on, substr(OLD.started_on, 1, 7), OLD.ended_on, substr(OLD.ended_on, 1, 7));
END;
CREATE TRIGGER figures_of_case_spell_changed AFTER UPDATE ON case_spell
WHEN OLD.started_on IS NOT NEW.started_on OR OLD.ended_on IS NOT NEW.ended_on OR OLD.outcome IS NOT NEW.outcome OR OLD.days_open IS NOT NEW.days_open OR OLD.number IS NOT NEW.number
BEGIN
    DELETE FROM figure_slice WHERE slice IN (OLD.started_on, substr(OLD.started_on, 1, 7), OLD.ended_on, substr(OLD.ended_on, 1, 7),
        NEW.started_on, substr(NEW.started_on, 1, 7), NEW.ended_on, substr(NEW.ended_on, 1, 7));
END;

CREATE TRIGGER figures_of_survey_added AFTER INSERT ON survey BEGIN
    DELETE FROM figure_slice WHERE slice IN (NEW.due_on, substr(NEW.due_on, 1, 7));
END;
CREATE TRIGGER figures_of_survey_removed AFTER DELETE ON survey BEGIN
    DELETE FROM figure_slice WHERE slice IN (OLD.due_on, substr(OLD.due_on, 1, 7));
END;
CREATE TRIGGER figures_of_survey_changed AFTER UPDATE ON survey
WHEN OLD.due_on IS NOT NEW.due_on OR OLD.state IS NOT NEW.state
BEGIN
    DELETE FROM figure_slice WHERE slice IN (OLD.due_on, substr(OLD.due_on, 1, 7),
        NEW.due_on, substr(NEW.due_on, 1, 7));
END;

CREATE TRIGGER figures_of_survey_answer_added AFTER INSERT ON survey_answer BEGIN
    DELETE FROM figure_slice WHERE slice IN (NEW.counts_on, substr(NEW.counts_on, 1, 7));
END;
CREATE TRIGGER figures_of_survey_answer_removed AFTER DELETE ON survey_answer BEGIN
    DELETE FROM figure_slice WHERE slice IN (OLD.counts_on, substr(OLD.counts_on, 1, 7));
END;
CREATE TRIGGER figures_of_survey_answer_changed AFTER UPDATE ON survey_answer
WHEN OLD.counts_on IS NOT NEW.counts_on OR OLD.question IS NOT NEW.question OR OLD.answer IS NOT NEW.answer OR OLD.wording_version IS NOT NEW.wording_version
BEGIN
    DELETE FROM figure_slice WHERE slice IN (OLD.counts_on, substr(OLD.counts_on, 1, 7),
        NEW.counts_on, substr(NEW.counts_on, 1, 7));
END;

CREATE TRIGGER figures_of_survey_comment_added AFTER INSERT ON survey_comment BEGIN
    DELETE FROM figure_slice WHERE slice IN (NEW.said_on, substr(NEW.said_on, 1, 7));
END;
CREATE TRIGGER figures_of_survey_comment_removed AFTER DELETE ON survey_comment BEGIN
    DELETE FROM figure_slice WHERE slice IN (OLD.said_on, substr(OLD.said_on, 1, 7));
END;
CREATE TRIGGER figures_of_survey_comment_changed AFTER UPDATE ON survey_comment
WHEN OLD.said_on IS NOT NEW.said_on OR OLD.kind IS NOT NEW.kind OR OLD.category IS NOT NEW.category
BEGIN
    DELETE FROM figure_slice WHERE slice IN (OLD.said_on, substr(OLD.said_on, 1, 7),
        NEW.said_on, substr(NEW.said_on, 1, 7));
END;

CREATE TRIGGER figures_of_case_file_added AFTER INSERT ON case_file BEGIN
    DELETE FROM figure_slice WHERE slice IN (NEW.opened_on, substr(NEW.opened_on, 1, 7), NEW.first_plan_by, substr(NEW.first_plan_by, 1, 7), NEW.first_risk_by, substr(NEW.first_risk_by, 1, 7));
END;
CREATE TRIGGER figures_of_case_file_removed AFTER DELETE ON case_file BEGIN
    DELETE FROM figure_slice WHERE slice IN (OLD.opened_on, substr(OLD.opened_on, 1, 7), OLD.first_plan_by, substr(OLD.first_plan_by, 1, 7), OLD.first_risk_by, substr(OLD.first_risk_by, 1, 7));
END;
CREATE TRIGGER figures_of_case_file_changed AFTER UPDATE ON case_file
WHEN OLD.opened_on IS NOT NEW.opened_on OR OLD.category IS NOT NEW.category OR OLD.harm_group IS NOT NEW.harm_group OR OLD.channel IS NOT NEW.channel OR OLD.hate IS NOT NEW.hate OR OLD.first_plan_by IS NOT NEW.first_plan_by OR OLD.first_plan_on IS NOT NEW.first_plan_on OR OLD.first_risk_by IS NOT NEW.first_risk_by OR OLD.first_risk_on IS NOT NEW.first_risk_on OR OLD.closed_on IS NOT NEW.closed_on
BEGIN
    DELETE FROM figure_slice WHERE slice IN (OLD.opened_on, substr(OLD.opened_on, 1, 7), OLD.first_plan_by, substr(OLD.first_plan_by, 1, 7), OLD.first_risk_by, substr(OLD.first_risk_by, 1, 7),
        NEW.opened_on, substr(NEW.opened_on, 1, 7), NEW.first_plan_by, substr(NEW.first_plan_by, 1, 7), NEW.first_risk_by, substr(NEW.first_risk_by, 1, 7));
END;

-- A step that was to be done by a day on which its case was closed already was not missed.
CREATE TRIGGER figures_of_steps_of_case AFTER UPDATE ON case_file WHEN OLD.closed_on IS NOT NEW.closed_on
BEGIN
    DELETE FROM figure_slice WHERE slice IN (
        SELECT s.due_on FROM plan_step s
        WHERE s.case_file_id = NEW.id AND s.due_on >= min(coalesce(OLD.closed_on, NEW.closed_on), coalesce(NEW.closed_on, OLD.closed_on))
        UNION ALL
        SELECT substr(s.due_on, 1, 7) FROM plan_step s
        WHERE s.case_file_id = NEW.id AND s.due_on >= min(coalesce(OLD.closed_on, NEW.closed_on), coalesce(NEW.closed_on, OLD.closed_on)));
END;
-- "Told of the Victims' Code" is counted by the day the case was opened.
CREATE TRIGGER figures_of_rights_added AFTER INSERT ON rights_notice BEGIN
    DELETE FROM figure_slice WHERE slice IN (
        SELECT opened_on FROM case_file WHERE id = NEW.case_file_id
        UNION ALL SELECT substr(opened_on, 1, 7) FROM case_file WHERE id = NEW.case_file_id);
END;
CREATE TRIGGER figures_of_rights_removed AFTER DELETE ON rights_notice BEGIN
    DELETE FROM figure_slice WHERE slice IN (
        SELECT opened_on FROM case_file WHERE id = OLD.case_file_id
        UNION ALL SELECT substr(opened_on, 1, 7) FROM case_file WHERE id = OLD.case_file_id);
END;
