#include "pages/closures/reopening.h"

#include "govuk/inset_text.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "usecases/closures/reopen_case.h"
#include "usecases/closures/view_closure.h"

namespace doorstep::pages::closures {
namespace {

using usecases::closures::ReopenCase;
using usecases::closures::StateForm;

forms::Form<ReopenCase> const& reopening_form() {
    static auto const form = forms::form<ReopenCase>(
        "reopen-case",
        forms::textarea_field(&ReopenCase::reason,
                              {.name = "reason",
                               .label = "Why is it opened again?",
                               .hint = "What happened since, who told us and when",
                               .rows = 4,
                               .character_limit = 1000},
                              {forms::required("Enter why the case is opened again"),
                               forms::at_most(1000, "Reason must be 1,000 characters or fewer")}));
    return form;
}

http::Response reopening_page(Visit& visit, StateForm const& view, http::Pairs typed,
                              std::vector<Problem> const& problems) {
    auto const address = cases::case_address(view.file.reference);
    auto const shapes = reopening_form().shapes();
    std::string closed = "It was closed";
    if (view.file.closed_on) closed += " on " + date_words(*view.file.closed_on);
    if (!view.reason_label.empty()) closed += ": " + view.reason_label;
    Html body = govuk::inset_text({.text = closed + "."});
    body << html::p(
        "The clock of first contact starts again today for everybody who reported, and risk is assessed "
        "again. A survey that nobody has answered is not asked.");
    Html fields =
        forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems, .choices = {}});
    fields << forms::buttons("Reopen case", address);
    body << visit.form(address + "/reopening", fields);
    return visit.page(cases::form_page({.reference = view.file.reference,
                                        .section = cases::Section::overview,
                                        .title = "Reopen the case",
                                        .body = std::move(body),
                                        .has_errors = !problems.empty()},
                                       forms::problem_summary(problems, shapes, visit.language())),
                      problems.empty() ? 200 : 422);
}

}  // namespace

http::Response show_reopening(Visit& visit) {
    auto const view = usecases::closures::view_reopening(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    return reopening_page(visit, *view, {}, {});
}

http::Response post_reopening(Visit& visit) {
    auto parsed = visit.parse(reopening_form());
    parsed.input.reference = std::string(visit.request.parameter("reference"));
    std::vector<Problem> problems = std::move(parsed.problems);
    if (problems.empty()) {
        auto const reopened = usecases::closures::reopen_case(visit.context, parsed.input);
        if (reopened) {
            std::string words = "Case open again.";
            if (reopened->next_contact_by)
                words += " Contact them by " + date_words(*reopened->next_contact_by) + ".";
            if (auto const told = usecases::messages::letters_words(reopened->letters); !told.empty())
                words += " " + told;
            return visit.done(cases::case_address(parsed.input.reference), words);
        }
        if (!is_about_the_form(reopened.error())) return visit.refused(reopened.error());
        problems = problems_of(reopened.error());
    }
    auto const view = usecases::closures::view_reopening(visit.context, parsed.input.reference);
    if (!view) return visit.refused(view.error());
    return reopening_page(visit, *view, std::move(parsed.typed), problems);
}

}  // namespace doorstep::pages::closures
