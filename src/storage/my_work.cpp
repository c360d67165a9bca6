#include "storage/my_work.h"

#include "storage/work_subjects.h"

namespace doorstep::storage::my_work {
namespace {

using domain::work::Band;

/// The band of a row, as domain::work::band says, for filtering and sorting.
#define BAND                                                                                               \
    "CASE WHEN w.due_on < :today THEN 0 WHEN w.due_on = :today THEN 1 WHEN w.due_on <= :in_a_week THEN 2 " \
    "ELSE 3 END"

#define IN_ORDER_OF_DUTY \
    BAND ", CASE WHEN w.due_on < :today THEN w.due_on ELSE '' END, pressing DESC, w.due_on, w.id"

// The page is chosen first, and words are looked up for its rows only.
sql::Query const select_items{"my_work.items",
                              R"sql(
    SELECT w.id, w.account_id, w.kind, w.case_file_id, w.report_id, w.subject_id, w.due_on, w.high_risk,
        w.case_reference, w.case_title, coalesce(r.reference, ''), )sql" WORK_SUBJECT_WORDS
                              ", " PRESSING_OF("w.", "r.") R"sql(
    FROM (
        SELECT w.id, w.account_id, w.kind, w.case_file_id, w.report_id, w.subject_id, w.due_on, w.high_risk,
            coalesce(c.reference, '') AS case_reference, coalesce(c.title, '') AS case_title,
            c.risk_band, c.taken_as_high_on, c.in_danger, c.self_harm,
            w.high_risk OR coalesce(c.in_danger OR c.self_harm, FALSE) AS pressing
        FROM work_item w LEFT JOIN case_file c ON c.id = w.case_file_id
        WHERE w.account_id = :account AND w.done_at IS NULL
            AND (:any_band OR )sql" BAND R"sql( = :band)
            AND (c.id IS NULL OR )sql" +
                                  std::string(visible_case) +
                                  R"sql()
        ORDER BY )sql" IN_ORDER_OF_DUTY R"sql( LIMIT :limit OFFSET :offset
    ) w LEFT JOIN report r ON r.id = w.report_id)sql" WORK_SUBJECT_JOINS " ORDER BY " IN_ORDER_OF_DUTY};

sql::Query const select_counts{"my_work.counts",
                               R"sql(
    SELECT )sql" BAND R"sql( AS band, count(*), min(w.due_on)
    FROM work_item w LEFT JOIN case_file c ON c.id = w.case_file_id
    WHERE w.account_id = :account AND w.done_at IS NULL AND (c.id IS NULL OR )sql" +
                                   std::string(visible_case) + R"sql()
    GROUP BY band ORDER BY band
)sql"};

// Chains say when they last changed, so that only cases with news are read.
sql::Query const select_changes{"my_work.changes", R"sql(
    SELECT c.reference, c.title, e.at, e.kind, e.actor_name
    FROM case_file c
    JOIN event_chain h ON h.chain_id = c.id AND h.changed_at > :since
    JOIN event e ON e.chain_id = c.id AND e.at > :since
    WHERE c.owner_id = :account AND c.state <> 'closed' AND e.actor_id IS DISTINCT FROM :account
    ORDER BY e.at DESC, c.id, e.sequence DESC LIMIT :limit
)sql"};

sql::Query const select_read_at{"my_work.changes_read_at", R"sql(
    SELECT read_at FROM changes_read WHERE account_id = :account
)sql"};
sql::Query const put_read_at{"my_work.set_changes_read_at", R"sql(
    INSERT INTO changes_read (account_id, read_at) VALUES (:account, :at)
    ON CONFLICT (account_id) DO UPDATE SET read_at = excluded.read_at
)sql"};

}  // namespace

std::vector<WorkRow> items(sql::Read& tx, WorkPage const& page, CaseScope const& scope) {
    auto const in_a_week = page.today.plus_days(7);
    std::vector<sql::Parameter> parameters{{"account", page.account},
                                           {"today", page.today},
                                           {"in_a_week", in_a_week},
                                           {"any_band", !page.band.has_value()},
                                           {"band", static_cast<int>(page.band.value_or(Band::overdue))},
                                           {"limit", page.limit},
                                           {"offset", page.offset}};
    add_scope(parameters, scope);
    return tx.all(select_items, parameters, [](sql::Row& row) {
        WorkRow found;
        auto& item = found.item;
        row.read(item.id, item.account, item.kind, item.case_file, item.report, item.subject, item.due_on,
                 item.high_risk, found.case_reference, found.case_title, found.report_reference, found.about,
                 found.pressing.high_risk, found.pressing.assessed, found.pressing.in_danger,
                 found.pressing.self_harm);
        return found;
    });
}

WorkCounts counts(sql::Read& tx, AccountId account, Date today, CaseScope const& scope) {
    auto const in_a_week = today.plus_days(7);
    std::vector<sql::Parameter> parameters{{"account", account}, {"today", today}, {"in_a_week", in_a_week}};
    add_scope(parameters, scope);
    WorkCounts result;
    tx.each(select_counts, parameters, [&](sql::Row& row) {
        int band = 0;
        int count = 0;
        Date first;
        row.read(band, count, first);
        result.by_band[static_cast<std::size_t>(band)] = count;
        if (band >= static_cast<int>(Band::next_seven_days) && !result.next_due_on)
            result.next_due_on = first;
    });
    return result;
}

std::vector<ChangeRow> changes(sql::Read& tx, AccountId account, Instant since, int limit) {
    return tx.all(
        select_changes, {{"since", since}, {"account", account}, {"limit", limit}}, [](sql::Row& row) {
            ChangeRow change;
            row.read(change.case_reference, change.case_title, change.at, change.kind, change.actor_name);
            return change;
        });
}

std::optional<Instant> changes_read_at(sql::Read& tx, AccountId account) {
    return tx.value<Instant>(select_read_at, {{"account", account}});
}

void set_changes_read_at(sql::Write& tx, AccountId account, Instant at) {
    tx.run(put_read_at, {{"account", account}, {"at", at}});
}

}  // namespace doorstep::storage::my_work
