#include "pages/closures/pause.h"

#include "govuk/button.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "usecases/closures/pause_case.h"
#include "usecases/closures/view_closure.h"

namespace doorstep::pages::closures {
namespace {

using usecases::closures::PauseCase;
using usecases::closures::StateForm;

forms::Form<PauseCase> const& pause_form() {
    static auto const form = forms::form<PauseCase>(
        "pause-case",
        forms::textarea_field(&PauseCase::reason,
                              {.name = "reason",
                               .label = "What does the case wait for?",
                               .hint = "For example, the result of a police investigation",
                               .rows = 3,
                               .character_limit = 1000},
                              {forms::required("Enter what the case waits for"),
                               forms::at_most(1000, "What it waits for must be 1,000 characters or fewer")}),
        forms::date_field(&PauseCase::until,
                          {.name = "until",
                           .label = "Until when?",
                           .hint = "You are reminded on that day. For example, 27 3 2026"},
                          {forms::required("Enter the date it is paused until")}));
    return form;
}

http::Response pause_page(Visit& visit, StateForm const& view, http::Pairs typed,
                          std::vector<Problem> const& problems, int status) {
    bool const is_paused = view.file.state == domain::cases::State::paused;
    auto const address = cases::case_address(view.file.reference);
    auto const shapes = pause_form().shapes();
    Html body;
    if (is_paused) {
        Html words;
        words << "Paused";
        if (view.file.paused_until) words << " until " << date_words(*view.file.paused_until);
        words << ".";
        body << html::p(words) << html::typed_text(view.file.pause_reason)
             << visit.form(address + "/pause/end", govuk::button({.text = "End the pause"}))
             << html::h2("Or pause it longer");
    }
    body << govuk::warning_text(
        {.text = "A pause stops no clock. Contact, risk and every period set by law run on."});
    Html fields =
        forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems, .choices = {}});
    fields << forms::buttons(is_paused ? "Change the pause" : "Pause case", address);
    http::Pairs hidden;
    hidden.set("version", std::to_string(view.file.version));
    body << visit.form(address + "/pause", fields, std::move(hidden));
    return visit.page(cases::form_page({.reference = view.file.reference,
                                        .section = cases::Section::overview,
                                        .title = is_paused ? "This case is paused" : "Pause the case",
                                        .body = std::move(body),
                                        .has_errors = !problems.empty()},
                                       forms::problem_summary(problems, shapes, visit.language())),
                      status);
}

}  // namespace

http::Response show_pause(Visit& visit) {
    auto const view = usecases::closures::view_pause(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    http::Pairs typed;
    if (view->file.state == domain::cases::State::paused) {
        typed.set("reason", view->file.pause_reason);
        if (view->file.paused_until) forms::detail::fill_date(typed, "until", *view->file.paused_until);
    }
    return pause_page(visit, *view, std::move(typed), {}, 200);
}

http::Response post_pause(Visit& visit) {
    auto const view = usecases::closures::view_pause(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(pause_form());
    if (!parsed.ok()) return pause_page(visit, *view, std::move(parsed.typed), parsed.problems, 422);
    parsed.input.reference = view->file.reference;
    parsed.input.version =
        forms::Codec<std::int64_t>::decode(visit.request.form.value("version")).value_or(0);
    auto const paused = usecases::closures::pause_case(visit.context, parsed.input);
    if (paused)
        return visit.done(cases::case_address(view->file.reference),
                          "Case paused until " + date_words(parsed.input.until) + ". Its clocks run on.");
    if (is_about_the_form(paused.error()))
        return pause_page(visit, *view, std::move(parsed.typed), problems_of(paused.error()), 422);
    if (paused.error().code() == "changed-meanwhile")
        return pause_page(visit, *view, std::move(parsed.typed), problems_of(paused.error()), 409);
    return visit.refused(paused.error());
}

http::Response post_resume(Visit& visit) {
    auto const reference = visit.request.parameter("reference");
    auto const resumed = usecases::closures::resume_case(visit.context, reference);
    if (!resumed) return visit.refused(resumed.error());
    return visit.done(cases::case_address(reference), "The pause is over.");
}

}  // namespace doorstep::pages::closures
