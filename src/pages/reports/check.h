#pragma once

#include "pages/reports/journey.h"

namespace doorstep::pages::reports {

/// Every answer read from a draft, and what is wrong with it: pages that apply, in order, each with its
/// problems.
struct ReadAnswers {
    Answers answers;
    std::vector<Step const*> left;        ///< not answered yet, or not right any more
    std::vector<Problem> first_problems;  ///< of the first of them
};
ReadAnswers read_all(Visit& visit, Pairs const& answers);

/// All answers in cards, each with a link that comes straight back. `change_address` names the page of a
/// step; nothing for no link.
Html answers_in_cards(Visit& visit, Journey const& journey,
                      std::function<std::string(Step const&)> const& change_address);

// R19 and R20: GET and POST /report/check, GET /report/sent
http::Response show_check(Visit& visit);
http::Response post_check(Visit& visit);
http::Response show_sent(Visit& visit);

}  // namespace doorstep::pages::reports
