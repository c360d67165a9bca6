-- Words, folded by us (accents, case), found by full text. One row per case file, kept by the use-cases that change it.
CREATE TABLE search_entry (
    case_file_id TEXT PRIMARY KEY REFERENCES case_file (id),
    words TEXT NOT NULL,
    document TSVECTOR NOT NULL
);
CREATE INDEX search_entry_document ON search_entry USING GIN (document);

-- The same for addresses, kept with them.
CREATE TABLE address_entry (
    address_id TEXT PRIMARY KEY REFERENCES address (id),
    words TEXT NOT NULL,
    document TSVECTOR NOT NULL
);
CREATE INDEX address_entry_document ON address_entry USING GIN (document);

-- Figures of days and months that are over, counted once and kept (docs/adr/2026-11-22-counted-days.md). A slice that
-- has a row here is counted as it stands; whatever changes a record of one of its days takes the row away in the same
-- transaction, and the days are counted from the records until they have been counted again.
CREATE TABLE figure_slice (
    slice TEXT PRIMARY KEY,                  -- "2026-10" or "2026-10-21"
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL                   -- the first day after it
);
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
);

-- Arguments: the columns that hold the days.
CREATE FUNCTION figures_forget_days() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    name text;
    days text[] := '{}';
BEGIN
    FOREACH name IN ARRAY TG_ARGV LOOP
        IF TG_OP <> 'INSERT' THEN days := days || (to_jsonb(OLD) ->> name); END IF;
        IF TG_OP <> 'DELETE' THEN days := days || (to_jsonb(NEW) ->> name); END IF;
    END LOOP;
    DELETE FROM figure_slice WHERE slice = ANY (days || ARRAY(SELECT substr(day, 1, 7) FROM unnest(days) day));
    RETURN NULL;
END $$;

CREATE TRIGGER figures_of_contact AFTER INSERT OR DELETE ON contact FOR EACH ROW EXECUTE FUNCTION figures_forget_days('made_on');
CREATE TRIGGER figures_of_contact_changed AFTER UPDATE ON contact FOR EACH ROW
    WHEN (ROW(OLD.made_on, OLD.result) IS DISTINCT FROM ROW(NEW.made_on, NEW.result))
    EXECUTE FUNCTION figures_forget_days('made_on');

CREATE TRIGGER figures_of_contact_interval AFTER INSERT OR DELETE ON contact_interval FOR EACH ROW EXECUTE FUNCTION figures_forget_days('due_on');
CREATE TRIGGER figures_of_contact_interval_changed AFTER UPDATE ON contact_interval FOR EACH ROW
    WHEN (ROW(OLD.due_on, OLD.kind, OLD.kept, OLD.ended_on) IS DISTINCT FROM ROW(NEW.due_on, NEW.kind, NEW.kept, NEW.ended_on))
    EXECUTE FUNCTION figures_forget_days('due_on');

CREATE TRIGGER figures_of_plan_step AFTER INSERT OR DELETE ON plan_step FOR EACH ROW EXECUTE FUNCTION figures_forget_days('due_on');
CREATE TRIGGER figures_of_plan_step_changed AFTER UPDATE ON plan_step FOR EACH ROW
    WHEN (ROW(OLD.due_on, OLD.state, OLD.done_on) IS DISTINCT FROM ROW(NEW.due_on, NEW.state, NEW.done_on))
    EXECUTE FUNCTION figures_forget_days('due_on');

CREATE TRIGGER figures_of_intervention AFTER INSERT OR DELETE ON intervention FOR EACH ROW EXECUTE FUNCTION figures_forget_days('used_on');
CREATE TRIGGER figures_of_intervention_changed AFTER UPDATE ON intervention FOR EACH ROW
    WHEN (ROW(OLD.used_on, OLD.catalogue_code, OLD.legal) IS DISTINCT FROM ROW(NEW.used_on, NEW.catalogue_code, NEW.legal))
    EXECUTE FUNCTION figures_forget_days('used_on');

CREATE TRIGGER figures_of_triage_decision AFTER INSERT OR DELETE ON triage_decision FOR EACH ROW EXECUTE FUNCTION figures_forget_days('decided_on');
CREATE TRIGGER figures_of_triage_decision_changed AFTER UPDATE ON triage_decision FOR EACH ROW
    WHEN (ROW(OLD.decided_on, OLD.path, OLD.everyday_noise_step) IS DISTINCT FROM ROW(NEW.decided_on, NEW.path, NEW.everyday_noise_step))
    EXECUTE FUNCTION figures_forget_days('decided_on');

CREATE TRIGGER figures_of_case_spell AFTER INSERT OR DELETE ON case_spell FOR EACH ROW EXECUTE FUNCTION figures_forget_days('started_on', 'ended_on');
CREATE TRIGGER figures_of_case_spell_changed AFTER UPDATE ON case_spell FOR EACH ROW
    WHEN (ROW(OLD.started_on, OLD.ended_on, OLD.outcome, OLD.days_open, OLD.number) IS DISTINCT FROM ROW(NEW.started_on, NEW.ended_on, NEW.outcome, NEW.days_open, NEW.number))
    EXECUTE FUNCTION figures_forget_days('started_on', 'ended_on');

CREATE TRIGGER figures_of_survey AFTER INSERT OR DELETE ON survey FOR EACH ROW EXECUTE FUNCTION figures_forget_days('due_on');
CREATE TRIGGER figures_of_survey_changed AFTER UPDATE ON survey FOR EACH ROW
    WHEN (ROW(OLD.due_on, OLD.state) IS DISTINCT FROM ROW(NEW.due_on, NEW.state))
    EXECUTE FUNCTION figures_forget_days('due_on');

CREATE TRIGGER figures_of_survey_answer AFTER INSERT OR DELETE ON survey_answer FOR EACH ROW EXECUTE FUNCTION figures_forget_days('counts_on');
CREATE TRIGGER figures_of_survey_answer_changed AFTER UPDATE ON survey_answer FOR EACH ROW
    WHEN (ROW(OLD.counts_on, OLD.question, OLD.answer, OLD.wording_version) IS DISTINCT FROM ROW(NEW.counts_on, NEW.question, NEW.answer, NEW.wording_version))
    EXECUTE FUNCTION figures_forget_days('counts_on');

CREATE TRIGGER figures_of_survey_comment AFTER INSERT OR DELETE ON survey_comment FOR EACH ROW EXECUTE FUNCTION figures_forget_days('said_on');
CREATE TRIGGER figures_of_survey_comment_changed AFTER UPDATE ON survey_comment FOR EACH ROW
    WHEN (ROW(OLD.said_on, OLD.kind, OLD.category) IS DISTINCT FROM ROW(NEW.said_on, NEW.kind, NEW.category))
    EXECUTE FUNCTION figures_forget_days('said_on');

CREATE TRIGGER figures_of_case_file AFTER INSERT OR DELETE ON case_file FOR EACH ROW EXECUTE FUNCTION figures_forget_days('opened_on', 'first_plan_by', 'first_risk_by');
CREATE TRIGGER figures_of_case_file_changed AFTER UPDATE ON case_file FOR EACH ROW
    WHEN (ROW(OLD.opened_on, OLD.category, OLD.harm_group, OLD.channel, OLD.hate, OLD.first_plan_by, OLD.first_plan_on, OLD.first_risk_by, OLD.first_risk_on, OLD.closed_on) IS DISTINCT FROM ROW(NEW.opened_on, NEW.category, NEW.harm_group, NEW.channel, NEW.hate, NEW.first_plan_by, NEW.first_plan_on, NEW.first_risk_by, NEW.first_risk_on, NEW.closed_on))
    EXECUTE FUNCTION figures_forget_days('opened_on', 'first_plan_by', 'first_risk_by');

-- A step that was to be done by a day on which its case was closed already was not missed.
CREATE FUNCTION figures_forget_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM figure_slice WHERE slice IN (
        SELECT unnest(ARRAY[s.due_on, substr(s.due_on, 1, 7)]) FROM plan_step s
        WHERE s.case_file_id = NEW.id AND s.due_on >= least(OLD.closed_on, NEW.closed_on));
    RETURN NULL;
END $$;
CREATE TRIGGER figures_of_steps_of_case AFTER UPDATE ON case_file FOR EACH ROW
    WHEN (OLD.closed_on IS DISTINCT FROM NEW.closed_on) EXECUTE FUNCTION figures_forget_steps();

-- "Told of the Victims' Code" is counted by the day the case was opened.
CREATE FUNCTION figures_forget_rights() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM figure_slice WHERE slice IN (
        SELECT unnest(ARRAY[opened_on, substr(opened_on, 1, 7)]) FROM case_file
        WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.case_file_id ELSE NEW.case_file_id END);
    RETURN NULL;
END $$;
CREATE TRIGGER figures_of_rights AFTER INSERT OR DELETE ON rights_notice FOR EACH ROW EXECUTE FUNCTION figures_forget_rights();
