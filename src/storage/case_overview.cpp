#include "storage/case_overview.h"

namespace doorstep::storage::cases {
namespace {

#define SECTION_COUNTS                                                                          \
    "(SELECT count(*) FROM case_person p WHERE p.case_file_id = c.id AND p.left_on IS NULL), "  \
    "(SELECT count(*) FROM incident i WHERE i.case_file_id = c.id AND i.struck_at IS NULL), "   \
    "(SELECT count(*) FROM file f WHERE f.case_file_id = c.id), "                               \
    "(SELECT count(*) FROM file u WHERE u.case_file_id = c.id AND u.first_opened_at IS NULL), " \
    "(SELECT count(*) FROM risk_assessment k WHERE k.case_file_id = c.id), c.contacts_count, "  \
    "(SELECT count(*) FROM intervention v WHERE v.case_file_id = c.id), "                       \
    "(SELECT count(*) FROM case_task t WHERE t.case_file_id = c.id AND t.done_on IS NULL)"

sql::Query const select_counts{"cases.section_counts",
                               "SELECT " SECTION_COUNTS " FROM case_file c WHERE c.id = :id"};

#define IN_FORCE                                                                                     \
    "x.case_file_id = c.id AND x.from_at <= :now AND (x.until_at IS NULL OR x.until_at > :now) AND " \
    "(x.ended_at IS NULL OR x.ended_at > :now)"

sql::Query const select_overview{
    "cases.overview_facts",
    "SELECT coalesce(o.name, ''), coalesce(h.name, ''), coalesce(r.name, ''), "
    "coalesce(a.line || ', ' || a.postcode, ''), coalesce(e.head_hash, ''), "
    "o1.id, o1.legal_action_id, coalesce(l1.kind, ''), coalesce(o1.form, ''), coalesce(o1.scope, ''), "
    "o1.until_on, "
    "o1.until_at, (SELECT count(*) FROM legal_order x WHERE " IN_FORCE "), " SECTION_COUNTS
    " FROM case_file c LEFT JOIN legal_order o1 ON o1.id = (SELECT x.id FROM legal_order x WHERE " IN_FORCE
    " ORDER BY x.from_at DESC, x.id DESC LIMIT 1) LEFT JOIN legal_action l1 ON l1.id = o1.legal_action_id"
    R"sql(
    LEFT JOIN account o ON o.id = c.owner_id
    LEFT JOIN account h ON h.id = c.housing_officer_id
    LEFT JOIN area r ON r.id = c.area_id
    LEFT JOIN address a ON a.id = c.address_id
    LEFT JOIN event_chain e ON e.chain_id = c.id
    WHERE c.id = :id
)sql"};

sql::Query const select_partners{"cases.partners", R"sql(
    SELECT DISTINCT referred_to FROM intervention WHERE case_file_id = :id AND referred_to <> '' ORDER BY referred_to
)sql"};

sql::Query const select_complaints{"cases.complaints", R"sql(
    SELECT r.received_on, r.happened_on FROM report r WHERE r.case_file_id = :id
    UNION ALL
    SELECT e.told_on, r.happened_on FROM report r JOIN report_earlier e ON e.report_id = r.id
    WHERE r.case_file_id = :id AND e.told_on IS NOT NULL
)sql"};

}  // namespace

SectionCounts section_counts(sql::Read& tx, CaseFileId id) {
    return tx
        .one(select_counts, {{"id", id}},
             [](sql::Row& row) {
                 SectionCounts n;
                 row.read(n.people, n.incidents, n.files, n.unread_files, n.assessments, n.contacts,
                          n.actions, n.open_tasks);
                 return n;
             })
        .value_or(SectionCounts{});
}

OverviewFacts overview_facts(sql::Read& tx, CaseFileId id, Instant now) {
    return tx
        .one(select_overview, {{"id", id}, {"now", now}},
             [](sql::Row& row) {
                 OverviewFacts found;
                 legal_orders::OrderInForce order;
                 std::optional<LegalOrderId> order_id;
                 std::optional<LegalActionId> action_id;
                 auto& words = found.labels;
                 auto& n = found.counts;
                 row.read(words.owner_name, words.housing_officer_name, words.area_name, words.address_line,
                          found.history_head, order_id, action_id, order.kind, order.form, order.scope,
                          order.until_on, order.until_at, found.orders_in_force, n.people, n.incidents,
                          n.files, n.unread_files, n.assessments, n.contacts, n.actions, n.open_tasks);
                 if (order_id && action_id) {
                     order.id = *order_id;
                     order.action = *action_id;
                     found.order = std::move(order);
                 }
                 return found;
             })
        .value_or(OverviewFacts{});
}

std::vector<std::string> partners(sql::Read& tx, CaseFileId id) {
    return tx.values<std::string>(select_partners, {{"id", id}});
}

std::vector<TimedComplaint> complaints(sql::Read& tx, CaseFileId id) {
    return tx.all(select_complaints, {{"id", id}}, [](sql::Row& row) {
        TimedComplaint complaint;
        row.read(complaint.made_on, complaint.behaviour_on);
        return complaint;
    });
}

}  // namespace doorstep::storage::cases
