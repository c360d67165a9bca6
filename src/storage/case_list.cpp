#include "storage/case_list.h"

#include <algorithm>
#include <map>
#include <memory>

namespace doorstep::storage::case_list {
namespace {

/// The narrowing that leaves the fewest, by an index of its own.
enum class Start { owner, without_owner, address, block, area, not_closed, all };
constexpr std::array starts{Start::owner, Start::without_owner, Start::address, Start::block,
                            Start::area,  Start::not_closed,    Start::all};

std::string condition(Start start) {
    switch (start) {
        case Start::owner:
            return "c.owner_id = :owner AND ";
        case Start::without_owner:
            return "c.owner_id IS NULL AND ";
        case Start::address:
            return "c.address_id = :address AND ";
        case Start::block:
            return "c.block_id = :block AND ";
        case Start::area:
            return "c.area_id = :area AND ";
        case Start::not_closed:
            return "c.state IN ('open', 'paused', 'closing') AND ";
        case Start::all:
            break;
    }
    return "";
}

constexpr std::string_view start_name(Start start) {
    constexpr std::array<std::string_view, 7> names{"owner", "without_owner", "address", "block",
                                                    "area",  "not_closed",    "all"};
    return names[static_cast<std::size_t>(start)];
}

constexpr std::string_view optional_conditions = R"sql(
    (CAST(:owner AS TEXT) IS NULL OR c.owner_id = :owner)
    AND (NOT :without_owner OR c.owner_id IS NULL)
    AND (CAST(:team AS TEXT) IS NULL OR c.team_id = :team)
    AND (CAST(:area AS TEXT) IS NULL OR c.area_id = :area)
    AND (CAST(:address AS TEXT) IS NULL OR c.address_id = :address)
    AND (CAST(:block AS TEXT) IS NULL OR c.block_id = :block)
    AND (CAST(:category AS TEXT) IS NULL OR c.category = :category)
    AND (CAST(:risk AS TEXT) IS NULL OR c.risk_band = :risk)
    AND (NOT :not_assessed OR c.risk_band IS NULL)
    AND (NOT :not_closed OR c.state <> 'closed')
    AND (CAST(:state AS TEXT) IS NULL OR c.state = :state)
    AND (CAST(:overdue AS TEXT) IS NULL OR (c.state <> 'closed' AND (
        (:overdue IN ('any', 'contact') AND c.next_contact_by < :today)
        OR (:overdue IN ('any', 'risk') AND c.risk_review_by < :today)
        OR (:overdue IN ('any', 'plan') AND c.plan_agreed_on IS NULL AND c.plan_by < :today))))
)sql";

#define LISTED_COLUMNS                                                                                       \
    "c.id, c.reference, c.title, c.state, c.category, c.risk_band, c.in_danger, c.self_harm, c.restricted, " \
    "c.opened_on, c.first_contact_by, c.next_contact_by, c.risk_review_by, c.plan_by, c.plan_agreed_on, "    \
    "c.closed_on, c.address_id, coalesce(o.name, ''), coalesce(z.name, '')"
#define LISTED_FROM \
    " FROM case_file c LEFT JOIN account o ON o.id = c.owner_id LEFT JOIN area z ON z.id = c.area_id "

std::string order(SortBy sort, Direction direction) {
    std::string const way = direction == Direction::up ? " ASC" : " DESC";
    switch (sort) {
        case SortBy::due:
            return "c.next_contact_by" + way + " NULLS LAST, c.id" + way;
        case SortBy::opened:
            return "c.opened_on" + way + ", c.id" + way;
        case SortBy::risk:
            return "CASE c.risk_band WHEN 'high' THEN 3 WHEN 'medium' THEN 2 WHEN 'standard' THEN 1 ELSE 0 "
                   "END" +
                   way + ", c.next_contact_by NULLS LAST, c.id";
        case SortBy::reference:
            break;
    }
    return "c.reference" + way;
}

/// One statement for every start and order, made as the program starts.
struct Queries {
    std::map<std::string, std::unique_ptr<sql::Query>> lists;
    std::map<Start, std::unique_ptr<sql::Query>> counts;

    static std::string key(Start start, SortBy sort, Direction direction) {
        return std::string(start_name(start)) + "." + std::string(name_of(sort)) + "." +
               std::string(name_of(direction));
    }
    Queries() {
        for (auto const start : starts) {
            auto const where = "WHERE " + condition(start) + std::string(optional_conditions) + " AND " +
                               std::string(visible_case);
            counts.emplace(start,
                           std::make_unique<sql::Query>("case_list.count." + std::string(start_name(start)),
                                                        "SELECT count(*) FROM (SELECT 1 FROM case_file c " +
                                                            where + " LIMIT :most) counted"));
            for (auto const& sort : all_of<SortBy>())
                for (auto const& direction : all_of<Direction>()) {
                    auto const name = key(start, sort.value, direction.value);
                    lists.emplace(
                        name, std::make_unique<sql::Query>(
                                  "case_list." + name, "SELECT " LISTED_COLUMNS LISTED_FROM + where +
                                                           " ORDER BY " + order(sort.value, direction.value) +
                                                           " LIMIT :limit OFFSET :offset"));
                }
        }
    }
};
Queries const queries;

sql::Query const select_by_ids{"case_list.by_ids", "SELECT " LISTED_COLUMNS LISTED_FROM
                                                   "WHERE c.id {in:ids} AND " +
                                                       std::string(visible_case)};
sql::Query const count_hidden{
    "case_list.count_restricted_from",
    "SELECT count(*) FROM case_file c WHERE c.restricted AND " + std::string(optional_conditions) + R"sql(
        AND NOT EXISTS (SELECT 1 FROM case_access r WHERE r.case_file_id = c.id AND r.account_id = :viewer)
        AND NOT EXISTS (SELECT 1 FROM case_conflict x WHERE x.case_file_id = c.id AND x.account_id = :viewer)
)sql"};
sql::Query const select_teams{"case_list.teams", "SELECT id, name FROM team ORDER BY name, id"};

Start start_of(Filter const& filter) {
    if (filter.address) return Start::address;
    if (filter.owner) return Start::owner;
    if (filter.block) return Start::block;
    if (filter.without_owner) return Start::without_owner;
    if (filter.stage != Stage::closed && filter.stage != Stage::all) return Start::not_closed;
    if (filter.area) return Start::area;
    return Start::all;
}

std::optional<std::string_view> state_of(Stage stage) {
    if (stage == Stage::not_closed || stage == Stage::all) return std::nullopt;
    return name_of(stage);
}

std::vector<sql::Parameter> parameters_of(Filter const& f) {
    std::optional<std::string_view> risk;
    if (f.risk && *f.risk != Risk::not_assessed) risk = name_of(*f.risk);
    return {{"owner", f.owner},
            {"without_owner", f.without_owner},
            {"team", f.team},
            {"area", f.area},
            {"address", f.address},
            {"block", f.block},
            {"category", f.category},
            {"risk", risk},
            {"not_assessed", f.risk == Risk::not_assessed},
            {"not_closed", f.stage == Stage::not_closed},
            {"state", state_of(f.stage)},
            {"overdue", f.overdue},
            {"today", f.today}};
}

ListedCase read_listed(sql::Row& row) {
    ListedCase c;
    row.read(c.id, c.reference, c.title, c.state, c.category, c.risk_band, c.in_danger, c.self_harm,
             c.restricted, c.opened_on, c.first_contact_by, c.next_contact_by, c.risk_review_by, c.plan_by,
             c.plan_agreed_on, c.closed_on, c.address, c.owner_name, c.area_name);
    return c;
}

}  // namespace

std::vector<ListedCase> list(sql::Read& tx, CaseScope const& scope, Filter const& filter, Page const& page) {
    auto parameters = parameters_of(filter);
    add_scope(parameters, scope);
    parameters.emplace_back("limit", page.limit);
    parameters.emplace_back("offset", page.offset);
    auto const& query = *queries.lists.at(Queries::key(start_of(filter), page.sort, page.direction));
    return tx.all(query, parameters, read_listed);
}

std::vector<ListedCase> list(sql::Read& tx, CaseScope const& scope, std::vector<CaseFileId> const& ids) {
    if (ids.empty()) return {};
    auto const id_list = sql::json_id_list(ids);
    std::vector<sql::Parameter> parameters{{"ids", id_list}};
    add_scope(parameters, scope);
    auto cases = tx.all(select_by_ids, parameters, read_listed);
    auto const place = [&](ListedCase const& c) { return std::find(ids.begin(), ids.end(), c.id); };
    std::sort(cases.begin(), cases.end(),
              [&](ListedCase const& a, ListedCase const& b) { return place(a) < place(b); });
    return cases;
}

int count(sql::Read& tx, CaseScope const& scope, Filter const& filter, int most) {
    auto parameters = parameters_of(filter);
    add_scope(parameters, scope);
    parameters.emplace_back("most", most);
    return tx.value<int>(*queries.counts.at(start_of(filter)), parameters).value_or(0);
}

int count_restricted_from(sql::Read& tx, CaseScope const& scope, Filter const& filter) {
    auto parameters = parameters_of(filter);
    parameters.emplace_back("viewer", scope.viewer);
    return tx.value<int>(count_hidden, parameters).value_or(0);
}

std::vector<Team> teams(sql::Read& tx) {
    return tx.all(select_teams, {}, [](sql::Row& row) {
        Team team;
        row.read(team.id, team.name);
        return team;
    });
}

}  // namespace doorstep::storage::case_list
