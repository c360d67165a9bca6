#include "storage/settings.h"

namespace doorstep::storage::settings {
namespace {

sql::Query const select_site{"settings.site_values", "SELECT key, value FROM site ORDER BY key"};
sql::Query const select_site_value{"settings.site_value", "SELECT value FROM site WHERE key = :key"};
sql::Query const put_site_value{"settings.set_site_value", R"sql(
    INSERT INTO site (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value
)sql"};

sql::Query const select_entries{"settings.list_entries", R"sql(
    SELECT e.list, e.code, e.version, e.label, e.label_welsh, e.details, e.position, e.in_use_from, e.in_use_until,
        e.changed_by, e.changed_at
    FROM list_entry e ORDER BY e.list, e.code, e.version
)sql"};
sql::Query const insert_entry{"settings.insert_list_entry", R"sql(
    INSERT INTO list_entry (list, code, version, label, label_welsh, details, position, in_use_from, in_use_until,
        changed_by, changed_at)
    VALUES (:list, :code, :version, :label, :label_welsh, :details, :position, :in_use_from, :in_use_until, :changed_by,
        :changed_at)
)sql"};

sql::Query const select_wordings{"settings.wordings", R"sql(
    SELECT code, language, version, subject, body, in_use_from, published_by, published_at
    FROM wording ORDER BY code, language, version
)sql"};
sql::Query const insert_wording{"settings.insert_wording", R"sql(
    INSERT INTO wording (code, language, version, subject, body, in_use_from, published_by, published_at)
    VALUES (:code, :language, :version, :subject, :body, :in_use_from, :published_by, :published_at)
)sql"};

sql::Query const select_question_sets{"settings.question_sets", R"sql(
    SELECT code, version, body, in_use_from, published_by, published_at FROM question_set ORDER BY code, version
)sql"};
sql::Query const insert_question_set{"settings.insert_question_set", R"sql(
    INSERT INTO question_set (code, version, body, in_use_from, published_by, published_at)
    VALUES (:code, :version, :body, :in_use_from, :published_by, :published_at)
)sql"};

#define STANDARD_COLUMNS                                                                              \
    "id, standard, applies_to, value, unit, counting, in_force_from, in_force_until, reason, state, " \
    "proposed_by, "                                                                                   \
    "proposed_at, decided_by, decided_at"
sql::Query const select_standards{
    "settings.standards", "SELECT " STANDARD_COLUMNS " FROM standard_override ORDER BY proposed_at, id"};
sql::Query const select_standard{"settings.find_standard",
                                 "SELECT " STANDARD_COLUMNS " FROM standard_override WHERE id = :id"};
sql::Query const insert_standard{"settings.insert_standard",
                                 "INSERT INTO standard_override (" STANDARD_COLUMNS R"sql()
    VALUES (:id, :standard, :applies_to, :value, :unit, :counting, :in_force_from, :in_force_until, :reason, :state,
        :proposed_by, :proposed_at, :decided_by, :decided_at)
)sql"};
sql::Query const update_standard{"settings.decide_standard", R"sql(
    UPDATE standard_override SET state = :state, decided_by = :by, decided_at = :at WHERE id = :id AND state = 'proposed'
)sql"};
sql::Query const end_standard{"settings.end_open_standard", R"sql(
    UPDATE standard_override SET in_force_until = :until
    WHERE standard = :standard AND applies_to = :applies_to AND state = 'approved' AND in_force_until IS NULL
        AND in_force_from < :until
)sql"};

StoredStandard read_standard(sql::Row& row) {
    StoredStandard s;
    row.read(s.id, s.standard, s.applies_to, s.value, s.unit, s.counting, s.in_force_from, s.in_force_until,
             s.reason, s.state, s.proposed_by, s.proposed_at, s.decided_by, s.decided_at);
    return s;
}

}  // namespace

std::map<std::string, std::string, std::less<>> site_values(sql::Read& tx) {
    std::map<std::string, std::string, std::less<>> values;
    tx.each(select_site, {}, [&](sql::Row& row) {
        std::string key;
        std::string value;
        row.read(key, value);
        values.emplace(std::move(key), std::move(value));
    });
    return values;
}

std::optional<std::string> site_value(sql::Read& tx, std::string_view key) {
    return tx.value<std::string>(select_site_value, {{"key", key}});
}

void set_site_value(sql::Write& tx, std::string_view key, std::string_view value) {
    tx.run(put_site_value, {{"key", key}, {"value", value}});
}

std::vector<StoredListEntry> list_entries(sql::Read& tx) {
    return tx.all(select_entries, {}, [](sql::Row& row) {
        StoredListEntry e;
        row.read(e.list, e.code, e.version, e.label, e.label_welsh, e.details, e.position, e.in_use_from,
                 e.in_use_until, e.changed_by, e.changed_at);
        return e;
    });
}

void insert(sql::Write& tx, StoredListEntry const& e) {
    tx.run(insert_entry, {{"list", e.list},
                          {"code", e.code},
                          {"version", e.version},
                          {"label", e.label},
                          {"label_welsh", e.label_welsh},
                          {"details", e.details},
                          {"position", e.position},
                          {"in_use_from", e.in_use_from},
                          {"in_use_until", e.in_use_until},
                          {"changed_by", e.changed_by},
                          {"changed_at", e.changed_at}});
}

std::vector<StoredWording> wordings(sql::Read& tx) {
    return tx.all(select_wordings, {}, [](sql::Row& row) {
        StoredWording w;
        row.read(w.code, w.language, w.version, w.subject, w.body, w.in_use_from, w.published_by,
                 w.published_at);
        return w;
    });
}

void insert(sql::Write& tx, StoredWording const& w) {
    tx.run(insert_wording, {{"code", w.code},
                            {"language", w.language},
                            {"version", w.version},
                            {"subject", w.subject},
                            {"body", w.body},
                            {"in_use_from", w.in_use_from},
                            {"published_by", w.published_by},
                            {"published_at", w.published_at}});
}

std::vector<StoredQuestionSet> question_sets(sql::Read& tx) {
    return tx.all(select_question_sets, {}, [](sql::Row& row) {
        StoredQuestionSet s;
        row.read(s.code, s.version, s.body, s.in_use_from, s.published_by, s.published_at);
        return s;
    });
}

void insert(sql::Write& tx, StoredQuestionSet const& s) {
    tx.run(insert_question_set, {{"code", s.code},
                                 {"version", s.version},
                                 {"body", s.body},
                                 {"in_use_from", s.in_use_from},
                                 {"published_by", s.published_by},
                                 {"published_at", s.published_at}});
}

std::vector<StoredStandard> standards(sql::Read& tx) { return tx.all(select_standards, {}, read_standard); }

std::optional<StoredStandard> find_standard(sql::Read& tx, std::string_view id) {
    return tx.one(select_standard, {{"id", id}}, read_standard);
}

void insert(sql::Write& tx, StoredStandard const& s) {
    tx.run(insert_standard, {{"id", s.id},
                             {"standard", s.standard},
                             {"applies_to", s.applies_to},
                             {"value", s.value},
                             {"unit", s.unit},
                             {"counting", s.counting},
                             {"in_force_from", s.in_force_from},
                             {"in_force_until", s.in_force_until},
                             {"reason", s.reason},
                             {"state", s.state},
                             {"proposed_by", s.proposed_by},
                             {"proposed_at", s.proposed_at},
                             {"decided_by", s.decided_by},
                             {"decided_at", s.decided_at}});
}

void end_open_standard(sql::Write& tx, std::string_view standard, std::string_view applies_to, Date until) {
    tx.run(end_standard, {{"until", until}, {"standard", standard}, {"applies_to", applies_to}});
}

bool decide_standard(sql::Write& tx, std::string_view id, std::string_view state, AccountId by, Instant at) {
    return tx.run(update_standard, {{"state", state}, {"by", by}, {"at", at}, {"id", id}}) == 1;
}

}  // namespace doorstep::storage::settings
