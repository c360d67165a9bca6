#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/contacts/band_promise.h"
#include "domain/risk/assessment.h"
#include "storage/sql/database.h"

namespace doorstep::storage::risk {

using domain::contacts::BandFrom;
using domain::risk::Answer;
using domain::risk::Assessment;

void insert(sql::Write& tx, Assessment const& assessment, std::vector<Answer> const& answers);
/// In no particular order.
std::vector<Answer> answers_of(sql::Read& tx, RiskAssessmentId id);

/// An assessment with the name of who made it.
struct Made {
    Assessment assessment;
    std::string made_by_name;
};
std::optional<Made> find(sql::Read& tx, RiskAssessmentId id);
/// Newest first.
std::vector<Made> of_case(sql::Read& tx, CaseFileId file, int limit, int offset = 0);
int count_of_case(sql::Read& tx, CaseFileId file);
/// The newest of each person still on the case, and of no person in particular.
std::vector<Assessment> newest_of_each(sql::Read& tx, CaseFileId file);

/// What was decided about a chosen band: the band now in force, its review date and the state of the
/// override.
void decide(sql::Write& tx, Assessment const& assessment);

/// A task that an answer asks for at once.
struct UrgentTask {
    std::string id;
    CaseFileId case_file;
    std::string what;
    AccountId owner;
    Date due_on;
    std::optional<AccountId> created_by;
    Instant created_at;
};
void insert_urgent_task(sql::Write& tx, UrgentTask const& task);

/// The case's band from a day on; a second change on one day replaces the first.
void set_band_from(sql::Write& tx, CaseFileId file, BandFrom const& band);
/// In order; empty before the first assessment.
std::vector<BandFrom> bands_of_case(sql::Read& tx, CaseFileId file);

}  // namespace doorstep::storage::risk
