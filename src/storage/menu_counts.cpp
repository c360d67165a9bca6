#include "storage/menu_counts.h"

namespace doorstep::storage {
namespace {

sql::Query const select_counts{"menu_counts", R"sql(
    SELECT
        (SELECT count(*) FROM report r WHERE :sees_triage AND r.state IN ('waiting', 'being-looked-at')
            AND (:sees_restricted OR NOT r.high_profile)),
        (SELECT count(*) FROM approval a WHERE :decides AND a.decision IS NULL AND a.requested_by <> :viewer)
)sql"};

}  // namespace

MenuCounts menu_counts(sql::Read& tx, MenuCountsFor const& whom) {
    MenuCounts counts;
    tx.one(select_counts,
           {{"sees_triage", whom.sees_triage},
            {"sees_restricted", whom.sees_restricted_triage},
            {"decides", whom.decides},
            {"viewer", whom.viewer}},
           [&](sql::Row& row) {
               row.read(counts.triage, counts.approvals);
               return true;
           });
    return counts;
}

}  // namespace doorstep::storage
