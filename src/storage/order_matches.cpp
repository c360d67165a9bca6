#include "storage/order_matches.h"

namespace doorstep::storage::order_matches {
namespace {

/// Each way of being near is a search of its own, so that each uses its index.
sql::Query const select_live{"order_matches.live_at", R"sql(
    WITH near (order_id, clause_id) AS (
        SELECT o.id, k.id FROM legal_order o LEFT JOIN order_clause k ON k.legal_order_id = o.id
        WHERE o.case_file_id = :file
        UNION
        SELECT o.id, k.id FROM case_file x JOIN legal_order o ON o.case_file_id = x.id
            LEFT JOIN order_clause k ON k.legal_order_id = o.id
        WHERE x.address_id = :address
        UNION
        SELECT k.legal_order_id, k.id FROM order_clause k
        WHERE k.zone <> '' AND NOT k.struck AND k.zone_west <= :east AND k.zone_east >= :west
            AND k.zone_south <= :north AND k.zone_north >= :south
    )
    SELECT o.id, c.reference, l.kind, o.form, o.scope, CASE WHEN o.case_file_id = :file THEN TRUE ELSE FALSE END,
        CASE WHEN c.address_id = :address THEN TRUE ELSE FALSE END, coalesce(n.name, p.description, ''), k.id,
        coalesce(k.position, 0), coalesce(k.words, ''), coalesce(k.zone, ''), k.zone_radius
    FROM near f
    JOIN legal_order o ON o.id = f.order_id
    JOIN legal_action l ON l.id = o.legal_action_id
    JOIN case_file c ON c.id = o.case_file_id
    LEFT JOIN case_person p ON p.id = l.respondent_id
    LEFT JOIN person n ON n.id = p.person_id
    LEFT JOIN order_clause k ON k.id = f.clause_id
    WHERE o.from_at <= :at AND (o.until_at IS NULL OR o.until_at > :at) AND (o.ended_at IS NULL OR o.ended_at > :at)
        AND (k.id IS NULL OR (NOT k.struck AND k.from_on <= :on AND (k.until_on IS NULL OR k.until_on >= :on)))
        AND )sql" + std::string(visible_case) +
                                                          R"sql(
    ORDER BY c.reference, o.id, coalesce(k.position, 0) LIMIT 50
)sql"};

}  // namespace

std::vector<NearOrder> live_at(sql::Read& tx, CaseScope const& scope, Happening const& happening, int reach) {
    auto const edge = [&](std::optional<double> const& middle, int by) {
        return middle ? std::optional(*middle + by) : std::optional<double>();
    };
    std::vector<sql::Parameter> parameters;
    parameters.reserve(16);
    parameters.emplace_back("file", happening.file);
    parameters.emplace_back("address", happening.address);
    parameters.emplace_back("west", edge(happening.easting, -reach));
    parameters.emplace_back("east", edge(happening.easting, reach));
    parameters.emplace_back("south", edge(happening.northing, -reach));
    parameters.emplace_back("north", edge(happening.northing, reach));
    parameters.emplace_back("at", happening.at);
    parameters.emplace_back("on", happening.on);
    add_scope(parameters, scope);
    return tx.all(select_live, parameters, [](sql::Row& row) {
        NearOrder n;
        row.read(n.order, n.reference, n.kind, n.form, n.scope, n.same_case, n.same_address,
                 n.respondent_name, n.clause, n.position, n.words, n.zone, n.radius);
        return n;
    });
}

}  // namespace doorstep::storage::order_matches
