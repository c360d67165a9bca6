#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "legal/law.h"
#include "storage/legal_actions.h"
#include "usecases/context.h"

/// Questions to the law, with answers in the shape that a file keeps.
namespace doorstep::usecases::orders {

std::vector<storage::legal_actions::RuleUsed> kept_rules(std::vector<legal::ProvisionUsed> const& rules);
/// "Anti-social Behaviour, Crime and Policing Act 2014, section 80(3)"; of several, each once.
std::string source_words(std::vector<legal::ProvisionUsed> const& rules);

struct LawPeriod {
    Date due_on;
    std::optional<Instant> due_at;
    Date target_on;
    std::string source;
    std::vector<storage::legal_actions::RuleUsed> rules;
};
/// The last lawful day or moment of a provision from a day or moment; nothing where no such provision was in
/// force then.
std::optional<LawPeriod> law_period(Settings const& settings, std::string_view id, legal::LawMoment from);

/// Bodies that could be the applicant, in words, our own first.
struct BodyChoice {
    std::string code;
    std::string words;
};
std::vector<BodyChoice> applicant_bodies(Settings const& settings);

/// Who may use the power of this kind of action today.
struct PowerAnswer {
    bool may = true;
    std::string reason;   ///< a sentence
    std::string instead;  ///< "A district council, the police"; empty when nobody is named
    std::string source;
    std::vector<storage::legal_actions::RuleUsed> rules;
};
PowerAnswer who_may_use(Settings const& settings, domain::orders::ActionKind const& kind,
                        std::string_view body, Date on);

}  // namespace doorstep::usecases::orders
