#include "storage/possession_events.h"

namespace doorstep::storage::possession_events {
namespace {

sql::Query const select_events{"possession_events.of_case", R"sql(
    SELECT l.kind, o.id, o.made_on AS happened_on, o.from_at, CASE WHEN o.ended_at IS NOT NULL
            AND (o.until_at IS NULL OR o.ended_at < o.until_at) THEN o.ended_at ELSE o.until_at END
    FROM legal_order o JOIN legal_action l ON l.id = o.legal_action_id
    WHERE o.case_file_id = :file AND l.kind = 'closure' AND o.form <> 'notice' AND o.end_kind <> 'quashed'
    UNION ALL
    SELECT l.kind, o.id, b.outcome_on, o.from_at, NULL
    FROM legal_order o JOIN legal_action l ON l.id = o.legal_action_id JOIN order_breach b ON b.legal_order_id = o.id
    WHERE o.case_file_id = :file AND l.kind IN ('injunction', 'criminal-behaviour-order')
        AND b.outcome IN ('committed', 'fined') AND b.outcome_on IS NOT NULL
    ORDER BY happened_on
)sql"};

}  // namespace

std::vector<PossessionEvent> of_case(sql::Read& tx, CaseFileId file) {
    return tx.all(select_events, {{"file", file}}, [](sql::Row& row) {
        PossessionEvent event;
        row.read(event.kind, event.order, event.on, event.from_at, event.stops_at);
        return event;
    });
}

}  // namespace doorstep::storage::possession_events
