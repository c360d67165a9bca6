#include "pages/interventions/new_intervention.h"

#include "govuk/inset_text.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "pages/interventions/intervention_form.h"
#include "usecases/interventions/record_intervention.h"

namespace doorstep::pages::interventions {
namespace {

using domain::interventions::Kind;
using domain::interventions::Track;
using usecases::interventions::CatalogueView;
using usecases::interventions::InterventionForm;

std::string actions_address(std::string_view reference) {
    return cases::case_address(reference) + "/actions";
}

http::Response action_form_page(Visit& visit, std::string_view reference, std::string title, Html body,
                                Html const& problem_summary, int status) {
    auto page = cases::form_page({.reference = std::string(reference),
                                  .section = cases::Section::action,
                                  .title = std::move(title),
                                  .body = std::move(body),
                                  .has_errors = !problem_summary.empty()},
                                 problem_summary);
    page.breadcrumbs.push_back({"Action", actions_address(reference)});
    return visit.page(std::move(page), status);
}

http::Response choose_page(Visit& visit, CatalogueView const& view) {
    bool const only_referrals = visit.request.query.value("kind") == name_of(Kind::referral);
    Html columns;
    for (auto const track : {Track::support, Track::enforcement}) {
        std::vector<Html> links;
        for (auto const& listed : view.entries) {
            if (listed.entry.track != track) continue;
            if (only_referrals && listed.entry.kind != Kind::referral) continue;
            links.push_back(html::a(
                actions_address(view.reference) + "/new?step=" + http::percent_encode(listed.entry.code),
                listed.label));
        }
        if (links.empty()) continue;
        Html column = html::h2(words_of(track));
        column << html::list(links);
        columns << html::div("govuk-grid-column-one-half", column);
    }
    Html body = html::div("govuk-grid-row", columns);
    return action_form_page(visit, view.reference, only_referrals ? "Which referral?" : "Which action?",
                            std::move(body), {}, 200);
}

http::Response step_page(Visit& visit, InterventionForm const& view, http::Pairs typed,
                         std::vector<Problem> const& problems) {
    auto const shapes = intervention_form(view).shapes();
    Html body;
    if (view.asks_for_fairness)
        body << govuk::inset_text(
            {.text = "A step against a person has to be fair and in proportion. Say why before it counts."});
    Html fields = forms::render_fields(
        shapes, {.typed = std::move(typed), .problems = problems, .choices = recipient_choices(view)});
    fields << forms::buttons("Save action", actions_address(view.reference));
    body << visit.form(actions_address(view.reference) + "/new?step=" + http::percent_encode(view.entry.code),
                       fields);
    return action_form_page(visit, view.reference, view.label, std::move(body),
                            forms::problem_summary(problems, shapes, visit.language()),
                            problems.empty() ? 200 : 422);
}

}  // namespace

http::Response show_new_intervention(Visit& visit) {
    auto const reference = visit.request.parameter("reference");
    auto const code = visit.request.query.value("step");
    if (code.empty()) {
        auto const view = usecases::interventions::view_catalogue(visit.context, reference);
        if (!view) return visit.refused(view.error());
        return choose_page(visit, *view);
    }
    auto const view = usecases::interventions::view_intervention_form(visit.context, reference, code);
    if (!view) return visit.refused(view.error());
    http::Pairs typed;
    if (view->entry.kind == Kind::referral && view->people.size() == 1)
        typed.set("recipient", std::string(view->people.front().id.text()));
    return step_page(visit, *view, std::move(typed), {});
}

http::Response post_new_intervention(Visit& visit) {
    if (visit.request.query.value("step").empty()) return show_new_intervention(visit);
    auto const view = usecases::interventions::view_intervention_form(
        visit.context, visit.request.parameter("reference"), visit.request.query.value("step"));
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(intervention_form(*view), recipient_choices(*view));
    if (!parsed.ok()) return step_page(visit, *view, std::move(parsed.typed), parsed.problems);
    parsed.input.code = view->entry.code;
    auto const recorded = usecases::interventions::record_intervention(
        visit.context, {.reference = view->reference, .step = std::move(parsed.input)});
    if (recorded)
        return visit.done(
            actions_address(view->reference),
            view->label + " saved." +
                (recorded->respond_by ? " The answer is due by " + date_words(*recorded->respond_by) + "."
                                      : ""));
    if (is_about_the_form(recorded.error()))
        return step_page(visit, *view, std::move(parsed.typed), problems_of(recorded.error()));
    return visit.refused(recorded.error());
}

}  // namespace doorstep::pages::interventions
