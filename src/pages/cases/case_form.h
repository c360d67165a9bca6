#pragma once

#include <string>
#include <vector>

#include "forms/form.h"
#include "pages/cases/case_frame.h"

/// A form on a case, from its declared fields to its page: what all of them share.
namespace doorstep::pages::cases {

struct CaseForm {
    std::string reference;
    std::string title;   ///< the h1
    std::string action;  ///< the address it posts to
    std::string save_words = "Save";
    std::string cancel_href;
    Html before;  ///< between the h1 and the fields
    http::Pairs hidden;
    forms::Choices choices;
    bool sends_files = false;
};

/// 200, or 422 with the problems beside their fields and what was typed kept.
http::Response case_form_page(Visit& visit, CaseForm form, std::vector<forms::FieldShape> const& shapes,
                              http::Pairs typed, std::vector<Problem> const& problems);

/// A question before something is done that cannot be undone with a click: what will happen, a button, and a
/// way back.
struct CaseQuestion {
    std::string reference;
    std::string title;
    std::string warning;
    std::string action;
    std::string yes_words;
    std::string cancel_href;
};
http::Response case_question_page(Visit& visit, CaseQuestion const& question);

/// "By 24 June 2026 (14 days left)"
std::string due_sentence(Date due_on, Date today);

}  // namespace doorstep::pages::cases
