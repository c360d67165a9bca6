#include "storage/menu_counts.h"

namespace doorstep::storage {
namespace {

// No further than is shown, so that a menu costs the same however much waits.
sql::Query const select_counts{"menu_counts", std::string(R"sql(
    SELECT
        (SELECT count(*) FROM (SELECT 1 FROM report r WHERE :sees_triage AND r.state IN ('waiting', 'being-looked-at')
            AND (:sees_restricted OR NOT r.high_profile) LIMIT :most) t),
        (SELECT count(*) FROM (SELECT 1 FROM approval a LEFT JOIN case_file c ON c.id = a.case_file_id
            WHERE :decides AND a.decision IS NULL AND a.requested_by <> :viewer AND (c.id IS NULL OR )sql") +
                                                  std::string(visible_case) + ") LIMIT :most) p)"};

}  // namespace

MenuCounts menu_counts(sql::Read& tx, MenuCountsFor const& whom) {
    MenuCounts counts;
    std::vector<sql::Parameter> parameters{{"sees_triage", whom.sees_triage},
                                           {"sees_restricted", whom.sees_restricted_triage},
                                           {"decides", whom.decides},
                                           {"most", most_in_menu}};
    add_scope(parameters, whom.approvals);
    tx.one(select_counts, parameters, [&](sql::Row& row) {
        row.read(counts.triage, counts.approvals);
        return true;
    });
    return counts;
}

}  // namespace doorstep::storage
