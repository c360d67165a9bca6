#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.h"
#include "forms/form.h"
#include "html/html.h"

namespace doorstep::forms {

/// How a form stands on its page this time.
struct FormView {
    Pairs typed;                    ///< what to show in the fields
    std::vector<Problem> problems;  ///< beside their fields; those without a field stand only in the summary
    http::Language language = http::Language::english;
    Choices choices;
    /// The label or legend of the only question is the page's h1.
    bool question_is_heading = false;
    /// Words before the heading, such as a reference.
    std::string caption;
};

/// The fields of the form, in order, without `<form>` and buttons.
Html render_fields(std::vector<FieldShape> const& shapes, FormView const& view);
template <class Input>
Html render_fields(Form<Input> const& form, FormView const& view) {
    return render_fields(form.shapes(), view);
}
/// One field alone, for pages that place fields themselves.
Html render_field(std::vector<FieldShape> const& shapes, std::string_view name, FormView const& view);

/// "There is a problem", with a link to each field; empty when there is none.
Html problem_summary(std::vector<Problem> const& problems, std::vector<FieldShape> const& shapes,
                     http::Language language);

/// `<form method="post" action="...">` with the token against forged requests, the fields and what stands
/// below them.
struct FormTag {
    std::string action;
    std::string csrf_token;
    bool sends_files = false;
    /// Hidden values, such as the version of the record and the idempotency key.
    Pairs hidden;
};
Html form_tag(FormTag const& tag, Html const& content);
/// A GET form, for filters and search: no token.
Html get_form_tag(std::string_view action, Html const& content);

/// "Save" and a link back.
Html buttons(std::string_view save_text, std::string_view cancel_href,
             http::Language language = http::Language::english);
/// "Continue" alone, for questions.
Html continue_button(http::Language language);

}  // namespace doorstep::forms
