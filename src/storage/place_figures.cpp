#include "storage/place_figures.h"

namespace doorstep::storage::place_figures {
namespace {

sql::Query const select_busiest{
    "place_figures.busiest",
    "SELECT b.id, b.name, coalesce(z.name, ''), b.homes, coalesce(n.opened, 0), coalesce(n.still_open, 0) "
    "FROM block b LEFT JOIN area z ON z.id = b.area_id LEFT JOIN ("
    "SELECT c.block_id, count(*) AS opened, sum(CASE WHEN c.state <> 'closed' THEN 1 ELSE 0 END) AS "
    "still_open "
    "FROM case_file c WHERE c.opened_on >= :from AND c.block_id IS NOT NULL AND " +
        std::string(visible_case) +
        " GROUP BY c.block_id) n ON n.block_id = b.id "
        "WHERE (CAST(:area AS TEXT) IS NULL OR b.area_id = :area) "
        "ORDER BY coalesce(n.opened, 0) DESC, b.homes DESC, b.name, b.id LIMIT :limit OFFSET :offset"};

std::string by_month(std::string const& where) {
    return "SELECT substr(c.opened_on, 1, 7) AS month, c.category, count(*) FROM case_file c WHERE " + where +
           " AND c.opened_on >= :from AND " + std::string(visible_case) + " GROUP BY 1, 2 ORDER BY 1, 2";
}
sql::Query const select_block_months{"place_figures.block_months", by_month("c.block_id = :place")};
sql::Query const select_address_months{"place_figures.address_months", by_month("c.address_id = :place")};

}  // namespace

std::vector<BusyBlock> busiest_blocks(sql::Read& tx, CaseScope const& scope, std::optional<AreaId> area,
                                      Date from, int limit, int offset) {
    std::vector<sql::Parameter> parameters{
        {"area", area}, {"from", from}, {"limit", limit}, {"offset", offset}};
    add_scope(parameters, scope);
    return tx.all(select_busiest, parameters, [](sql::Row& row) {
        BusyBlock block;
        row.read(block.id, block.name, block.area_name, block.homes, block.opened, block.open);
        return block;
    });
}

std::vector<MonthCount> opened_by_month(sql::Read& tx, CaseScope const& scope, At const& at, Date from) {
    std::vector<sql::Parameter> parameters{{"from", from}};
    if (at.block)
        parameters.emplace_back("place", *at.block);
    else
        parameters.emplace_back("place", at.address);
    add_scope(parameters, scope);
    return tx.all(at.block ? select_block_months : select_address_months, parameters, [](sql::Row& row) {
        MonthCount count;
        row.read(count.month, count.category, count.cases);
        return count;
    });
}

}  // namespace doorstep::storage::place_figures
