#include "storage/orders_together.h"

namespace doorstep::storage::orders_together {
namespace {

sql::Query const select_made{"orders_together.made_between", R"sql(
    SELECT o.id, c.reference, l.kind, o.form, o.scope, o.made_on, o.from_at, o.until_on, o.until_at, o.ended_at,
        l.place, COALESCE(b.name, '')
    FROM legal_order o
    JOIN legal_action l ON l.id = o.legal_action_id
    JOIN case_file c ON c.id = o.case_file_id
    LEFT JOIN block b ON b.id = c.block_id
    WHERE o.made_on BETWEEN :from_day AND :to_day AND o.form <> 'notice'
        AND )sql" + std::string(visible_case) +
                                                                 R"sql(
    ORDER BY CASE WHEN b.name IS NULL THEN 1 ELSE 0 END, b.name, o.made_on, o.id LIMIT :limit
)sql"};

}  // namespace

std::vector<Line> made_between(sql::Read& tx, Date from, Date to, CaseScope const& scope, int limit) {
    std::vector<sql::Parameter> parameters;
    parameters.reserve(8);
    parameters.emplace_back("from_day", from);
    parameters.emplace_back("to_day", to);
    parameters.emplace_back("limit", limit);
    add_scope(parameters, scope);
    return tx.all(select_made, parameters, [](sql::Row& row) {
        Line line;
        row.read(line.order, line.case_reference, line.kind, line.form, line.scope, line.made_on,
                 line.from_at, line.until_on, line.until_at, line.ended_at, line.place, line.block);
        return line;
    });
}

}  // namespace doorstep::storage::orders_together
