#include "pages/surveys/attempt.h"

#include "govuk/inset_text.h"
#include "html/elements.h"
#include "inputs/surveys/record_attempt.h"
#include "pages/surveys/parts.h"
#include "usecases/surveys/call.h"
#include "usecases/surveys/record_attempt.h"

namespace doorstep::pages::surveys {
namespace {

using domain::surveys::State;
using inputs::surveys::attempt_form;

http::Response attempt_page(Visit& visit, http::Pairs typed, std::vector<Problem> const& problems) {
    auto const view = usecases::surveys::view_call(visit.context, visit.request.parameter("survey"));
    if (!view) return refused_call(visit, view.error());
    auto const address = address_of(visit);
    auto const shapes = attempt_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::hint(view->reference) << html::h1("Record a try");
    int const left = view->attempts_allowed - view->survey.attempts;
    if (left <= 1)
        body << govuk::inset_text({.text =
                                       "This is the last try. If you do not speak to them, they are recorded "
                                       "as not reachable."});
    Html fields =
        forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems, .choices = {}});
    fields << forms::buttons("Save", address + "/call");
    body << visit.form(address + "/attempts/new", fields);
    Page page = survey_page("Record a try");
    page.breadcrumbs.push_back({"Survey call", address + "/call"});
    page.has_errors = !problems.empty();
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

std::string saved_words(domain::surveys::Survey const& survey) {
    switch (survey.state) {
        case State::not_reachable:
            return "Saved. We have tried as often as we said we would: recorded as not reachable.";
        case State::declined:
            return survey.stop_asking ? "Saved. We will not ask this person again."
                                      : "Saved. They do not want to answer.";
        default:
            return "Saved. Try again on " + date_words(survey.next_try_on) + ".";
    }
}

}  // namespace

http::Response show_attempt(Visit& visit) {
    http::Pairs typed;
    forms::detail::fill_date(typed, "tried-on", visit.context.today);
    return attempt_page(visit, std::move(typed), {});
}

http::Response post_attempt(Visit& visit) {
    auto parsed = visit.parse(attempt_form());
    if (!parsed.ok()) return attempt_page(visit, std::move(parsed.typed), parsed.problems);
    parsed.input.id = visit.request.parameter("survey");
    auto const saved = usecases::surveys::record_attempt(visit.context, parsed.input);
    if (saved) {
        visit.context.note_result_of_once("/surveys");
        return visit.done("/surveys", saved_words(*saved));
    }
    if (is_about_the_form(saved.error()) && saved.error().kind() == RefusalKind::invalid)
        return attempt_page(visit, std::move(parsed.typed), problems_of(saved.error()));
    return refused_call(visit, saved.error());
}

}  // namespace doorstep::pages::surveys
