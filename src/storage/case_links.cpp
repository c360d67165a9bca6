#include "storage/case_links.h"

#include <utility>

namespace doorstep::storage::cases {
namespace {

sql::Query const select_links{"cases.visible_links", R"sql(
    SELECT c.id, c.reference, c.title, c.state = 'closed', c.opened_on, k.kind, k.reason, coalesce(a.name, ''), k.linked_at
    FROM (SELECT other_id AS id, kind, reason, linked_by, linked_at FROM case_link WHERE case_file_id = :id
          UNION ALL
          SELECT case_file_id, kind, reason, linked_by, linked_at FROM case_link WHERE other_id = :id) k
    JOIN case_file c ON c.id = k.id
    LEFT JOIN account a ON a.id = k.linked_by
    WHERE )sql" + std::string(visible_case) +
                                                         R"sql(
    ORDER BY CASE k.kind WHEN 'counter-allegation' THEN 1 WHEN 'same-incident' THEN 2 WHEN 'related' THEN 3 ELSE 4 END,
        c.reference
)sql"};

sql::Query const insert_pair{"cases.insert_link", R"sql(
    INSERT INTO case_link (case_file_id, other_id, kind, reason, linked_by, linked_at)
    VALUES (:one, :other, :kind, :reason, :linked_by, :linked_at) ON CONFLICT DO NOTHING
)sql"};

sql::Query const delete_pair{"cases.remove_link", R"sql(
    DELETE FROM case_link WHERE case_file_id = :one AND other_id = :other
)sql"};

/// The smaller id first.
std::pair<CaseFileId, CaseFileId> in_order(CaseFileId one, CaseFileId other) {
    return one.text() < other.text() ? std::pair(one, other) : std::pair(other, one);
}

}  // namespace

std::vector<LinkedCase> visible_links(sql::Read& tx, CaseFileId id, CaseScope const& scope) {
    std::vector<sql::Parameter> parameters{{"id", id}};
    add_scope(parameters, scope);
    return tx.all(select_links, parameters, [](sql::Row& row) {
        LinkedCase link;
        row.read(link.id, link.reference, link.title, link.is_closed, link.opened_on, link.kind, link.reason,
                 link.linked_by, link.linked_at);
        return link;
    });
}

bool insert_link(sql::Write& tx, NewLink const& link) {
    auto const [one, other] = in_order(link.one, link.other);
    return tx.run(insert_pair, {{"one", one},
                                {"other", other},
                                {"kind", link.kind},
                                {"reason", link.reason},
                                {"linked_by", link.linked_by},
                                {"linked_at", link.linked_at}}) == 1;
}

bool remove_link(sql::Write& tx, CaseFileId one, CaseFileId other) {
    auto const [first, second] = in_order(one, other);
    return tx.run(delete_pair, {{"one", first}, {"other", second}}) == 1;
}

}  // namespace doorstep::storage::cases
