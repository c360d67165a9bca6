#pragma once

#include "pages/reports/inputs.h"
#include "pages/visit.h"
#include "usecases/reports/drafts.h"

/// A resident's report, one question a page (R02 to R18): one draft on the server, tied to a cookie of its
/// own.
namespace doorstep::pages::reports {

using usecases::reports::Draft;

/// In the language of the visit.
std::string words(Visit const& visit, Words const& words);

/// The draft of this visit with its answers.
struct Journey {
    Draft draft;
    Pairs answers;

    bool was_sent() const { return draft.step == domain::reports::sent_step; }
};

Journey journey_of(Draft draft);
std::optional<Journey> open_journey(Visit& visit);
Facts facts_of(Visit& visit);
/// The cookie ends with the browser: on a shared device nothing is left open for weeks.
http::Cookie draft_cookie(std::string token);
http::Cookie no_draft_cookie();

/// Saves what `edit` makes of the answers, and the page to come back to. False when the draft is gone.
bool save_answers(Visit& visit, Journey& journey, std::string_view step,
                  std::function<void(Pairs& answers)> const& edit);

/// "/cy/report/when"; with ?return=check when this visit came from the check page.
std::string address_of(Visit const& visit, Step const& step);
bool returns_to_check(Visit const& visit);
/// Where Continue leads from this page.
std::string address_after(Visit& visit, Step const& step, Pairs const& answers);

/// What to choose from on this page that only settings and addresses know.
forms::Choices choices_for(Visit& visit, Step const& step, Pairs const& answers);

/// R41-style frame of every page of the journey: Exit this page, Back, both languages.
Page journey_page(Visit& visit, Step const& step, Pairs const& answers, Html body);
/// Continue, the button to pass by, and "Save and come back later".
Html journey_buttons(Visit const& visit, Step const& step);

/// The draft is not there: it was left, sent from another window, or its days are over.
http::Response start_again(Visit& visit);

// GET and POST /report/{step}
http::Response show_step(Visit& visit);
http::Response post_step(Visit& visit);

}  // namespace doorstep::pages::reports
