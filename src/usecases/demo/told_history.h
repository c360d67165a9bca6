#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "domain/accounts/account.h"
#include "domain/cases/case_file.h"
#include "domain/surveys/survey.h"
#include "usecases/context.h"

/// A history that is told through the use-cases, day by day: what is recorded, and what it makes due, is
/// what people at work would have left. For histories whose every number is known beforehand.
namespace doorstep::usecases::demo {

struct HistoryCast {
    domain::accounts::Account officer;
    domain::accounts::Account manager;
    domain::accounts::Account caller;  ///< makes the survey calls
};

struct ToldComment {
    domain::surveys::CommentKind kind{};
    std::string category;
    std::string words;
};

struct ToldAnswers {
    Date on;
    std::vector<std::pair<std::string, std::string>> options;  ///< question and option
    std::optional<ToldComment> comment;                        ///< with the question "handling"
};

/// An order of the court, from the request to its service, by the use-cases for legal action.
enum class ToldOrderKind { closure, injunction };
struct ToldOrder {
    Date made_on;
    ToldOrderKind kind{};
    Date until_on;  ///< the last day
};

struct ToldCase {
    Date opened_on;
    std::string category = "noise";
    std::string title = "Noise";
    std::vector<Date> contacts;  ///< conversations
    std::vector<std::pair<Date, std::string>> legal_steps;
    std::vector<std::pair<Date, std::string>> other_steps;
    std::optional<ToldOrder> order;
    std::optional<Date> closed_on;
    domain::cases::Outcome outcome = domain::cases::Outcome::resolved;
    std::optional<ToldAnswers> survey;
};

/// Tells the cases in the order of their days; the clock is moved and stands at the last of them afterwards.
/// Refused as the use-cases refuse: then the history is not one that could have been.
Expected<Done> tell_history(Services& services, FixedClock& clock, HistoryCast const& cast,
                            std::vector<ToldCase> const& cases);

}  // namespace doorstep::usecases::demo
