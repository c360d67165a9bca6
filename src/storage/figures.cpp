#include "storage/figures.h"

#include <algorithm>
#include <map>
#include <memory>

#include "storage/counted_days.h"
#include "storage/figure_sources.h"

namespace doorstep::storage::figures {
namespace {

std::string every_narrowed_group_sql() {
    std::string all;
    for (auto const& sql : source_sql()) all += (all.empty() ? "" : " UNION ALL ") + groups_sql(sql);
    return all;
}

constexpr std::string_view chosen = R"sql(
    (:any_a OR x.a {in:as}) AND (:any_b OR x.b {in:bs}) AND NOT (x.b {in:not_bs})
    AND (:any_number OR x.number = :number) AND (:any_group OR x.grp = :grp)
    AND (:any_part OR CASE CAST(:split AS TEXT) WHEN 'a' THEN x.a WHEN 'b' THEN x.b ELSE x.c END = :part)
    AND (:any_counting OR CASE WHEN (:any_counted_a OR x.a {in:counted_as}) AND (:any_counted_b OR x.b {in:counted_bs})
            AND (:any_counted_number OR x.number = :counted_number)
            AND (:any_answer OR x.a || '|' || CAST(x.number AS TEXT) || '|' || x.b {in:answers}) THEN 1 ELSE 0 END = :wanted)
)sql";

std::string behind_sql(SourceSql const& sql) {
    return "SELECT c.id, c.reference, c.title, c.state, coalesce(o.name, ''), x.day, x.a, x.b, x.c, x.number "
           "FROM "
           "(" +
           records_sql(sql) +
           ") x JOIN case_file c ON c.id = x.case_id LEFT JOIN account o ON o.id = c.owner_id WHERE " +
           std::string(chosen) + " AND " + std::string(visible_case) +
           " ORDER BY x.day DESC, c.id DESC LIMIT :limit OFFSET :offset";
}

std::string behind_counts_sql(SourceSql const& sql) {
    return "SELECT count(*), count(*) FILTER (WHERE " + std::string(visible_case) + ") FROM (" +
           records_sql(sql) + ") x LEFT JOIN case_file c ON c.id = x.case_id WHERE " + std::string(chosen);
}

constexpr std::string_view open_spells = R"sql(
    case_spell k JOIN case_file c ON c.id = k.case_file_id LEFT JOIN account o ON o.id = c.owner_id
    WHERE (k.ended_on IS NULL OR k.ended_on >= :day) AND k.started_on < :day
)sql";

std::string open_group() { return group_sql(source_sql(Source::opened)); }
std::string open_narrowed() { return narrowed_sql("c.area_id", "c.category"); }
std::string open_behind_filter() {
    return open_narrowed() + " AND (:any_group OR " + open_group() + " = :grp)";
}

/// The statements of one source.
struct SourceQueries {
    explicit SourceQueries(SourceSql const& sql)
        : totals(with_periods(name("totals", sql), totals_sql(sql))),
          groups(with_periods(name("groups", sql), groups_sql(sql))),
          behind(name("behind", sql), behind_sql(sql)),
          behind_counts(name("behind_counts", sql), behind_counts_sql(sql)) {}

    std::unique_ptr<sql::Query> totals;
    std::unique_ptr<sql::Query> groups;
    sql::Query behind;
    sql::Query behind_counts;

  private:
    static std::string name(char const* what, SourceSql const& sql) {
        return "figures." + std::string(what) + "_" + std::string(name_of(sql.source));
    }
};

/// Every statement that is put together from the sources.
struct Statements {
    Statements() {
        for (auto const& sql : source_sql()) of_source.try_emplace(sql.source, sql);
    }
    std::map<Source, SourceQueries> of_source;
    std::unique_ptr<sql::Query> all_totals = with_periods("figures.totals", every_total_sql());
    std::unique_ptr<sql::Query> all_groups = with_periods("figures.groups", every_narrowed_group_sql());
    std::unique_ptr<sql::Query> open_at = with_periods("figures.open_at", R"sql(
        SELECT (SELECT count(*) FROM case_spell k WHERE k.ended_on IS NULL AND k.started_on < p.from_on)
            + (SELECT count(*) FROM case_spell k WHERE k.ended_on >= p.from_on AND k.started_on < p.from_on)
        FROM period p ORDER BY p.n
    )sql");
    std::unique_ptr<sql::Query> open_at_narrowed =
        with_periods("figures.open_at_narrowed",
                     "SELECT (SELECT count(*) FROM case_spell k JOIN case_file c ON c.id = k.case_file_id "
                     "WHERE (k.ended_on IS NULL OR k.ended_on >= p.from_on) AND k.started_on < p.from_on" +
                         open_narrowed() + ") FROM period p ORDER BY p.n");
    sql::Query open_at_by{"figures.open_at_by", "SELECT " + open_group() + ", count(*) FROM " +
                                                    std::string(open_spells) + open_narrowed() +
                                                    " GROUP BY 1"};
    sql::Query behind_open{"figures.behind_open",
                           "SELECT c.id, c.reference, c.title, c.state, coalesce(o.name, ''), k.started_on, "
                           "'', '', '', CAST(0 AS BIGINT) "
                           "FROM " +
                               std::string(open_spells) + open_behind_filter() + " AND " +
                               std::string(visible_case) +
                               " ORDER BY k.started_on DESC, c.id DESC LIMIT :limit OFFSET :offset"};
    sql::Query behind_open_counts{"figures.behind_open_counts",
                                  "SELECT count(*), count(*) FILTER (WHERE " + std::string(visible_case) +
                                      ") FROM " + std::string(open_spells) + open_behind_filter()};
};

Statements const& statements() {
    static Statements const made;
    return made;
}
// So that they are known, and checked on both engines, from the program's start.
[[maybe_unused]] bool const known = (statements(), true);

sql::Query const select_open_now{"figures.open_now", R"sql(
    SELECT count(*) FROM case_file WHERE state IN ('open', 'paused', 'closing')
)sql"};

// A report may have been decided before any case was opened.
sql::Query const select_first_day{"figures.first_day", R"sql(
    SELECT min(d.day) FROM (SELECT min(opened_on) AS day FROM case_file
        UNION ALL SELECT min(decided_on) FROM triage_decision) d
)sql"};
sql::Query const select_areas{"figures.area_names", "SELECT id, name FROM area ORDER BY name, id"};

sql::Query const select_spell_problems{"figures.spell_problems", R"sql(
    SELECT c.id, c.reference, q.what,
)sql" + std::string(visible_case) + R"sql(
    FROM (
        SELECT k.case_file_id, 'ended-before-start' AS what FROM case_spell k WHERE k.ended_on < k.started_on
        UNION ALL
        SELECT k.case_file_id, 'overlap' FROM case_spell k
            JOIN case_spell e ON e.case_file_id = k.case_file_id AND e.number = k.number - 1
            WHERE e.ended_on IS NULL OR k.started_on < e.ended_on
        UNION ALL
        SELECT f.id, 'state' FROM case_file f
            JOIN case_spell k ON k.case_file_id = f.id AND k.number = f.reopened_count + 1
            WHERE (f.state = 'closed') <> (k.ended_on IS NOT NULL)
        UNION ALL
        SELECT f.id, 'none' FROM case_file f
            WHERE NOT EXISTS (SELECT 1 FROM case_spell k WHERE k.case_file_id = f.id AND k.number = f.reopened_count + 1)
    ) q JOIN case_file c ON c.id = q.case_file_id
    ORDER BY c.reference, q.what
)sql"};

Tally read_total(sql::Row& row) {
    Tally t;
    row.read(t.source, t.period, t.a, t.b, t.c, t.number, t.count);
    return t;
}

Tally read_group(sql::Row& row) {
    Tally t;
    row.read(t.source, t.period, t.group, t.a, t.b, t.c, t.number, t.count);
    return t;
}

bool uses_today(sql::Query const& query) {
    auto const& names = query.parameters();
    return std::find(names.begin(), names.end(), "today") != names.end();
}

void add_narrowing(std::vector<sql::Parameter>& parameters, Narrowing const& narrowing) {
    parameters.emplace_back("any_area", !narrowing.area.has_value());
    parameters.emplace_back("area", narrowing.area.value_or(""));
    parameters.emplace_back("any_type", !narrowing.type.has_value());
    parameters.emplace_back("type", narrowing.type.value_or(""));
}

/// The parameters of groups_sql for each period.
std::vector<sql::Parameter> group_parameters(sql::Query const& query, std::vector<Period> const& periods,
                                             std::optional<Dimension> by, Date today,
                                             Narrowing const& narrowing) {
    std::vector<sql::Parameter> parameters{{"periods", periods_json(periods)},
                                           {"by", by ? name_of(*by) : std::string_view()}};
    if (uses_today(query)) parameters.emplace_back("today", today);
    add_narrowing(parameters, narrowing);
    return parameters;
}

std::vector<sql::Parameter> filter_parameters(sql::Query const& query, RecordFilter const& f,
                                              CaseScope const& scope) {
    auto const counting = f.counting.value_or(Counting{});
    std::vector<sql::Parameter> parameters{
        {"from", f.days.from},
        {"until", f.days.until},
        {"any_a", f.choice.a.empty()},
        {"as", sql::json_list(f.choice.a)},
        {"any_b", f.choice.b.empty()},
        {"bs", sql::json_list(f.choice.b)},
        {"not_bs", sql::json_list(f.not_b)},
        {"any_number", !f.choice.number.has_value()},
        {"number", f.choice.number.value_or(0)},
        {"any_group", !f.by.has_value()},
        {"by", f.by ? name_of(*f.by) : std::string_view()},
        {"grp", f.group},
        {"any_part", f.split == domain::figures::Split::none},
        {"split", name_of(f.split)},
        {"part", f.part},
        {"any_counting", !f.counting.has_value()},
        {"any_counted_a", counting.choice.a.empty()},
        {"counted_as", sql::json_list(counting.choice.a)},
        {"any_counted_b", counting.choice.b.empty()},
        {"counted_bs", sql::json_list(counting.choice.b)},
        {"any_counted_number", !counting.choice.number.has_value()},
        {"counted_number", counting.choice.number.value_or(0)},
        {"any_answer", counting.answers.empty()},
        {"answers", sql::json_list(counting.answers)},
        {"wanted", std::int64_t{counting.wanted ? 1 : 0}},
    };
    if (uses_today(query)) parameters.emplace_back("today", f.today);
    add_narrowing(parameters, f.narrowing);
    add_scope(parameters, scope);
    return parameters;
}

BehindRow read_behind(sql::Row& row) {
    BehindRow r;
    row.read(r.id, r.reference, r.title, r.state, r.owner_name, r.day, r.a, r.b, r.c, r.number);
    return r;
}

BehindCounts read_counts(sql::Row& row) {
    BehindCounts c;
    row.read(c.all, c.visible);
    return c;
}

std::vector<sql::Parameter> open_parameters(OpenFilter const& filter, CaseScope const& scope) {
    std::vector<sql::Parameter> parameters{{"day", filter.day},
                                           {"any_group", !filter.by.has_value()},
                                           {"by", filter.by ? name_of(*filter.by) : std::string_view()},
                                           {"grp", filter.group}};
    add_narrowing(parameters, filter.narrowing);
    add_scope(parameters, scope);
    return parameters;
}

/// The whole, or one area or one type: of these breakdowns are kept.
struct OneGroup {
    std::optional<Dimension> by;
    std::optional<std::string> group;
};
/// Nothing for an area and a type at once, which are counted from the records.
std::optional<OneGroup> one_group(Narrowing const& narrowing) {
    if (narrowing.area && narrowing.type) return std::nullopt;
    if (narrowing.area) return OneGroup{Dimension::area, narrowing.area};
    if (narrowing.type) return OneGroup{Dimension::type, narrowing.type};
    return OneGroup{};
}

/// What is kept, and the rest from the records.
std::vector<Tally> count_narrowed(sql::Read& tx, std::optional<Source> source, sql::Query const& totals,
                                  sql::Query const& groups, std::vector<Period> const& periods, Date today,
                                  Narrowing const& narrowing, std::vector<bool> const& opened_alone = {}) {
    auto const one = one_group(narrowing);
    if (!one) return tx.all(groups, group_parameters(groups, periods, {}, today, narrowing), read_group);
    auto const covered = cover(tx, periods, today, one->by);
    auto found = kept_tallies(
        tx, covered, {.source = source, .by = one->by, .group = one->group, .opened_alone = opened_alone});
    for (auto& tally : found) tally.group.clear();
    if (covered.rest.empty()) return found;
    if (narrowing.any()) {
        tx.each(groups, group_parameters(groups, covered.rest, {}, today, narrowing),
                [&](sql::Row& row) { found.push_back(covered.of_rest(read_group(row))); });
        return found;
    }
    std::vector<sql::Parameter> parameters{{"periods", periods_json(covered.rest)}};
    if (uses_today(totals)) parameters.emplace_back("today", today);
    tx.each(totals, parameters, [&](sql::Row& row) { found.push_back(covered.of_rest(read_total(row))); });
    return found;
}

}  // namespace

std::vector<Tally> count_all(sql::Read& tx, std::vector<Period> const& periods, Date today,
                             Narrowing const& narrowing, std::vector<bool> const& opened_alone) {
    return count_narrowed(tx, {}, *statements().all_totals, *statements().all_groups, periods, today,
                          narrowing, opened_alone);
}

std::vector<Tally> count(sql::Read& tx, Source source, std::vector<Period> const& periods, Date today,
                         Narrowing const& narrowing) {
    auto const& queries = statements().of_source.at(source);
    return count_narrowed(tx, source, *queries.totals, *queries.groups, periods, today, narrowing);
}

std::vector<Tally> count_by(sql::Read& tx, Source source, Dimension by, std::vector<Period> const& periods,
                            Date today, Narrowing const& narrowing) {
    auto const& query = *statements().of_source.at(source).groups;
    if (narrowing.any())
        return tx.all(query, group_parameters(query, periods, by, today, narrowing), read_group);
    auto const covered = cover(tx, periods, today, by);
    auto found = kept_tallies(tx, covered, {.source = source, .by = by, .group = {}, .opened_alone = {}});
    if (covered.rest.empty()) return found;
    tx.each(query, group_parameters(query, covered.rest, by, today, {}),
            [&](sql::Row& row) { found.push_back(covered.of_rest(read_group(row))); });
    return found;
}

std::vector<std::int64_t> open_at_records(sql::Read& tx, std::vector<Date> const& days,
                                          Narrowing const& narrowing) {
    std::vector<Period> starts;
    for (auto const& day : days) starts.push_back({day, day});
    std::vector<sql::Parameter> parameters{{"periods", periods_json(starts)}};
    if (!narrowing.any()) return tx.values<std::int64_t>(*statements().open_at, parameters);
    add_narrowing(parameters, narrowing);
    return tx.values<std::int64_t>(*statements().open_at_narrowed, parameters);
}

std::vector<std::int64_t> open_at(sql::Read& tx, std::vector<Date> const& days, Narrowing const& narrowing) {
    auto const one = one_group(narrowing);
    if (!one) return open_at_records(tx, days, narrowing);
    auto const kept = kept_open(tx, days, one->by);
    std::vector<Date> rest;
    for (auto const& day : days)
        if (!kept.contains(day)) rest.push_back(day);
    auto const counted = rest.empty() ? std::vector<std::int64_t>{} : open_at_records(tx, rest, narrowing);
    std::vector<std::int64_t> found;
    std::size_t next = 0;
    for (auto const& day : days) {
        auto const at = kept.find(day);
        if (at == kept.end()) {
            found.push_back(counted.at(next++));
            continue;
        }
        std::int64_t cases = 0;
        for (auto const& tally : at->second)
            if (!one->group || tally.group == *one->group) cases += tally.count;
        found.push_back(cases);
    }
    return found;
}

std::vector<Tally> open_at_by_records(sql::Read& tx, Dimension by, Date day, Narrowing const& narrowing) {
    std::vector<sql::Parameter> parameters{{"day", day}, {"by", by}};
    add_narrowing(parameters, narrowing);
    return tx.all(statements().open_at_by, parameters, [](sql::Row& row) {
        Tally t;
        row.read(t.group, t.count);
        return t;
    });
}

std::vector<Tally> open_at_by(sql::Read& tx, Dimension by, Date day, Narrowing const& narrowing) {
    if (!narrowing.any()) {
        auto kept = kept_open(tx, {day}, by);
        if (auto const found = kept.find(day); found != kept.end()) return std::move(found->second);
    }
    return open_at_by_records(tx, by, day, narrowing);
}

std::int64_t open_now(sql::Read& tx) { return tx.value<std::int64_t>(select_open_now).value_or(0); }

std::vector<SpellProblem> spell_problems(sql::Read& tx, CaseScope const& scope) {
    std::vector<sql::Parameter> parameters;
    add_scope(parameters, scope);
    return tx.all(select_spell_problems, parameters, [](sql::Row& row) {
        SpellProblem p;
        row.read(p.case_file, p.reference, p.what, p.is_visible);
        return p;
    });
}

std::optional<Date> first_day(sql::Read& tx) {
    return tx.value<std::optional<Date>>(select_first_day).value_or(std::nullopt);
}

std::vector<BehindRow> behind(sql::Read& tx, RecordFilter const& filter, CaseScope const& scope, int limit,
                              int offset) {
    auto const& query = statements().of_source.at(filter.source).behind;
    auto parameters = filter_parameters(query, filter, scope);
    parameters.emplace_back("limit", limit);
    parameters.emplace_back("offset", offset);
    return tx.all(query, parameters, read_behind);
}

BehindCounts behind_counts(sql::Read& tx, RecordFilter const& filter, CaseScope const& scope) {
    auto const& query = statements().of_source.at(filter.source).behind_counts;
    return tx.one(query, filter_parameters(query, filter, scope), read_counts).value_or(BehindCounts{});
}

std::string answer_key(std::string_view question, int wording, std::string_view option) {
    return std::string(question) + "|" + std::to_string(wording) + "|" + std::string(option);
}

std::vector<BehindRow> behind_open(sql::Read& tx, OpenFilter const& filter, CaseScope const& scope, int limit,
                                   int offset) {
    auto parameters = open_parameters(filter, scope);
    parameters.emplace_back("limit", limit);
    parameters.emplace_back("offset", offset);
    return tx.all(statements().behind_open, parameters, read_behind);
}

BehindCounts behind_open_counts(sql::Read& tx, OpenFilter const& filter, CaseScope const& scope) {
    return tx.one(statements().behind_open_counts, open_parameters(filter, scope), read_counts)
        .value_or(BehindCounts{});
}

std::vector<std::pair<std::string, std::string>> area_names(sql::Read& tx) {
    return tx.all(select_areas, {}, [](sql::Row& row) {
        std::pair<std::string, std::string> name;
        row.read(name.first, name.second);
        return name;
    });
}

}  // namespace doorstep::storage::figures
