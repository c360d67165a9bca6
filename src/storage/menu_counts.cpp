#include "storage/menu_counts.h"

namespace doorstep::storage {
namespace {

sql::Query const select_counts{"menu_counts", std::string(R"sql(
    SELECT
        (SELECT count(*) FROM report r WHERE :sees_triage AND r.state IN ('waiting', 'being-looked-at')
            AND (:sees_restricted OR NOT r.high_profile)),
        (SELECT count(*) FROM approval a LEFT JOIN case_file c ON c.id = a.case_file_id
            WHERE :decides AND a.decision IS NULL AND a.requested_by <> :viewer AND (c.id IS NULL OR )sql") +
                                                  std::string(visible_case) + "))"};

}  // namespace

MenuCounts menu_counts(sql::Read& tx, MenuCountsFor const& whom) {
    MenuCounts counts;
    std::vector<sql::Parameter> parameters{{"sees_triage", whom.sees_triage},
                                           {"sees_restricted", whom.sees_restricted_triage},
                                           {"decides", whom.decides}};
    add_scope(parameters, whom.approvals);
    tx.one(select_counts, parameters, [&](sql::Row& row) {
        row.read(counts.triage, counts.approvals);
        return true;
    });
    return counts;
}

}  // namespace doorstep::storage
