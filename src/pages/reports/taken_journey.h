#pragma once

#include "base/expected.h"
#include "pages/reports/journey.h"
#include "pages/reports/taken_groups.h"

namespace doorstep::pages::reports {

/// The officer's draft that this address names.
Expected<Journey> open_taken(Visit& visit);
/// "/reports/new/{draft}/{page}"
std::string taken_address(Journey const& journey, std::string_view page);
/// Back to the check page when that is where the officer came from, unless something new is to be asked.
std::string taken_address_after(Visit& visit, Group const& group, Journey const& journey);
std::optional<BackLink> back_from(Visit& visit, Group const& group, Journey const& journey);
/// What to read aloud before the questions.
Html script_words(Group const& group);
/// Breadcrumbs, title and menu of every page of a report taken for somebody.
Page taken_page(std::string title, Html body);
/// What the answers so far call for at once: 999 and helplines, empty when nothing.
Html taken_advice(Visit& visit, Pairs const& answers);
/// Other services that deal with what was chosen; said once, where it was chosen, and when all is read back.
Html taken_signposts(Visit& visit, Pairs const& answers);
/// Ways a report reaches staff: all but those that come by themselves.
forms::Choices channel_choices(Visit& visit);
/// Pages that only tell have been told, and files may come later: what a report taken for somebody need not
/// have.
Pairs with_asides_done(Pairs answers);

}  // namespace doorstep::pages::reports
