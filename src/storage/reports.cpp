#include "storage/reports.h"

#include <algorithm>
#include <boost/json.hpp>

namespace doorstep::storage::reports {
namespace {

#define REPORT_COLUMNS(r)                                                                                   \
    r "id, " r "reference, " r "state, " r "channel, " r "language, " r "received_at, " r "received_on, " r \
      "taken_by, " r "first_contact_by, " r "in_danger, " r "self_harm, " r "hate, " r "high_profile, " r   \
      "taken_as_high, " r "who_for, " r "consent, " r "anonymous, " r "reporter_name, " r                   \
      "reporter_address, " r "reporter_id, " r "safe_contact_id, " r "address_id, " r "place_text, " r      \
      "postcode, " r "area_id, " r "happened_on, " r "happened_about, " r "still_happening, " r             \
      "how_often, " r "what_happened, " r "people_known, " r "people_text, " r "effect, " r                 \
      "effect_text, " r "effect_on, " r "motive, " r "wish, " r "category, " r "looked_at_by, " r           \
      "looked_at_at, " r "case_file_id, " r "duplicate_of, " r "idempotency_key, " r "import_source, " r    \
      "import_key, " r "version"

sql::Query const insert_report{"reports.insert", "INSERT INTO report (" REPORT_COLUMNS("") R"sql() VALUES (
    :id, :reference, :state, :channel, :language, :received_at, :received_on, :taken_by, :first_contact_by,
    :in_danger, :self_harm, :hate, :high_profile, :taken_as_high, :who_for, :consent, :anonymous, :reporter_name, :reporter_address, :reporter,
    :safe_contact, :address, :place_text, :postcode, :area, :happened_on, :happened_about, :still_happening,
    :how_often, :what_happened, :people_known, :people_text, :effect, :effect_text, :effect_on, :motive, :wish,
    :category, :looked_at_by, :looked_at_at, :case_file, :duplicate_of, :idempotency_key, :import_source,
    :import_key, :version)
    ON CONFLICT DO NOTHING
)sql"};

sql::Query const insert_kind{"reports.insert_kind", R"sql(
    INSERT INTO report_kind (report_id, category) VALUES (:report, :category) ON CONFLICT DO NOTHING
)sql"};

sql::Query const insert_earlier{"reports.insert_earlier", R"sql(
    INSERT INTO report_earlier (report_id, position, told, told_on, reference)
    VALUES (:report, :position, :told, :told_on, :reference)
)sql"};

sql::Query const update_report{"reports.update", R"sql(
    UPDATE report SET state = :state, in_danger = :in_danger, self_harm = :self_harm, hate = :hate,
        high_profile = :high_profile, taken_as_high = :taken_as_high, reporter_id = :reporter, first_contact_by = :first_contact_by,
        looked_at_by = :looked_at_by, looked_at_at = :looked_at_at, case_file_id = :case_file,
        duplicate_of = :duplicate_of, version = version + 1
    WHERE id = :id AND version = :version
)sql"};

sql::Query const select_by_id{"reports.by_id", "SELECT " REPORT_COLUMNS("") " FROM report WHERE id = :id"};
sql::Query const select_by_reference{"reports.by_reference",
                                     "SELECT " REPORT_COLUMNS("") " FROM report WHERE reference = :key"};
sql::Query const select_by_idempotency_key{
    "reports.by_idempotency_key", "SELECT " REPORT_COLUMNS("") " FROM report WHERE idempotency_key = :key"};
sql::Query const select_imported{"reports.imported", "SELECT " REPORT_COLUMNS("") R"sql(
    FROM report WHERE import_source = :source AND import_key = :key
)sql"};

sql::Query const select_kinds{"reports.kinds", R"sql(
    SELECT report_id, category FROM report_kind WHERE report_id {in:reports} ORDER BY report_id, category
)sql"};
sql::Query const select_earlier{"reports.earlier", R"sql(
    SELECT told, told_on, reference FROM report_earlier WHERE report_id = :report ORDER BY position
)sql"};

std::string const visible_report =
    "((:sees_restricted OR NOT r.high_profile) AND (r.case_file_id IS NULL OR EXISTS ("
    "SELECT 1 FROM case_file c WHERE c.id = r.case_file_id AND " +
    std::string(visible_case) + ")))";

std::string listed(std::string const& where_and_order) {
    return "SELECT " REPORT_COLUMNS("r.") R"sql(,
        coalesce(a.line || ', ' || a.postcode, ''), coalesce(z.name, ''), coalesce(l.name, ''),
        coalesce(f.reference, ''), (SELECT count(*) FROM file e WHERE e.report_id = r.id)
    FROM report r
    LEFT JOIN address a ON a.id = r.address_id
    LEFT JOIN area z ON z.id = r.area_id
    LEFT JOIN account l ON l.id = r.looked_at_by
    LEFT JOIN case_file f ON f.id = r.case_file_id
    )sql" + where_and_order;
}

#define IN_TRIAGE                                                                              \
    "r.state IN ('waiting', 'being-looked-at') AND ((r.high_profile AND :restricted) OR (NOT " \
    "r.high_profile "                                                                          \
    "AND :ordinary)) AND "
#define NEWEST_FIRST " AND r.id IS DISTINCT FROM :but ORDER BY r.received_on DESC, r.id DESC LIMIT :limit"

sql::Query const select_waiting{"reports.waiting", listed("WHERE " IN_TRIAGE + visible_report + R"sql(
    ORDER BY r.in_danger DESC, r.self_harm DESC, r.taken_as_high DESC, r.first_contact_by, r.id LIMIT :limit OFFSET :offset)sql")};
sql::Query const count_of_waiting{"reports.count_waiting",
                                  "SELECT count(*) FROM report r WHERE " IN_TRIAGE + visible_report};
sql::Query const select_of_address{
    "reports.of_address", listed("WHERE r.address_id = :address AND " + visible_report + NEWEST_FIRST)};
sql::Query const select_of_postcode{
    "reports.of_postcode", listed("WHERE r.postcode = :postcode AND " + visible_report + NEWEST_FIRST)};
sql::Query const select_of_reporter{
    "reports.of_reporter", listed("WHERE r.reporter_id = :reporter AND " + visible_report + NEWEST_FIRST)};
sql::Query const select_of_case{"reports.of_case",
                                listed("WHERE r.case_file_id = :case_file ORDER BY r.received_on, r.id")};
sql::Query const select_listed{"reports.listed", listed("WHERE r.id = :id AND " + visible_report)};
sql::Query const select_last_arrival{"reports.last_arrival",
                                     "SELECT r.received_at FROM report r WHERE " + visible_report +
                                         " ORDER BY r.received_on DESC, r.id DESC LIMIT 1"};
sql::Query const select_visible{"reports.may_see",
                                "SELECT 1 FROM report r WHERE r.id = :id AND " + visible_report};

template <class E>
std::string names_json(std::vector<E> const& values) {
    std::vector<std::string> names;
    for (auto const value : values) names.emplace_back(name_of(value));
    return sql::json_list(names);
}

/// Names this program does not know are left out: a newer program wrote them.
template <class E>
std::vector<E> values_of(std::string const& json) {
    std::vector<E> values;
    auto const list = boost::json::parse(json);
    for (auto const& name : list.as_array())
        if (auto const value = enum_from_name<E>(std::string_view(name.as_string())))
            values.push_back(*value);
    return values;
}

struct ReadReport {
    Report report;
    std::string effect_on;
    std::string motive;

    template <class... More>
    void take(sql::Row& row, More&... more) {
        auto& r = report;
        row.read(r.id, r.reference, r.state, r.channel, r.language, r.received_at, r.received_on, r.taken_by,
                 r.first_contact_by, r.in_danger, r.self_harm, r.hate, r.high_profile, r.taken_as_high,
                 r.who_for, r.consent, r.anonymous, r.reporter_name, r.reporter_address, r.reporter,
                 r.safe_contact_id, r.address, r.place_text, r.postcode, r.area, r.happened_on,
                 r.happened_about, r.still_happening, r.how_often, r.what_happened, r.people_known,
                 r.people_text, r.effect, r.effect_text, effect_on, motive, r.wish, r.category,
                 r.looked_at_by, r.looked_at_at, r.case_file, r.duplicate_of, r.idempotency_key,
                 r.import_source, r.import_key, r.version, more...);
        r.effect_on = values_of<domain::reports::EffectOn>(effect_on);
        r.motives = values_of<domain::reports::Motive>(motive);
    }
};

Report read_report(sql::Row& row) {
    ReadReport read;
    read.take(row);
    return std::move(read.report);
}

ListedReport read_listed(sql::Row& row) {
    ListedReport listed;
    ReadReport read;
    read.take(row, listed.address_line, listed.area_name, listed.looked_at_by_name, listed.case_reference,
              listed.files);
    listed.report = std::move(read.report);
    return listed;
}

void fill_lists(sql::Read& tx, Report& report) {
    tx.each(select_kinds, {{"reports", sql::json_id_list(std::vector{report.id})}}, [&](sql::Row& row) {
        ReportId id;
        row.read(id, report.categories.emplace_back());
    });
    // The kind chosen first stands first.
    auto const first = std::find(report.categories.begin(), report.categories.end(), report.category);
    if (first != report.categories.end()) std::rotate(report.categories.begin(), first, first + 1);
    report.earlier = tx.all(select_earlier, {{"report", report.id}}, [](sql::Row& row) {
        domain::reports::EarlierTelling earlier;
        row.read(earlier.told, earlier.told_on, earlier.reference);
        return earlier;
    });
}

std::optional<Report> with_lists(sql::Read& tx, std::optional<Report> report) {
    if (report) fill_lists(tx, *report);
    return report;
}

std::vector<sql::Parameter> scoped(ReportScope const& scope, std::vector<sql::Parameter> parameters) {
    parameters.emplace_back("sees_restricted", scope.sees_restricted);
    add_scope(parameters, scope.cases);
    return parameters;
}

std::vector<sql::Parameter> of_queue(ReportScope const& scope, Queue queue,
                                     std::vector<sql::Parameter> parameters = {}) {
    parameters.emplace_back("restricted", queue != Queue::ordinary);
    parameters.emplace_back("ordinary", queue != Queue::restricted);
    return scoped(scope, std::move(parameters));
}

}  // namespace

ReportScope report_scope(domain::access::Viewer const& viewer) {
    using domain::access::Action;
    return {.cases = case_scope(viewer, Action::see_case),
            .sees_restricted = domain::access::may(viewer, Action::see_restricted_triage)};
}

bool insert(sql::Write& tx, Report const& r) {
    auto const inserted = tx.run(insert_report, {{"id", r.id},
                                                 {"reference", r.reference},
                                                 {"state", r.state},
                                                 {"channel", r.channel},
                                                 {"language", r.language},
                                                 {"received_at", r.received_at},
                                                 {"received_on", r.received_on},
                                                 {"taken_by", r.taken_by},
                                                 {"first_contact_by", r.first_contact_by},
                                                 {"in_danger", r.in_danger},
                                                 {"self_harm", r.self_harm},
                                                 {"hate", r.hate},
                                                 {"high_profile", r.high_profile},
                                                 {"taken_as_high", r.taken_as_high},
                                                 {"who_for", r.who_for},
                                                 {"consent", r.consent},
                                                 {"anonymous", r.anonymous},
                                                 {"reporter_name", r.reporter_name},
                                                 {"reporter_address", r.reporter_address},
                                                 {"reporter", r.reporter},
                                                 {"safe_contact", r.safe_contact_id},
                                                 {"address", r.address},
                                                 {"place_text", r.place_text},
                                                 {"postcode", r.postcode},
                                                 {"area", r.area},
                                                 {"happened_on", r.happened_on},
                                                 {"happened_about", r.happened_about},
                                                 {"still_happening", r.still_happening},
                                                 {"how_often", r.how_often},
                                                 {"what_happened", r.what_happened},
                                                 {"people_known", r.people_known},
                                                 {"people_text", r.people_text},
                                                 {"effect", r.effect},
                                                 {"effect_text", r.effect_text},
                                                 {"effect_on", names_json(r.effect_on)},
                                                 {"motive", names_json(r.motives)},
                                                 {"wish", r.wish},
                                                 {"category", r.category},
                                                 {"looked_at_by", r.looked_at_by},
                                                 {"looked_at_at", r.looked_at_at},
                                                 {"case_file", r.case_file},
                                                 {"duplicate_of", r.duplicate_of},
                                                 {"idempotency_key", r.idempotency_key},
                                                 {"import_source", r.import_source},
                                                 {"import_key", r.import_key},
                                                 {"version", r.version}});
    if (inserted == 0) return false;
    for (auto const& category : r.categories) tx.run(insert_kind, {{"report", r.id}, {"category", category}});
    int position = 0;
    for (auto const& earlier : r.earlier)
        tx.run(insert_earlier, {{"report", r.id},
                                {"position", ++position},
                                {"told", earlier.told},
                                {"told_on", earlier.told_on},
                                {"reference", earlier.reference}});
    return true;
}

bool update(sql::Write& tx, Report& r) {
    auto const updated = tx.run(update_report, {{"state", r.state},
                                                {"in_danger", r.in_danger},
                                                {"self_harm", r.self_harm},
                                                {"hate", r.hate},
                                                {"high_profile", r.high_profile},
                                                {"taken_as_high", r.taken_as_high},
                                                {"reporter", r.reporter},
                                                {"first_contact_by", r.first_contact_by},
                                                {"looked_at_by", r.looked_at_by},
                                                {"looked_at_at", r.looked_at_at},
                                                {"case_file", r.case_file},
                                                {"duplicate_of", r.duplicate_of},
                                                {"id", r.id},
                                                {"version", r.version}});
    if (updated == 0) return false;
    ++r.version;
    return true;
}

std::optional<Report> find(sql::Read& tx, ReportId id) {
    return with_lists(tx, tx.one(select_by_id, {{"id", id}}, read_report));
}

std::optional<Report> find_by_reference(sql::Read& tx, std::string_view reference) {
    return with_lists(tx, tx.one(select_by_reference, {{"key", reference}}, read_report));
}

std::optional<Report> find_by_idempotency_key(sql::Read& tx, std::string_view key) {
    return with_lists(tx, tx.one(select_by_idempotency_key, {{"key", key}}, read_report));
}

std::optional<Report> find_imported(sql::Read& tx, std::string_view source, std::string_view key) {
    return with_lists(tx, tx.one(select_imported, {{"source", source}, {"key", key}}, read_report));
}

std::optional<ListedReport> find_listed_shortly(sql::Read& tx, ReportId id, ReportScope const& scope) {
    return tx.one(select_listed, scoped(scope, {{"id", id}}), read_listed);
}

std::optional<ListedReport> find_listed(sql::Read& tx, ReportId id, ReportScope const& scope) {
    auto found = find_listed_shortly(tx, id, scope);
    if (found) fill_lists(tx, found->report);
    return found;
}

std::optional<Instant> last_arrival(sql::Read& tx, ReportScope const& scope) {
    return tx.value<Instant>(select_last_arrival, scoped(scope, {}));
}

bool may_see(sql::Read& tx, ReportId id, ReportScope const& scope) {
    return tx.value<int>(select_visible, scoped(scope, {{"id", id}})).has_value();
}

std::vector<ListedReport> waiting(sql::Read& tx, ReportScope const& scope, Queue queue, int limit,
                                  int offset) {
    return tx.all(select_waiting, of_queue(scope, queue, {{"limit", limit}, {"offset", offset}}),
                  read_listed);
}

int count_waiting(sql::Read& tx, ReportScope const& scope, Queue queue) {
    return *tx.value<int>(count_of_waiting, of_queue(scope, queue));
}

std::vector<ListedReport> of_address(sql::Read& tx, ReportScope const& scope, AddressId address,
                                     std::optional<ReportId> but, int limit) {
    return tx.all(select_of_address, scoped(scope, {{"address", address}, {"but", but}, {"limit", limit}}),
                  read_listed);
}

std::vector<ListedReport> of_postcode(sql::Read& tx, ReportScope const& scope, std::string_view postcode,
                                      std::optional<ReportId> but, int limit) {
    return tx.all(select_of_postcode, scoped(scope, {{"postcode", postcode}, {"but", but}, {"limit", limit}}),
                  read_listed);
}

std::vector<ListedReport> of_reporter(sql::Read& tx, ReportScope const& scope, PersonId reporter,
                                      std::optional<ReportId> but, int limit) {
    return tx.all(select_of_reporter, scoped(scope, {{"reporter", reporter}, {"but", but}, {"limit", limit}}),
                  read_listed);
}

std::vector<ListedReport> of_case(sql::Read& tx, CaseFileId file) {
    return tx.all(select_of_case, {{"case_file", file}}, read_listed);
}

std::map<ReportId, std::vector<std::string>> kinds_of(sql::Read& tx, std::vector<ReportId> const& ids) {
    std::map<ReportId, std::vector<std::string>> kinds;
    if (ids.empty()) return kinds;
    tx.each(select_kinds, {{"reports", sql::json_id_list(ids)}}, [&](sql::Row& row) {
        ReportId id;
        std::string category;
        row.read(id, category);
        kinds[id].push_back(std::move(category));
    });
    return kinds;
}

}  // namespace doorstep::storage::reports
