#include "storage/order_matches.h"

namespace doorstep::storage::order_matches {
namespace {

/// Each way of being near is a search of its own, so that each uses its index; CROSS JOIN keeps SQLite to the
/// order of the tables, few rows first. What differs between the engines is the index of rectangles alone.
std::string live_query(std::string_view zones_near) {
    return R"sql(
    WITH told (address_id, postcode) AS (
        SELECT coalesce(r.address_id, CAST(:address AS TEXT)), coalesce(r.postcode, CAST(:postcode AS TEXT))
        FROM (SELECT 1 AS one) given LEFT JOIN report r ON r.id = :report
    ), here (address_id, easting, northing) AS (
        SELECT t.address_id, coalesce(a.easting, q.easting), coalesce(a.northing, q.northing)
        FROM told t LEFT JOIN address a ON a.id = t.address_id
            LEFT JOIN postcode q ON q.postcode = coalesce(a.postcode, t.postcode)
    ), near (order_id, clause_id) AS (
        SELECT o.id, k.id FROM legal_order o LEFT JOIN order_clause k ON k.legal_order_id = o.id
        WHERE o.case_file_id = :file
        UNION
        SELECT o.id, k.id FROM here h JOIN case_file x ON x.address_id = h.address_id
            JOIN legal_order o ON o.case_file_id = x.id LEFT JOIN order_clause k ON k.legal_order_id = o.id
        UNION
        )sql" +
           std::string(zones_near) + R"sql(
        UNION
        SELECT o.id, k.id
        FROM (SELECT y.person_id FROM person_key y WHERE y.kind = 'sound' AND y.key {in:sounds}
              GROUP BY y.person_id HAVING count(*) >= 2) said
            CROSS JOIN case_person p CROSS JOIN legal_action l CROSS JOIN legal_order o
            LEFT JOIN order_clause k ON k.legal_order_id = o.id
        WHERE p.person_id = said.person_id AND l.case_file_id = p.case_file_id AND l.respondent_id = p.id
            AND o.legal_action_id = l.id
        LIMIT 2000
    )
    SELECT o.id, c.reference, l.kind, o.form, o.scope, CASE WHEN o.case_file_id = :file THEN TRUE ELSE FALSE END,
        CASE WHEN c.address_id = h.address_id THEN TRUE ELSE FALSE END, coalesce(n.name, p.description, ''), k.id,
        coalesce(k.position, 0), coalesce(k.words, ''), coalesce(k.zone, ''), k.zone_radius, coalesce(k.conduct, ''),
        h.easting, h.northing
    FROM near f CROSS JOIN here h CROSS JOIN legal_order o CROSS JOIN legal_action l CROSS JOIN case_file c
    LEFT JOIN case_person p ON p.id = l.respondent_id
    LEFT JOIN person n ON n.id = p.person_id
    LEFT JOIN order_clause k ON k.id = f.clause_id
    WHERE o.id = f.order_id AND l.id = o.legal_action_id AND c.id = o.case_file_id
        AND o.from_at <= :until AND (o.until_at IS NULL OR o.until_at > :from)
        AND (o.ended_at IS NULL OR o.ended_at > :from)
        AND (k.id IS NULL OR (NOT k.struck AND k.from_on <= :on AND (k.until_on IS NULL OR k.until_on >= :on)))
        AND )sql" +
           std::string(visible_case) + R"sql(
    ORDER BY c.reference, o.id, coalesce(k.position, 0) LIMIT )sql" +
           std::to_string(most_near_orders);
}

sql::Query const select_live{
    "order_matches.live_at",
    live_query("SELECT z.order_id, z.clause_id FROM here h JOIN order_zone z ON z.west <= h.easting + :reach "
               "AND z.east >= h.easting - :reach AND z.south <= h.northing + :reach "
               "AND z.north >= h.northing - :reach"),
    live_query("SELECT k.legal_order_id, k.id FROM here h JOIN order_clause k ON "
               "box(point(k.zone_west, k.zone_south), point(k.zone_east, k.zone_north)) && "
               "box(point(h.easting - CAST(:reach AS DOUBLE PRECISION), h.northing - :reach), "
               "point(h.easting + :reach, h.northing + :reach)) WHERE k.zone <> '' AND NOT k.struck")};

}  // namespace

std::vector<NearOrder> live_at(sql::Read& tx, CaseScope const& scope, Happening const& happening, int reach) {
    auto const sounds = sql::json_list(happening.sounds);
    std::vector<sql::Parameter> parameters;
    parameters.reserve(16);
    parameters.emplace_back("file", happening.file);
    parameters.emplace_back("report", happening.report);
    parameters.emplace_back("address", happening.address);
    parameters.emplace_back("postcode", happening.postcode);
    parameters.emplace_back("reach", static_cast<double>(reach));
    parameters.emplace_back("sounds", sounds);
    parameters.emplace_back("from", happening.from);
    parameters.emplace_back("until", happening.until);
    parameters.emplace_back("on", happening.on);
    add_scope(parameters, scope);
    return tx.all(select_live, parameters, [](sql::Row& row) {
        NearOrder n;
        row.read(n.order, n.reference, n.kind, n.form, n.scope, n.same_case, n.same_address,
                 n.respondent_name, n.clause, n.position, n.words, n.zone, n.radius, n.conduct, n.easting,
                 n.northing);
        return n;
    });
}

}  // namespace doorstep::storage::order_matches
