#include "storage/counted_days.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <tuple>

#include "base/assert.h"
#include "base/text.h"
#include "storage/figure_sources.h"
#include "storage/figures.h"

namespace doorstep::storage::figures {
namespace {

/// Days are kept for so many months before the present one; older ones only as months.
constexpr int months_kept_by_day = 2;

constexpr std::string_view open_prefix = "open ";

sql::Query const select_slices{"counted_days.slices", R"sql(
    SELECT slice, dimension, from_on, until_on FROM figure_slice
    UNION ALL SELECT 'open ' || day, dimension, day, day FROM figure_open_day
    ORDER BY 3, 4, 2
)sql"};
sql::Query const select_slices_between{"counted_days.slices_between", R"sql(
    SELECT slice, dimension, from_on, until_on FROM figure_slice
    WHERE dimension = :dimension AND from_on >= :from AND from_on < :until AND until_on <= :until
    ORDER BY from_on, until_on DESC
)sql"};
sql::Query const insert_slice{"counted_days.insert", R"sql(
    INSERT INTO figure_slice (slice, dimension, from_on, until_on) VALUES (:slice, :dimension, :from, :until)
    ON CONFLICT DO NOTHING
)sql"};
sql::Query const remove_slice{"counted_days.remove",
                              "DELETE FROM figure_slice WHERE slice = :slice AND dimension = :dimension"};
sql::Query const remove_tallies{"counted_days.remove_tallies",
                                "DELETE FROM figure_tally WHERE slice = :slice AND dimension = :dimension"};
sql::Query const remove_old_days{"counted_days.remove_old_days",
                                 "DELETE FROM figure_slice WHERE length(slice) = 10 AND from_on < :before"};
sql::Query const remove_forgotten{"counted_days.remove_forgotten", R"sql(
    DELETE FROM figure_tally WHERE NOT EXISTS (SELECT 1 FROM figure_slice s
        WHERE s.slice = figure_tally.slice AND s.dimension = figure_tally.dimension)
)sql"};
sql::Query const select_tallies_of{"counted_days.tallies_of", R"sql(
    SELECT source, CAST(0 AS BIGINT), grp, a, b, c, number, records FROM figure_tally
    WHERE slice = :slice AND dimension = :dimension
)sql"};

sql::Query const insert_open_day{"counted_days.insert_open_day", R"sql(
    INSERT INTO figure_open_day (day, dimension) VALUES (:day, :dimension) ON CONFLICT DO NOTHING
)sql"};
sql::Query const remove_open_day{"counted_days.remove_open_day",
                                 "DELETE FROM figure_open_day WHERE day = :day AND dimension = :dimension"};
sql::Query const remove_open{"counted_days.remove_open",
                             "DELETE FROM figure_open WHERE day = :day AND dimension = :dimension"};
sql::Query const insert_open{"counted_days.insert_open", R"sql(
    INSERT INTO figure_open (day, dimension, grp, cases) VALUES (:day, :dimension, :grp, :cases)
)sql"};
sql::Query const select_open{"counted_days.open", R"sql(
    SELECT d.day, coalesce(o.grp, ''), coalesce(o.cases, 0) FROM figure_open_day d
    LEFT JOIN figure_open o ON o.day = d.day AND o.dimension = d.dimension
    WHERE d.dimension = :dimension AND d.day {in:days}
)sql"};

constexpr std::string_view sqlite_parts = R"sql(
    WITH part AS MATERIALIZED (
        SELECT json_extract(j.value, '$[0]') AS n, json_extract(j.value, '$[1]') AS slice,
            json_extract(j.value, '$[2]') AS source FROM json_each(:parts) j)
)sql";
constexpr std::string_view postgres_parts = R"sql(
    WITH part AS MATERIALIZED (
        SELECT CAST(j.value ->> 0 AS BIGINT) AS n, j.value ->> 1 AS slice, j.value ->> 2 AS source
        FROM jsonb_array_elements(CAST(CAST(:parts AS TEXT) AS jsonb)) AS j (value))
)sql";
// Not added up here: sorting them by their codes would cost more than reading them. Every source by its name,
// so that one group's are found by the key.
std::unique_ptr<sql::Query> kept_query(std::string_view name, bool of_source, bool of_group) {
    std::string sources;
    for (auto const& source : all_of<Source>())
        sources += (sources.empty() ? "'" : ", '") + std::string(name_of(source.value)) + "'";
    auto const body = R"sql(
    SELECT t.source, p.n, t.grp, t.a, t.b, t.c, t.number, t.records FROM part p CROSS JOIN figure_tally t
    WHERE t.slice = p.slice AND t.dimension = :dimension AND (p.source = '' OR t.source = p.source))sql" +
                      (of_source  ? std::string(" AND t.source = :source")
                       : of_group ? " AND t.source IN (" + sources + ")"
                                  : std::string()) +
                      (of_group ? " AND t.grp = :grp" : "");
    return std::make_unique<sql::Query>(name, std::string(sqlite_parts) + body,
                                        std::string(postgres_parts) + body);
}

struct CountedStatements {
    std::unique_ptr<sql::Query> kept = kept_query("counted_days.kept", false, false);
    std::unique_ptr<sql::Query> kept_of_source = kept_query("counted_days.kept_of_source", true, false);
    std::unique_ptr<sql::Query> kept_of_group = kept_query("counted_days.kept_of_group", false, true);
    std::unique_ptr<sql::Query> kept_of_both = kept_query("counted_days.kept_of_both", true, true);
    std::unique_ptr<sql::Query> count = with_periods(
        "counted_days.count",
        "INSERT INTO figure_tally (slice, dimension, source, grp, a, b, c, number, records) "
        "SELECT CAST(:slice AS TEXT), '', x.source, '', x.a, x.b, x.c, x.number, x.records FROM (" +
            every_total_sql() + ") x");
    std::unique_ptr<sql::Query> count_by = with_periods(
        "counted_days.count_by",
        "INSERT INTO figure_tally (slice, dimension, source, grp, a, b, c, number, records) "
        "SELECT CAST(:slice AS TEXT), CAST(:by AS TEXT), x.source, x.grp, x.a, x.b, x.c, x.number, "
        "x.records FROM (" +
            every_group_sql() + ") x");
    std::unique_ptr<sql::Query> live = with_periods("counted_days.count_live", every_total_sql());
    std::unique_ptr<sql::Query> live_by = with_periods("counted_days.count_live_by", every_group_sql());
};
CountedStatements const& counted_statements() {
    static CountedStatements const made;
    return made;
}
// So that they are known, and checked on both engines, from the program's start.
[[maybe_unused]] bool const counting_is_known = (counted_statements(), true);

std::string_view dimension_name(std::optional<Dimension> by) {
    return by ? name_of(*by) : std::string_view();
}

Date first_of_month(Date day) { return day.plus_days(1 - day.day()); }

Slice read_slice(sql::Row& row) {
    Slice slice;
    std::string by;
    row.read(slice.name, by, slice.days.from, slice.days.until);
    slice.by = enum_from_name<Dimension>(by);
    return slice;
}

Tally read_kept(sql::Row& row) {
    Tally t;
    row.read(t.source, t.period, t.group, t.a, t.b, t.c, t.number, t.count);
    return t;
}

/// Period, slice, and the one source that is wanted of it, if no more is.
std::string parts_json(std::vector<Covered::Part> const& parts, std::vector<bool> const& opened_alone) {
    std::string list = "[";
    for (auto const& part : parts) {
        if (list.size() > 1) list += ',';
        bool const alone = !opened_alone.empty() && opened_alone.at(part.period);
        list += "[" + std::to_string(part.period) + ",\"" + part.slice + "\",\"" +
                std::string(alone ? name_of(Source::opened) : std::string_view()) + "\"]";
    }
    return list + "]";
}

/// The dimensions one after the other, the whole first.
std::vector<std::optional<Dimension>> whole_and_dimensions() {
    std::vector<std::optional<Dimension>> all{std::nullopt};
    for (auto const& by : all_of<Dimension>()) all.emplace_back(by.value);
    return all;
}

/// Those of what was open, counted from the stretches that cases were open.
std::vector<Tally> live_open(sql::Read& tx, Slice const& slice) {
    if (slice.by) return open_at_by_records(tx, *slice.by, slice.days.from);
    Tally whole;
    whole.count = open_at_records(tx, {slice.days.from}, {}).front();
    return {whole};
}

}  // namespace

Slice Slice::of_month(Date day_in_it, std::optional<Dimension> by) {
    auto const first = first_of_month(day_in_it);
    return {first.iso().substr(0, 7), {first, first.plus_months(1)}, by};
}

Slice Slice::of_day(Date day, std::optional<Dimension> by) {
    return {day.iso(), {day, day.plus_days(1)}, by};
}

Slice Slice::of_open(Date day, std::optional<Dimension> by) {
    return {std::string(open_prefix) + day.iso(), {day, day}, by};
}

std::string Slice::words() const { return by ? name + " by " + text::lower_ascii(words_of(*by)) : name; }

std::vector<Slice> kept_slices(sql::Read& tx) { return tx.all(select_slices, {}, read_slice); }

std::vector<Slice> slices_to_count(sql::Read& tx, Date today) {
    auto const first = first_day(tx);
    if (!first) return {};
    std::set<std::pair<std::string, std::optional<Dimension>>> kept;
    for (auto& slice : kept_slices(tx)) kept.emplace(std::move(slice.name), slice.by);
    std::vector<Slice> missing;
    auto const want = [&](Slice slice) {
        if (!kept.contains({slice.name, slice.by})) missing.push_back(std::move(slice));
    };
    auto const this_month = first_of_month(today);
    for (auto const by : whole_and_dimensions()) {
        for (auto day = today.plus_days(-1);
             day >= this_month.plus_months(-months_kept_by_day) && day >= *first; day = day.plus_days(-1))
            want(Slice::of_day(day, by));
        for (auto month = this_month; month > *first; month = month.plus_months(-1))
            want(Slice::of_open(month, by));
        for (auto month = this_month.plus_months(-1); month >= first_of_month(*first);
             month = month.plus_months(-1))
            want(Slice::of_month(month, by));
    }
    return missing;
}

void count_and_keep(sql::Write& tx, Slice const& slice, Date today) {
    DOORSTEP_ASSERT(slice.days.until <= today, "only days that are over are kept");
    auto const dimension = dimension_name(slice.by);
    if (slice.is_open()) {
        tx.run(remove_open, {{"day", slice.days.from}, {"dimension", dimension}});
        tx.run(insert_open_day, {{"day", slice.days.from}, {"dimension", dimension}});
        for (auto const& tally : live_open(tx, slice))
            tx.run(insert_open, {{"day", slice.days.from},
                                 {"dimension", dimension},
                                 {"grp", tally.group},
                                 {"cases", tally.count}});
        return;
    }
    tx.run(remove_tallies, {{"slice", slice.name}, {"dimension", dimension}});
    tx.run(insert_slice, {{"slice", slice.name},
                          {"dimension", dimension},
                          {"from", slice.days.from},
                          {"until", slice.days.until}});
    std::vector<sql::Parameter> parameters{
        {"slice", slice.name}, {"periods", periods_json({slice.days})}, {"today", today}};
    if (slice.by) parameters.emplace_back("by", dimension);
    tx.run(slice.by ? *counted_statements().count_by : *counted_statements().count, parameters);
}

void clear_counted(sql::Write& tx, Date today) {
    tx.run(remove_old_days, {{"before", first_of_month(today).plus_months(-months_kept_by_day)}});
    tx.run(remove_forgotten);
}

bool is_right(sql::Read& tx, Slice const& slice, Date today) {
    using Key =
        std::tuple<Source, std::string, std::string, std::string, std::string, std::int64_t, std::int64_t>;
    auto const sorted = [](std::vector<Tally> const& tallies) {
        std::vector<Key> keys;
        for (auto const& t : tallies) keys.emplace_back(t.source, t.group, t.a, t.b, t.c, t.number, t.count);
        std::sort(keys.begin(), keys.end());
        return keys;
    };
    if (slice.is_open()) {
        auto kept = kept_open(tx, {slice.days.from}, slice.by)[slice.days.from];
        auto live = live_open(tx, slice);
        for (auto* tallies : {&kept, &live})
            std::erase_if(*tallies, [](Tally const& tally) { return tally.count == 0; });
        return sorted(kept) == sorted(live);
    }
    auto const kept = tx.all(select_tallies_of,
                             {{"slice", slice.name}, {"dimension", dimension_name(slice.by)}}, read_kept);
    std::vector<sql::Parameter> parameters{{"periods", periods_json({slice.days})}, {"today", today}};
    if (!slice.by)
        return sorted(kept) == sorted(tx.all(*counted_statements().live, parameters, [](sql::Row& row) {
                   Tally t;
                   row.read(t.source, t.period, t.a, t.b, t.c, t.number, t.count);
                   return t;
               }));
    parameters.emplace_back("by", dimension_name(slice.by));
    return sorted(kept) == sorted(tx.all(*counted_statements().live_by, parameters, read_kept));
}

void forget(sql::Write& tx, Slice const& slice) {
    if (slice.is_open())
        tx.run(remove_open_day, {{"day", slice.days.from}, {"dimension", dimension_name(slice.by)}});
    else
        tx.run(remove_slice, {{"slice", slice.name}, {"dimension", dimension_name(slice.by)}});
}

Tally Covered::of_rest(Tally tally) const {
    tally.period = static_cast<int>(period_of_rest.at(static_cast<std::size_t>(tally.period)));
    return tally;
}

Covered cover(sql::Read& tx, std::vector<Period> const& periods, Date today, std::optional<Dimension> by) {
    Covered covered;
    if (periods.empty()) return covered;
    auto from = periods.front().from;
    auto until = periods.front().until;
    for (auto const& period : periods) {
        from = std::min(from, period.from);
        until = std::max(until, period.until);
    }
    // A day's month stands before it, so that the first found is the longest.
    std::map<Date, std::vector<Slice>> by_day;
    tx.each(select_slices_between,
            {{"dimension", dimension_name(by)}, {"from", from}, {"until", std::min(until, today)}},
            [&](sql::Row& row) {
                auto slice = read_slice(row);
                by_day[slice.days.from].push_back(std::move(slice));
            });
    for (std::size_t n = 0; n < periods.size(); ++n) {
        auto const& period = periods[n];
        auto rest_from = period.from;
        auto const end_rest = [&](Date at) {
            if (rest_from >= at) return;
            covered.rest.push_back({rest_from, at});
            covered.period_of_rest.push_back(n);
        };
        for (auto found = by_day.lower_bound(period.from); found != by_day.end();) {
            auto const usable =
                std::find_if(found->second.begin(), found->second.end(),
                             [&](Slice const& slice) { return slice.days.until <= period.until; });
            if (found->first >= period.until) break;
            if (usable == found->second.end()) {
                ++found;
                continue;
            }
            end_rest(usable->days.from);
            covered.parts.push_back({n, usable->name});
            rest_from = usable->days.until;
            found = by_day.lower_bound(rest_from);
        }
        end_rest(period.until);
    }
    return covered;
}

std::vector<Tally> kept_tallies(sql::Read& tx, Covered const& covered, Kept const& kept) {
    if (covered.parts.empty()) return {};
    auto const& all = counted_statements();
    std::vector<sql::Parameter> parameters{{"parts", parts_json(covered.parts, kept.opened_alone)},
                                           {"dimension", dimension_name(kept.by)}};
    if (kept.source) parameters.emplace_back("source", *kept.source);
    if (kept.group) parameters.emplace_back("grp", *kept.group);
    auto const& query = kept.source  ? kept.group ? *all.kept_of_both : *all.kept_of_source
                        : kept.group ? *all.kept_of_group
                                     : *all.kept;
    return tx.all(query, parameters, read_kept);
}

std::map<Date, std::vector<Tally>> kept_open(sql::Read& tx, std::vector<Date> const& days,
                                             std::optional<Dimension> by) {
    std::vector<std::string> names;
    for (auto const& day : days) names.push_back(day.iso());
    std::map<Date, std::vector<Tally>> found;
    tx.each(select_open, {{"dimension", dimension_name(by)}, {"days", sql::json_list(names)}},
            [&](sql::Row& row) {
                Date day = days.front();
                Tally tally;
                row.read(day, tally.group, tally.count);
                found[day].push_back(std::move(tally));
            });
    return found;
}

}  // namespace doorstep::storage::figures
