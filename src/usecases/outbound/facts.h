#pragma once

#include <vector>

#include "domain/cases/case_file.h"
#include "domain/outbound/check.h"
#include "storage/people.h"
#include "storage/sql/database.h"
#include "usecases/messages/recipient.h"

namespace doorstep::usecases {
class Settings;
}

/// Whom the check before anything leaves protects, by who reads: letters, copies of plans, orders in brief,
/// bundles and statements are all checked against one of these.
namespace doorstep::usecases::outbound {

/// For one person of a case. Somebody on the other side may be blocked; somebody else on the reader's own
/// side, such as another household that reported, is a caution. Those who have left are still protected. For
/// a reader on neither side, a partner agency, nobody is hidden: words to them are about both by their
/// nature. At most five statements, however many people.
domain::outbound::Facts facts_for_person(storage::sql::Read& tx, Settings const& settings,
                                         domain::cases::CaseFile const& file, messages::Recipient const& to);

/// For a court, and for colleagues and agencies who act on an order: those who give evidence are named,
/// unless they are never named; where they live and how they are reached is nobody's. One statement.
domain::outbound::Facts facts_for_court(storage::sql::Read& tx,
                                        std::vector<storage::people::PersonOnCase> const& people);

/// For everybody: no person of the case may be recognised at all. One statement.
domain::outbound::Facts facts_for_everybody(storage::sql::Read& tx,
                                            std::vector<storage::people::PersonOnCase> const& people);

}  // namespace doorstep::usecases::outbound
