#pragma once

#include <string_view>

#include "domain/cases/case_file.h"
#include "domain/orders/legal_action.h"
#include "usecases/context.h"
#include "usecases/orders/law_answers.h"

/// Days of a legal action on the work lists of the officer and the manager.
namespace doorstep::usecases::orders {

/// `by_nobody`: a window of somebody else's, such as an appeal; shown, and nobody's work.
enum class Watched { by_nobody, by_officer, by_officer_and_manager };

struct NewDeadline {
    LegalActionId action;
    std::optional<LegalOrderId> order;
    std::string code;
    std::string words;
    Date due_on;
    std::optional<Instant> due_at;
    std::optional<Date> target_on;
    std::string source;
    Watched watched = Watched::by_officer;
};
/// In place of an open one of the same code and order.
void set_deadline(Change& change, domain::cases::CaseFile const& file, NewDeadline deadline);
/// A period of the law from a day or moment, kept with the provisions; nothing when none was in force then.
void set_law_deadline(Change& change, Settings const& settings, domain::cases::CaseFile const& file,
                      std::string_view provision, legal::LawMoment from, NewDeadline deadline);
/// Done: off every work list.
void meet_deadline(Change& change, LegalActionId action, std::string_view code,
                   std::optional<LegalOrderId> order = {});
void meet_all_deadlines(Change& change, LegalActionId action);

/// The manager whose list such a day stands on, by team first; nothing when nobody may see the case.
std::optional<AccountId> watching_manager(storage::sql::Read& tx, domain::cases::CaseFile const& file);

}  // namespace doorstep::usecases::orders
