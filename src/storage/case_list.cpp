#include "storage/case_list.h"

#include <algorithm>
#include <map>
#include <memory>

namespace doorstep::storage::case_list {
namespace {

/// The narrowing that leaves the fewest, by an index of its own. Those of open cases have indexes that hold
/// no closed ones, so that they cost the same after ten years.
enum class Start {
    address,
    block,
    open_of_owner,
    owner,
    without_owner,
    open_in_area,
    area,
    not_closed,
    state,
    all
};

struct StartWords {
    Start start;
    std::string_view name;
    std::string_view condition;
};
constexpr std::array starts{
    StartWords{Start::address, "address", "c.address_id = :address AND "},
    StartWords{Start::block, "block", "c.block_id = :block AND "},
    StartWords{Start::open_of_owner, "open_of_owner", "c.state <> 'closed' AND c.owner_id = :owner AND "},
    StartWords{Start::owner, "owner", "c.owner_id = :owner AND "},
    StartWords{Start::without_owner, "without_owner", "c.owner_id IS NULL AND "},
    StartWords{Start::open_in_area, "open_in_area", "c.state <> 'closed' AND c.area_id = :area AND "},
    StartWords{Start::area, "area", "c.area_id = :area AND "},
    StartWords{Start::not_closed, "not_closed", "c.state <> 'closed' AND "},
    StartWords{Start::state, "state", "c.state = :state AND "},
    StartWords{Start::all, "all", ""}};

constexpr std::string_view optional_conditions = R"sql(
    (CAST(:owner AS TEXT) IS NULL OR c.owner_id = :owner)
    AND (NOT :without_owner OR c.owner_id IS NULL)
    AND (CAST(:team AS TEXT) IS NULL OR c.team_id = :team)
    AND (CAST(:area AS TEXT) IS NULL OR c.area_id = :area)
    AND (CAST(:address AS TEXT) IS NULL OR c.address_id = :address)
    AND (CAST(:block AS TEXT) IS NULL OR c.block_id = :block)
    AND (CAST(:category AS TEXT) IS NULL OR c.category = :category)
    AND (CAST(:partner AS TEXT) IS NULL OR EXISTS (
        SELECT 1 FROM intervention v WHERE v.case_file_id = c.id AND v.referred_to = :partner))
    AND (CAST(:risk AS TEXT) IS NULL OR c.risk_band = :risk
        OR (:risk = 'high' AND c.risk_band IS NULL AND c.taken_as_high_on IS NOT NULL))
    AND (NOT :not_assessed OR c.risk_band IS NULL)
    AND (NOT :not_closed OR c.state <> 'closed')
    AND (CAST(:state AS TEXT) IS NULL OR c.state = :state)
    AND (CAST(:overdue AS TEXT) IS NULL OR (c.state <> 'closed' AND (
        (:overdue IN ('any', 'contact') AND c.next_contact_by < :today)
        OR (:overdue IN ('any', 'risk') AND c.risk_review_by < :today)
        OR (:overdue IN ('any', 'plan') AND c.plan_agreed_on IS NULL AND c.plan_by < :today))))
)sql";

#define LISTED_COLUMNS                                                                                    \
    "c.id, c.reference, c.title, c.state, c.category, c.risk_band, c.taken_as_high_on IS NOT NULL, "      \
    "c.in_danger, c.self_harm, c.restricted, "                                                            \
    "c.opened_on, c.first_contact_by, c.next_contact_by, c.risk_review_by, c.plan_by, c.plan_agreed_on, " \
    "c.closed_on, c.address_id, coalesce(o.name, ''), coalesce(z.name, '')"
#define LISTED_FROM \
    " FROM case_file c LEFT JOIN account o ON o.id = c.owner_id LEFT JOIN area z ON z.id = c.area_id "

// Word for word the columns of the indexes of open cases (migrations): a case without a date comes last.
#define DUE_OF(c) "coalesce(" c "next_contact_by, '9999-12-31')"
#define RANK_OF(c)                     \
    "CASE coalesce(" c "risk_band, " c \
    "taken_as_high_on, '') WHEN '' THEN 0 WHEN 'standard' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END"

std::string order(SortBy sort, Direction direction) {
    std::string const way = direction == Direction::up ? " ASC" : " DESC";
    switch (sort) {
        case SortBy::due:
            return DUE_OF("c.") + way + ", c.id" + way;
        case SortBy::opened:
            return "c.opened_on" + way + ", c.id" + way;
        case SortBy::risk:
            return RANK_OF("c.") + way + ", c.id" + way;
        case SortBy::reference:
            break;
    }
    return "c.reference" + way;
}

/// One statement for every start and order, made as the program starts.
struct Queries {
    std::map<std::string, std::unique_ptr<sql::Query>> lists;
    std::map<Start, std::unique_ptr<sql::Query>> counts;
    std::map<Start, std::unique_ptr<sql::Query>> afters;

    static std::string key(Start start, SortBy sort, Direction direction) {
        auto const words = std::find_if(starts.begin(), starts.end(),
                                        [&](StartWords const& one) { return one.start == start; });
        return std::string(words->name) + "." + std::string(name_of(sort)) + "." +
               std::string(name_of(direction));
    }
    Queries() {
        for (auto const& start : starts) {
            auto const where = "WHERE " + std::string(start.condition) + std::string(optional_conditions) +
                               " AND " + std::string(visible_case);
            counts.emplace(start.start,
                           std::make_unique<sql::Query>("case_list.count." + std::string(start.name),
                                                        "SELECT count(*) FROM (SELECT 1 FROM case_file c " +
                                                            where + " LIMIT :most) counted"));
            afters.emplace(start.start,
                           std::make_unique<sql::Query>("case_list.after." + std::string(start.name),
                                                        "SELECT " LISTED_COLUMNS LISTED_FROM + where +
                                                            " AND c.reference > :after"
                                                            " ORDER BY c.reference LIMIT :limit"));
            for (auto const& sort : all_of<SortBy>())
                for (auto const& direction : all_of<Direction>()) {
                    // Closed cases have no order by what is due.
                    if (start.start == Start::all &&
                        (sort.value == SortBy::due || sort.value == SortBy::risk))
                        continue;
                    auto const name = key(start.start, sort.value, direction.value);
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
std::string hidden_among(std::string_view condition) {
    return "SELECT count(*) FROM case_file c WHERE c.restricted AND " + std::string(condition) +
           std::string(optional_conditions) + R"sql(
        AND NOT EXISTS (SELECT 1 FROM case_access r WHERE r.case_file_id = c.id AND r.account_id = :viewer
            AND (r.until_on IS NULL OR r.until_on >= :viewed_on))
        AND NOT EXISTS (SELECT 1 FROM case_conflict x WHERE x.case_file_id = c.id AND x.account_id = :viewer)
)sql";
}
// Of open ones an index of their own holds the few; restricted cases that were closed add up.
sql::Query const count_hidden{"case_list.count_restricted_from", hidden_among("")};
sql::Query const count_open_hidden{"case_list.count_open_restricted_from",
                                   hidden_among("c.state <> 'closed' AND ")};
sql::Query const select_partners{
    "case_list.partners",
    // From name to name along the index, and for each only as far as the first case that may be seen: the
    // cost is that of the names, not of the referrals.
    "WITH RECURSIVE partner (name) AS ("
    "SELECT min(v.referred_to) FROM intervention v WHERE v.referred_to <> '' "
    "UNION ALL SELECT (SELECT min(v.referred_to) FROM intervention v WHERE v.referred_to <> '' "
    "AND v.referred_to > p.name) FROM partner p WHERE p.name IS NOT NULL) "
    // LIMIT keeps PostgreSQL from joining all referrals instead.
    "SELECT p.name FROM partner p WHERE p.name IS NOT NULL AND (SELECT 1 FROM intervention v "
    "JOIN case_file c ON c.id = v.case_file_id WHERE v.referred_to <> '' AND v.referred_to = p.name AND " +
        std::string(visible_case) + " LIMIT 1) IS NOT NULL ORDER BY p.name LIMIT 300"};
sql::Query const select_teams{"case_list.teams", "SELECT id, name FROM team ORDER BY name, id"};

Start start_of(Filter const& filter) {
    bool const open = !filter.shows_closed();
    if (filter.address) return Start::address;
    if (filter.block) return Start::block;
    if (filter.owner) return open ? Start::open_of_owner : Start::owner;
    if (filter.without_owner) return Start::without_owner;
    if (filter.area) return open ? Start::open_in_area : Start::area;
    if (filter.stage == Stage::paused || filter.stage == Stage::closing) return Start::state;
    return open ? Start::not_closed : Start::all;
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
            {"partner", f.partner},
            {"risk", risk},
            {"not_assessed", f.risk == Risk::not_assessed},
            {"not_closed", f.stage == Stage::not_closed},
            {"state", state_of(f.stage)},
            {"overdue", f.overdue},
            {"today", f.today}};
}

ListedCase read_listed(sql::Row& row) {
    ListedCase c;
    row.read(c.id, c.reference, c.title, c.state, c.category, c.risk_band, c.taken_as_high, c.in_danger,
             c.self_harm, c.restricted, c.opened_on, c.first_contact_by, c.next_contact_by, c.risk_review_by,
             c.plan_by, c.plan_agreed_on, c.closed_on, c.address, c.owner_name, c.area_name);
    return c;
}

}  // namespace

std::vector<ListedCase> list(sql::Read& tx, CaseScope const& scope, Filter const& filter, Page const& page) {
    auto parameters = parameters_of(filter);
    add_scope(parameters, scope);
    parameters.emplace_back("limit", page.limit);
    parameters.emplace_back("offset", page.offset);
    auto const start = start_of(filter);
    bool const has_order =
        start != Start::all || page.sort == SortBy::opened || page.sort == SortBy::reference;
    auto const key = has_order ? Queries::key(start, page.sort, page.direction)
                               : Queries::key(start, SortBy::opened, Direction::down);
    return tx.all(*queries.lists.at(key), parameters, read_listed);
}

std::vector<ListedCase> list_after(sql::Read& tx, CaseScope const& scope, Filter const& filter,
                                   std::string_view after_reference, int limit) {
    auto parameters = parameters_of(filter);
    add_scope(parameters, scope);
    parameters.emplace_back("after", after_reference);
    parameters.emplace_back("limit", limit);
    return tx.all(*queries.afters.at(start_of(filter)), parameters, read_listed);
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
    parameters.emplace_back("viewed_on", scope.viewed_on);
    return tx.value<int>(filter.shows_closed() ? count_hidden : count_open_hidden, parameters).value_or(0);
}

std::vector<std::string> partners(sql::Read& tx, CaseScope const& scope) {
    std::vector<sql::Parameter> parameters;
    add_scope(parameters, scope);
    return tx.values<std::string>(select_partners, parameters);
}

std::vector<Team> teams(sql::Read& tx) {
    return tx.all(select_teams, {}, [](sql::Row& row) {
        Team team;
        row.read(team.id, team.name);
        return team;
    });
}

}  // namespace doorstep::storage::case_list
