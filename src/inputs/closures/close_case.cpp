#include "inputs/closures/close_case.h"
#include "base/text.h"

namespace doorstep::inputs::closures {

using domain::closures::Closing;
using domain::closures::Need;
using usecases::closures::ClosureView;

namespace {

bool asks_why(ClosureView::CheckLine const& line) {
    return !line.met && !line.check.blocks && line.check.need != Need::officer_says;
}

std::string why_label(ClosureView::CheckLine const& line) {
    return "Not so yet: " + line.check.label + ". Why close it all the same?";
}

forms::FieldShape why_shape(std::string const& name, std::string const& label) {
    forms::FieldShape shape;
    shape.spec = {.name = name, .label = label.c_str(), .rows = 3, .character_limit = 1000};
    shape.control = forms::Control::textarea;
    return shape;
}

}  // namespace

/// Only the outcome is asked for here: the use-case names everything else that is missing, all at once.
forms::Form<TypedClosing> const& closing_form() {
    static auto const form = forms::form<TypedClosing>(
        "close-case",
        forms::radios_field(&TypedClosing::outcome,
                            {.name = "outcome",
                             .label = "How did it end?",
                             .choices = {{.value = std::string(name_of(Outcome::resolved)),
                                          .text = "Resolved",
                                          .reveals = {"resolved-reason"}},
                                         {.value = std::string(name_of(Outcome::unresolved)),
                                          .text = "Unresolved",
                                          .reveals = {"unresolved-reason"}}}},
                            {forms::required("Select how it ended")}),
        forms::select_field(&TypedClosing::resolved_reason,
                            {.name = "resolved-reason", .label = "Why is it closed as resolved?"}),
        forms::select_field(&TypedClosing::unresolved_reason,
                            {.name = "unresolved-reason", .label = "Why is it closed unresolved?"}),
        forms::textarea_field(&TypedClosing::summary,
                              {.name = "summary",
                               .label = "What was done, and how does it stand now?",
                               .hint = "For the file. Whoever opens it next reads this first",
                               .rows = 5,
                               .character_limit = 5000}),
        forms::textarea_field(&TypedClosing::explanation,
                              {.name = "explanation",
                               .label = "What are the people who reported told?",
                               .hint = "In plain words. Say nothing of anybody else’s circumstances",
                               .rows = 5,
                               .character_limit = 3000}),
        forms::checkboxes_field(&TypedClosing::confirmed,
                                {.name = "confirmed", .label = "Confirm what only you can know"}));
    return form;
}

forms::Choices closing_choices(ClosureView const& view) {
    forms::Choices choices;
    for (auto const& reason : view.resolved)
        choices["resolved-reason"].push_back({.value = reason.code, .text = reason.label});
    for (auto const& reason : view.unresolved)
        choices["unresolved-reason"].push_back({.value = reason.code, .text = reason.label});
    for (auto const& line : view.checks)
        if (line.check.need == Need::officer_says)
            choices["confirmed"].push_back({.value = line.check.code, .text = line.check.label});
    return choices;
}

WhyQuestions::WhyQuestions(ClosureView const& view) {
    for (auto const& line : view.checks)
        if (asks_why(line)) {
            names_.push_back("why-" + line.check.code);
            labels_.push_back(why_label(line));
        }
}

std::vector<forms::FieldShape> WhyQuestions::shapes() const {
    std::vector<forms::FieldShape> shapes;
    for (std::size_t n = 0; n < names_.size(); ++n) shapes.push_back(why_shape(names_[n], labels_[n]));
    return shapes;
}

Closing closing_from(ClosureView const& view, TypedClosing const& typed, http::Pairs const& fields) {
    Closing closing{
        .outcome = typed.outcome,
        .reason = typed.outcome == Outcome::resolved ? typed.resolved_reason : typed.unresolved_reason,
        .summary = typed.summary,
        .explanation = typed.explanation,
        .confirmed = {typed.confirmed.begin(), typed.confirmed.end()},
        .reasons = {}};
    for (auto const& line : view.checks) {
        auto reason = forms::detail::tidy(fields.value("why-" + line.check.code));
        if (asks_why(line) && !text::trim(reason).empty())
            closing.reasons.emplace(line.check.code, std::move(reason));
    }
    return closing;
}

}  // namespace doorstep::inputs::closures
