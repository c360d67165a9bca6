#pragma once

#include "forms/form.h"
#include "inputs/reports/answers.h"

/// The forms of the journey: one for each page a resident sees. Words in both languages stand side by side.
namespace doorstep::inputs::reports {

using Question = forms::Form<Answers>;

// About what happened
Question const& danger_question();
Question const& kind_question();  ///< choices from the lists of case types and signposts
Question const& who_for_question();
Question const& place_question();
Question const& address_question();  ///< choices from the addresses at the postcode
Question const& when_question();
Question const& what_question();
Question const& people_question();
// About them
Question const& effect_question();
Question const& motive_question();
Question const& told_before_question();
Question const& told_question();  ///< one telling; the page adds it to the list
Question const& wish_question();
// How to reach them
Question const& name_question();
Question const& contact_question();
Question const& telephone_question();
Question const& voicemail_question();
Question const& email_question();
Question const& letter_question();
Question const& contact_help_question();

/// One thing to choose, in both languages.
forms::Choice choice(std::string value, Words text, Words hint = {});
/// The same with "or" before it.
forms::Choice after_or(forms::Choice choice);
/// "Yes" and "No" as the answer to "Is it ...?", "Do you ...?": Welsh has a word for each.
std::vector<forms::Choice> yes_or_no(Words yes, Words no);
forms::Check<std::string> no_longer_than(std::size_t limit);
/// "None of these" is chosen alone or not at all.
forms::Check<std::vector<std::string>> alone(std::string none, Words message);

}  // namespace doorstep::inputs::reports
