#include "storage/cases.h"

namespace doorstep::storage::cases {
namespace {

#define CASE_COLUMNS                                                                                \
    "id, reference, title, state, category, subcategory, harm_group, hate, in_danger, self_harm, "  \
    "high_profile, restricted, restricted_reason, channel, opened_at, opened_on, raised_on, "       \
    "opened_by, owner_id, team_id, housing_officer_id, address_id, block_id, area_id, place_text, " \
    "risk_band, taken_as_high_on, risk_score, risk_assessed_on, risk_review_by, first_contact_by, " \
    "next_contact_by, "                                                                             \
    "plan_by, plan_agreed_on, steps_total, steps_done, steps_late, paused_until, pause_reason, "    \
    "closed_at, closed_on, closed_by, outcome, closing_reason, closing_summary, reopened_on, "      \
    "reopened_count, first_risk_by, first_risk_on, first_plan_by, first_plan_on, contacts_count, "  \
    "version"

sql::Query const insert_case{"cases.insert", "INSERT INTO case_file (" CASE_COLUMNS R"sql() VALUES (
    :id, :reference, :title, :state, :category, :subcategory, :harm_group, :hate, :in_danger,
    :self_harm, :high_profile, :restricted, :restricted_reason, :channel, :opened_at, :opened_on,
    :raised_on, :opened_by, :owner_id, :team_id, :housing_officer_id, :address_id, :block_id,
    :area_id, :place_text, :risk_band, :taken_as_high_on, :risk_score, :risk_assessed_on, :risk_review_by,
    :first_contact_by, :next_contact_by, :plan_by, :plan_agreed_on, :steps_total, :steps_done,
    :steps_late, :paused_until, :pause_reason, :closed_at, :closed_on, :closed_by, :outcome,
    :closing_reason, :closing_summary, :reopened_on, :reopened_count, :first_risk_by, :first_risk_on,
    :first_plan_by, :first_plan_on, :contacts_count, :version)
)sql"};

sql::Query const select_by_id{"cases.by_id", "SELECT " CASE_COLUMNS " FROM case_file WHERE id = :id"};
sql::Query const select_by_reference{"cases.by_reference",
                                     "SELECT " CASE_COLUMNS " FROM case_file WHERE reference = :reference"};

sql::Query const update_case{"cases.update", R"sql(
    UPDATE case_file SET title = :title, state = :state, category = :category, subcategory = :subcategory,
        harm_group = :harm_group, hate = :hate, in_danger = :in_danger, self_harm = :self_harm,
        high_profile = :high_profile, restricted = :restricted,
        restricted_reason = :restricted_reason, channel = :channel, opened_on = :opened_on,
        raised_on = :raised_on, owner_id = :owner_id, team_id = :team_id,
        housing_officer_id = :housing_officer_id, address_id = :address_id, block_id = :block_id,
        area_id = :area_id, place_text = :place_text, risk_band = :risk_band,
        taken_as_high_on = :taken_as_high_on, risk_score = :risk_score, risk_assessed_on = :risk_assessed_on,
        risk_review_by = :risk_review_by, first_contact_by = :first_contact_by,
        next_contact_by = :next_contact_by, plan_by = :plan_by, plan_agreed_on = :plan_agreed_on,
        steps_total = :steps_total, steps_done = :steps_done, steps_late = :steps_late,
        paused_until = :paused_until, pause_reason = :pause_reason, closed_at = :closed_at,
        closed_on = :closed_on, closed_by = :closed_by, outcome = :outcome,
        closing_reason = :closing_reason, closing_summary = :closing_summary,
        reopened_on = :reopened_on, reopened_count = :reopened_count, first_risk_by = :first_risk_by,
        first_risk_on = :first_risk_on, first_plan_by = :first_plan_by,
        first_plan_on = :first_plan_on, contacts_count = :contacts_count,
        version = version + 1
    WHERE id = :id AND version = :version
)sql"};

sql::Query const select_standing{"cases.standing", R"sql(
    SELECT EXISTS (SELECT 1 FROM case_access a WHERE a.case_file_id = :id AND a.account_id = :viewer
               AND (a.until_on IS NULL OR a.until_on >= :viewed_on)),
           EXISTS (SELECT 1 FROM case_conflict x WHERE x.case_file_id = :id AND x.account_id = :viewer)
)sql"};

sql::Query const select_labels{"cases.labels", R"sql(
    SELECT coalesce(o.name, ''), coalesce(h.name, ''), coalesce(r.name, ''), coalesce(a.line || ', ' || a.postcode, '')
    FROM case_file c
    LEFT JOIN account o ON o.id = c.owner_id
    LEFT JOIN account h ON h.id = c.housing_officer_id
    LEFT JOIN area r ON r.id = c.area_id
    LEFT JOIN address a ON a.id = c.address_id
    WHERE c.id = :id
)sql"};

sql::Query const insert_handler{"cases.add_handler", R"sql(
    INSERT INTO case_handler (case_file_id, account_id, first_at) VALUES (:id, :account, :at) ON CONFLICT DO NOTHING
)sql"};

// Rewritten only where it differs, so that most saves of a case only look.
sql::Query const put_spell{"cases.put_spell", R"sql(
    INSERT INTO case_spell (case_file_id, number, started_on, ended_on, outcome, closing_reason, days_open, owner_id)
    VALUES (:id, :number, :started_on, :ended_on, :outcome, :closing_reason, :days_open, :owner_id)
    ON CONFLICT (case_file_id, number) DO UPDATE SET started_on = excluded.started_on, ended_on = excluded.ended_on,
        outcome = excluded.outcome, closing_reason = excluded.closing_reason, days_open = excluded.days_open,
        owner_id = excluded.owner_id
    WHERE case_spell.started_on <> excluded.started_on OR case_spell.ended_on IS DISTINCT FROM excluded.ended_on
        OR case_spell.outcome IS DISTINCT FROM excluded.outcome
        OR case_spell.closing_reason IS DISTINCT FROM excluded.closing_reason
        OR case_spell.days_open IS DISTINCT FROM excluded.days_open
        OR case_spell.owner_id IS DISTINCT FROM excluded.owner_id
)sql"};

sql::Query const select_closed_times{"cases.closed_times", R"sql(
    SELECT s.ended_on, n.started_on
    FROM case_spell s LEFT JOIN case_spell n ON n.case_file_id = s.case_file_id AND n.number = s.number + 1
    WHERE s.case_file_id = :id AND s.ended_on IS NOT NULL AND s.number <= :reopened_count ORDER BY s.number
)sql"};

CaseFile read_case(sql::Row& row) {
    CaseFile f;
    row.read(f.id, f.reference, f.title, f.state, f.category, f.subcategory, f.harm_group, f.hate,
             f.in_danger, f.self_harm, f.high_profile, f.restricted, f.restricted_reason, f.channel,
             f.opened_at, f.opened_on, f.raised_on, f.opened_by, f.owner, f.team, f.housing_officer,
             f.address, f.block, f.area, f.place_text, f.risk_band, f.taken_as_high_on, f.risk_score,
             f.risk_assessed_on, f.risk_review_by, f.first_contact_by, f.next_contact_by, f.plan_by,
             f.plan_agreed_on, f.steps_total, f.steps_done, f.steps_late, f.paused_until, f.pause_reason,
             f.closed_at, f.closed_on, f.closed_by, f.outcome, f.closing_reason, f.closing_summary,
             f.reopened_on, f.reopened_count, f.first_risk_by, f.first_risk_on, f.first_plan_by,
             f.first_plan_on, f.contacts_count, f.version);
    return f;
}

std::vector<sql::Parameter> parameters_of(CaseFile const& f) {
    return {{"title", f.title},
            {"state", f.state},
            {"category", f.category},
            {"subcategory", f.subcategory},
            {"harm_group", f.harm_group},
            {"hate", f.hate},
            {"in_danger", f.in_danger},
            {"self_harm", f.self_harm},
            {"high_profile", f.high_profile},
            {"restricted", f.restricted},
            {"restricted_reason", f.restricted_reason},
            {"channel", f.channel},
            {"opened_on", f.opened_on},
            {"raised_on", f.raised_on},
            {"owner_id", f.owner},
            {"team_id", f.team},
            {"housing_officer_id", f.housing_officer},
            {"address_id", f.address},
            {"block_id", f.block},
            {"area_id", f.area},
            {"place_text", f.place_text},
            {"risk_band", f.risk_band},
            {"taken_as_high_on", f.taken_as_high_on},
            {"risk_score", f.risk_score},
            {"risk_assessed_on", f.risk_assessed_on},
            {"risk_review_by", f.risk_review_by},
            {"first_contact_by", f.first_contact_by},
            {"next_contact_by", f.next_contact_by},
            {"plan_by", f.plan_by},
            {"plan_agreed_on", f.plan_agreed_on},
            {"steps_total", f.steps_total},
            {"steps_done", f.steps_done},
            {"steps_late", f.steps_late},
            {"paused_until", f.paused_until},
            {"pause_reason", f.pause_reason},
            {"closed_at", f.closed_at},
            {"closed_on", f.closed_on},
            {"closed_by", f.closed_by},
            {"outcome", f.outcome},
            {"closing_reason", f.closing_reason},
            {"closing_summary", f.closing_summary},
            {"reopened_on", f.reopened_on},
            {"reopened_count", f.reopened_count},
            {"first_risk_by", f.first_risk_by},
            {"first_risk_on", f.first_risk_on},
            {"first_plan_by", f.first_plan_by},
            {"first_plan_on", f.first_plan_on},
            {"contacts_count", f.contacts_count},
            {"id", f.id},
            {"version", f.version}};
}

}  // namespace

void keep_spell(sql::Write& tx, CaseFile const& f) {
    auto const if_closed = [&](auto const& value) { return f.closed_on ? value : std::nullopt; };
    tx.run(put_spell, {{"id", f.id},
                       {"number", f.reopened_count + 1},
                       {"started_on", f.reopened_count > 0 && f.reopened_on ? *f.reopened_on : f.opened_on},
                       {"ended_on", f.closed_on},
                       {"outcome", if_closed(f.outcome)},
                       {"closing_reason", if_closed(f.closing_reason)},
                       {"days_open",
                        f.closed_on ? std::optional(days_between(f.opened_on, *f.closed_on)) : std::nullopt},
                       {"owner_id", if_closed(f.owner)}});
}

void insert(sql::Write& tx, CaseFile const& given) {
    auto file = given;
    domain::cases::keep_first_promises(file);
    auto parameters = parameters_of(file);
    parameters.emplace_back("reference", file.reference);
    parameters.emplace_back("opened_at", file.opened_at);
    parameters.emplace_back("opened_by", file.opened_by);
    tx.run(insert_case, parameters);
    keep_spell(tx, file);
}

std::optional<CaseFile> find(sql::Read& tx, CaseFileId id) {
    return tx.one(select_by_id, {{"id", id}}, read_case);
}

std::optional<CaseFile> find_by_reference(sql::Read& tx, std::string_view reference) {
    return tx.one(select_by_reference, {{"reference", reference}}, read_case);
}

bool update(sql::Write& tx, CaseFile& file) {
    domain::cases::keep_first_promises(file);
    if (tx.run(update_case, parameters_of(file)) == 0) return false;
    keep_spell(tx, file);
    ++file.version;
    return true;
}

std::vector<domain::contacts::Closed> closed_times(sql::Read& tx, CaseFile const& file) {
    if (file.reopened_count == 0) return {};
    return tx.all(
        select_closed_times, {{"id", file.id}, {"reopened_count", file.reopened_count}}, [&](sql::Row& row) {
            domain::contacts::Closed closed;
            std::optional<Date> reopened_on;
            row.read(closed.closed_on, reopened_on);
            closed.reopened_on = reopened_on ? *reopened_on : file.reopened_on.value_or(closed.closed_on);
            return closed;
        });
}

domain::access::CaseStanding standing(sql::Read& tx, CaseFile const& file,
                                      domain::access::Viewer const& viewer) {
    domain::access::CaseStanding result;
    result.restricted = file.restricted;
    if (!viewer.account) return result;
    result.owner = file.owner == viewer.account;
    result.housing_officer = file.housing_officer == viewer.account;
    tx.one(select_standing, {{"id", file.id}, {"viewer", *viewer.account}, {"viewed_on", viewer.today}},
           [&](sql::Row& row) {
               row.read(result.named, result.conflict);
               return true;
           });
    return result;
}

CaseLabels labels(sql::Read& tx, CaseFileId id) {
    return tx
        .one(select_labels, {{"id", id}},
             [](sql::Row& row) {
                 CaseLabels found;
                 row.read(found.owner_name, found.housing_officer_name, found.area_name, found.address_line);
                 return found;
             })
        .value_or(CaseLabels{});
}

void add_handler(sql::Write& tx, CaseFileId file, AccountId account, Instant at) {
    tx.run(insert_handler, {{"id", file}, {"account", account}, {"at", at}});
}

}  // namespace doorstep::storage::cases
