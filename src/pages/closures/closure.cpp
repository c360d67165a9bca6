#include "pages/closures/closure.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "pages/closures/closure_parts.h"
#include "usecases/closures/close_case.h"

namespace doorstep::pages::closures {
namespace {

using domain::closures::Closing;
using domain::closures::Need;
using domain::closures::Outcome;
using usecases::closures::ClosureView;

struct TypedClosing {
    Outcome outcome = Outcome::resolved;
    std::string resolved_reason;
    std::string unresolved_reason;
    std::string summary;
    std::string explanation;
    std::vector<std::string> confirmed;
};

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

bool asks_why(ClosureView::CheckLine const& line) {
    return !line.met && !line.check.blocks && line.check.need != Need::officer_says;
}

std::string why_label(ClosureView::CheckLine const& line) {
    return "Not so: " + line.check.label + ". Why close it all the same?";
}

forms::FieldShape why_shape(std::string const& name, std::string const& label) {
    forms::FieldShape shape;
    shape.spec = {.name = name, .label = label.c_str(), .rows = 3, .character_limit = 1000};
    shape.control = forms::Control::textarea;
    return shape;
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

std::string approval_words(ClosureView const& view) {
    if (view.approval_if_resolved) return "A manager has to agree before this case is closed.";
    if (view.approval_if_unresolved) return "A manager has to agree before this case is closed unresolved.";
    return "";
}

http::Response section(Visit& visit, ClosureView const& view, char const* title, Html body) {
    return visit.page(cases::section_page({.reference = view.file.reference,
                                           .section = cases::Section::overview,
                                           .title = title,
                                           .body = std::move(body),
                                           .narrow = true},
                                          view.counts));
}

http::Response closing_page(Visit& visit, ClosureView const& view, http::Pairs typed,
                            std::vector<Problem> const& problems, int status) {
    auto const address = cases::case_address(view.file.reference);
    auto shapes = closing_form().shapes();
    auto const base_count = shapes.size();
    std::vector<std::string> names;
    std::vector<std::string> labels;
    for (auto const& line : view.checks)
        if (asks_why(line)) {
            names.push_back("why-" + line.check.code);
            labels.push_back(why_label(line));
        }
    for (std::size_t n = 0; n < names.size(); ++n) shapes.push_back(why_shape(names[n], labels[n]));

    forms::FormView const form{
        .typed = std::move(typed), .problems = problems, .choices = closing_choices(view)};
    std::vector<forms::FieldShape> base(shapes.begin(),
                                        shapes.begin() + static_cast<std::ptrdiff_t>(base_count));
    if (!form.choices.contains("confirmed")) base.pop_back();
    Html fields = forms::render_fields(base, form);
    for (auto const& name : names) fields << forms::render_field(shapes, name, form);
    fields << forms::buttons("Close case", address);

    Html body = html::h2("Before it is closed");
    body << check_list(view);
    if (auto const words = approval_words(view); !words.empty()) body << govuk::inset_text({.text = words});
    http::Pairs hidden;
    hidden.set("version", std::to_string(view.file.version));
    body << visit.form(address + "/closure", fields, std::move(hidden));
    return visit.page(cases::form_page({.reference = view.file.reference,
                                        .section = cases::Section::overview,
                                        .title = "Close the case",
                                        .body = std::move(body),
                                        .has_errors = !problems.empty()},
                                       forms::problem_summary(problems, shapes, visit.language())),
                      status);
}

http::Response blocked_page(Visit& visit, ClosureView const& view, int status) {
    Html body = html::p("Finish what is left, then close the case.");
    body << check_list(view);
    body << html::p(html::a(cases::case_address(view.file.reference), "Back to the case"));
    auto page = cases::form_page({.reference = view.file.reference,
                                  .section = cases::Section::overview,
                                  .title = "This case cannot be closed yet",
                                  .body = std::move(body)});
    return visit.page(std::move(page), status);
}

http::Response waiting_page(Visit& visit, ClosureView const& view) {
    Html body = html::p("A manager decides. Until then the case is worked on as before, and no clock stops.");
    body << waiting_facts(view);
    if (view.may_take_back)
        body << visit.form(
            cases::case_address(view.file.reference) + "/closure/withdrawal",
            govuk::button({.text = "Take back the request", .classes = "govuk-button--secondary"}));
    return section(visit, view, "Waiting for approval to close", std::move(body));
}

http::Response closed_page(Visit& visit, ClosureView const& view) {
    Html body = closed_facts(view);
    if (view.may_reopen)
        body << govuk::button({.text = "Reopen the case",
                               .href = cases::case_address(view.file.reference) + "/reopening",
                               .classes = "govuk-button--secondary"});
    return section(visit, view, "This case is closed", std::move(body));
}

std::string closed_words(usecases::closures::CaseClosed const& closed) {
    if (closed.waits_for_approval)
        return "Sent to a manager, who decides whether the case is closed. Until then it is worked on as "
               "before.";
    std::string words = "Case closed.";
    auto const& letters = closed.ended.letters;
    if (letters.written > 0)
        words += " " + text::count_of(letters.written, "closing letter is", "closing letters are") +
                 " on the way.";
    if (letters.by_hand > 0)
        words += " " + text::count_of(letters.by_hand, "person", "people") +
                 " cannot be written to safely: tell them another way.";
    if (closed.ended.surveys > 0 && closed.ended.surveys_from)
        words += " " + text::count_of(closed.ended.surveys, "survey call falls", "survey calls fall") +
                 " due on " + date_words(*closed.ended.surveys_from) + ".";
    return words;
}

http::Response page_now(Visit& visit, ClosureView const& view, int status) {
    if (view.file.is_closed()) return closed_page(visit, view);
    if (view.file.state == domain::cases::State::closing) return waiting_page(visit, view);
    if (view.is_blocked) return blocked_page(visit, view, status);
    return closing_page(visit, view, {}, {}, status);
}

}  // namespace

http::Response show_closure(Visit& visit) {
    auto const view = usecases::closures::view_closure(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    return page_now(visit, *view, 200);
}

http::Response post_closure(Visit& visit) {
    auto const view = usecases::closures::view_closure(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(closing_form(), closing_choices(*view));
    if (!parsed.ok()) return closing_page(visit, *view, std::move(parsed.typed), parsed.problems, 422);
    auto const closed = usecases::closures::close_case(
        visit.context,
        {.reference = view->file.reference,
         .version = forms::Codec<std::int64_t>::decode(visit.request.form.value("version")).value_or(0),
         .closing = closing_from(*view, parsed.input, visit.request.form)});
    if (closed) return visit.done(cases::case_address(view->file.reference), closed_words(*closed));
    auto const& refusal = closed.error();
    if (refusal.code() == "cannot-close-yet") return blocked_page(visit, *view, 422);
    if (is_about_the_form(refusal))
        return closing_page(visit, *view, std::move(parsed.typed), problems_of(refusal), 422);
    if (refusal.code() == "changed-meanwhile")
        return closing_page(visit, *view, std::move(parsed.typed),
                            {{"", refusal.message() + ". Look at the case, then close it"}}, 409);
    return visit.refused(refusal);
}

http::Response post_withdrawal(Visit& visit) {
    auto const reference = visit.request.parameter("reference");
    auto const taken_back = usecases::closures::take_back_closure(visit.context, reference);
    if (!taken_back) return visit.refused(taken_back.error());
    return visit.done(cases::case_address(reference), "Request taken back. The case is open.");
}

}  // namespace doorstep::pages::closures
