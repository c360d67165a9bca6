#include "storage/nightly_checks.h"

namespace doorstep::storage::nightly_checks {
namespace {

sql::Query const select_clocks{"nightly_checks.clocks_out_of_step", R"sql(
    SELECT found.id FROM (
        SELECT c.id FROM case_file c JOIN case_person p ON p.case_file_id = c.id
        WHERE c.state IN ('open', 'paused', 'closing') AND p.part = 'complainant' AND p.left_on IS NULL
            AND p.raised_on IS NOT NULL AND (p.next_contact_by IS NULL OR NOT EXISTS (
                SELECT 1 FROM work_item w
                WHERE w.subject_id = p.id AND w.kind IN ('first-contact', 'contact') AND w.done_at IS NULL
                    AND w.due_on = p.next_contact_by AND w.account_id IS NOT DISTINCT FROM c.owner_id))
        UNION
        SELECT w.case_file_id FROM work_item w
        JOIN case_person p ON p.id = w.subject_id JOIN case_file c ON c.id = p.case_file_id
        WHERE w.done_at IS NULL AND w.kind IN ('first-contact', 'contact')
            AND (p.left_on IS NOT NULL OR c.state = 'closed')
        UNION
        SELECT c.id FROM case_file c
        WHERE c.state IN ('open', 'paused', 'closing') AND c.next_contact_by IS DISTINCT FROM (
            SELECT min(p.next_contact_by) FROM case_person p WHERE p.case_file_id = c.id AND p.left_on IS NULL)
    ) found ORDER BY found.id LIMIT :limit
)sql"};

sql::Query const select_closings{"nightly_checks.closings_without_survey", R"sql(
    SELECT c.id FROM case_file c
    WHERE c.state = 'closed' AND c.closed_on >= :since
        AND EXISTS (SELECT 1 FROM case_person p WHERE p.case_file_id = c.id AND p.part = 'complainant'
            AND p.left_on IS NULL AND p.person_id IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM survey s WHERE s.case_file_id = c.id AND s.closed_on = c.closed_on)
    ORDER BY c.closed_on, c.id LIMIT :limit
)sql"};

}  // namespace

std::vector<CaseFileId> clocks_out_of_step(sql::Read& tx, int limit) {
    return tx.values<CaseFileId>(select_clocks, {{"limit", limit}});
}

std::vector<CaseFileId> closings_without_survey(sql::Read& tx, Date since, int limit) {
    return tx.values<CaseFileId>(select_closings, {{"since", since}, {"limit", limit}});
}

}  // namespace doorstep::storage::nightly_checks
