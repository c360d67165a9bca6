#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pages/visit.h"

/// What the pages of Settings share.
namespace doorstep::pages::admin {

/// The sections of Settings, in the order they stand in its side navigation.
enum class Section {
    home,
    accounts,
    teams,
    lists,
    standards,
    law,
    risk_questions,
    survey_questions,
    wording,
    look,
    webhooks,
    publication,
    audit
};

/// A page of Settings with its side navigation, which leaves out what a use-case would refuse.
Page admin_page(Visit& visit, Section section, std::string title, Html const& body);
/// The same below another page of the section: breadcrumbs lead back.
Page admin_page_below(Visit& visit, Section section, Crumb const& above, std::string title, Html const& body);

/// The form again when the refusal is about it (E1, E12), else a page of its own.
template <class ShowAgain>
http::Response refused_form(Visit& visit, Refusal const& refusal, ShowAgain&& show_again) {
    return is_about_the_form(refusal) ? show_again(problems_of(refusal)) : visit.refused(refusal);
}

}  // namespace doorstep::pages::admin
