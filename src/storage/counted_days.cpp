#include "storage/counted_days.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/assert.h"
#include "storage/figure_sources.h"
#include "storage/figures.h"

namespace doorstep::storage::figures {
namespace {

/// Days are kept for so many months before the present one; older ones only as months.
constexpr int months_kept_by_day = 2;

sql::Query const select_slices{
    "counted_days.slices", "SELECT slice, from_on, until_on FROM figure_slice ORDER BY from_on, until_on"};
sql::Query const select_slices_between{"counted_days.slices_between", R"sql(
    SELECT slice, from_on, until_on FROM figure_slice
    WHERE from_on >= :from AND from_on < :until AND until_on <= :until ORDER BY from_on, until_on DESC
)sql"};
sql::Query const insert_slice{"counted_days.insert", R"sql(
    INSERT INTO figure_slice (slice, from_on, until_on) VALUES (:slice, :from, :until) ON CONFLICT DO NOTHING
)sql"};
sql::Query const remove_slice{"counted_days.remove", "DELETE FROM figure_slice WHERE slice = :slice"};
sql::Query const remove_tallies{"counted_days.remove_tallies",
                                "DELETE FROM figure_tally WHERE slice = :slice"};
sql::Query const remove_old_days{"counted_days.remove_old_days",
                                 "DELETE FROM figure_slice WHERE length(slice) = 10 AND from_on < :before"};
sql::Query const remove_forgotten{
    "counted_days.remove_forgotten",
    "DELETE FROM figure_tally WHERE slice NOT IN (SELECT slice FROM figure_slice)"};
sql::Query const select_tallies_of{"counted_days.tallies_of", R"sql(
    SELECT source, CAST(0 AS BIGINT), a, b, c, number, records FROM figure_tally WHERE slice = :slice
)sql"};

constexpr std::string_view sqlite_parts = R"sql(
    WITH part AS MATERIALIZED (
        SELECT json_extract(j.value, '$[0]') AS n, json_extract(j.value, '$[1]') AS slice FROM json_each(:parts) j)
)sql";
constexpr std::string_view postgres_parts = R"sql(
    WITH part AS MATERIALIZED (
        SELECT CAST(j.value ->> 0 AS BIGINT) AS n, j.value ->> 1 AS slice
        FROM jsonb_array_elements(CAST(CAST(:parts AS TEXT) AS jsonb)) AS j (value))
)sql";
// Not added up here: sorting them by their codes would cost more than reading them.
constexpr std::string_view tallies_of_parts = R"sql(
    SELECT t.source, p.n, t.a, t.b, t.c, t.number, t.records FROM part p CROSS JOIN figure_tally t WHERE t.slice = p.slice
)sql";
sql::Query const select_kept{"counted_days.kept", std::string(sqlite_parts) + std::string(tallies_of_parts),
                             std::string(postgres_parts) + std::string(tallies_of_parts)};
constexpr std::string_view of_source = " AND t.source = :source";
sql::Query const select_kept_of{
    "counted_days.kept_of_source",
    std::string(sqlite_parts) + std::string(tallies_of_parts) + std::string(of_source),
    std::string(postgres_parts) + std::string(tallies_of_parts) + std::string(of_source)};

sql::Query const& count_slice() {
    static auto const query =
        with_periods("counted_days.count",
                     "INSERT INTO figure_tally (slice, source, a, b, c, number, records) "
                     "SELECT CAST(:slice AS TEXT), x.source, x.a, x.b, x.c, x.number, x.records FROM (" +
                         every_total_sql() + ") x");
    return *query;
}
sql::Query const& count_live() {
    static auto const query = with_periods("counted_days.count_live", every_total_sql());
    return *query;
}
// So that they are known, and checked on both engines, from the program's start.
[[maybe_unused]] bool const counting_is_known = (count_slice(), count_live(), true);

Date first_of_month(Date day) { return day.plus_days(1 - day.day()); }

Slice read_slice(sql::Row& row) {
    Slice slice;
    row.read(slice.name, slice.days.from, slice.days.until);
    return slice;
}

Tally read_tally(sql::Row& row) {
    Tally t;
    row.read(t.source, t.period, t.a, t.b, t.c, t.number, t.count);
    return t;
}

std::string parts_json(std::vector<Covered::Part> const& parts) {
    std::string list = "[";
    for (auto const& part : parts) {
        if (list.size() > 1) list += ',';
        list += "[" + std::to_string(part.period) + ",\"" + part.slice + "\"]";
    }
    return list + "]";
}

}  // namespace

Slice Slice::of_month(Date day_in_it) {
    auto const first = first_of_month(day_in_it);
    return {first.iso().substr(0, 7), {first, first.plus_months(1)}};
}

Slice Slice::of_day(Date day) { return {day.iso(), {day, day.plus_days(1)}}; }

std::vector<Slice> kept_slices(sql::Read& tx) { return tx.all(select_slices, {}, read_slice); }

std::vector<Slice> slices_to_count(sql::Read& tx, Date today) {
    auto const first = first_day(tx);
    if (!first) return {};
    std::vector<std::string> kept;
    for (auto& slice : kept_slices(tx)) kept.push_back(std::move(slice.name));
    std::sort(kept.begin(), kept.end());
    std::vector<Slice> missing;
    auto const want = [&](Slice slice) {
        if (!std::binary_search(kept.begin(), kept.end(), slice.name)) missing.push_back(std::move(slice));
    };
    auto const this_month = first_of_month(today);
    for (auto day = today.plus_days(-1); day >= this_month.plus_months(-months_kept_by_day) && day >= *first;
         day = day.plus_days(-1))
        want(Slice::of_day(day));
    for (auto month = this_month.plus_months(-1); month >= first_of_month(*first);
         month = month.plus_months(-1))
        want(Slice::of_month(month));
    return missing;
}

void count_and_keep(sql::Write& tx, Slice const& slice, Date today) {
    DOORSTEP_ASSERT(slice.days.until <= today, "only days that are over are kept");
    tx.run(remove_tallies, {{"slice", slice.name}});
    tx.run(insert_slice, {{"slice", slice.name}, {"from", slice.days.from}, {"until", slice.days.until}});
    tx.run(count_slice(), {{"slice", slice.name}, {"periods", periods_json({slice.days})}, {"today", today}});
}

void clear_counted(sql::Write& tx, Date today) {
    tx.run(remove_old_days, {{"before", first_of_month(today).plus_months(-months_kept_by_day)}});
    tx.run(remove_forgotten);
}

bool is_right(sql::Read& tx, Slice const& slice, Date today) {
    using Key = std::tuple<Source, std::string, std::string, std::string, std::int64_t, std::int64_t>;
    auto const sorted = [](std::vector<Tally> const& tallies) {
        std::vector<Key> keys;
        for (auto const& t : tallies) keys.emplace_back(t.source, t.a, t.b, t.c, t.number, t.count);
        std::sort(keys.begin(), keys.end());
        return keys;
    };
    auto const kept = tx.all(select_tallies_of, {{"slice", slice.name}}, read_tally);
    auto const live =
        tx.all(count_live(), {{"periods", periods_json({slice.days})}, {"today", today}}, read_tally);
    return sorted(kept) == sorted(live);
}

void forget(sql::Write& tx, Slice const& slice) { tx.run(remove_slice, {{"slice", slice.name}}); }

Tally Covered::of_rest(Tally tally) const {
    tally.period = static_cast<int>(period_of_rest.at(static_cast<std::size_t>(tally.period)));
    return tally;
}

Covered cover(sql::Read& tx, std::vector<Period> const& periods, Date today) {
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
    tx.each(select_slices_between, {{"from", from}, {"until", std::min(until, today)}}, [&](sql::Row& row) {
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

std::vector<Tally> kept_tallies(sql::Read& tx, Covered const& covered, std::optional<Source> source) {
    if (covered.parts.empty()) return {};
    auto const parts = parts_json(covered.parts);
    if (!source) return tx.all(select_kept, {{"parts", parts}}, read_tally);
    return tx.all(select_kept_of, {{"parts", parts}, {"source", *source}}, read_tally);
}

}  // namespace doorstep::storage::figures
