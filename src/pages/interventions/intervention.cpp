#include "pages/interventions/intervention.h"

#include "govuk/summary_list.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "usecases/interventions/record_outcome.h"
#include "usecases/interventions/view_interventions.h"

namespace doorstep::pages::interventions {
namespace {

using domain::interventions::Kind;
using domain::interventions::Outcome;
using usecases::interventions::InterventionView;
using usecases::interventions::RecordOutcome;

forms::Form<RecordOutcome> outcome_form(Kind kind) {
    std::vector<forms::Choice> choices;
    for (auto const outcome : domain::interventions::outcomes_of(kind))
        choices.push_back({.value = std::string(name_of(outcome)), .text = std::string(words_of(outcome))});
    return forms::form<RecordOutcome>(
        "intervention-outcome",
        forms::radios_field(&RecordOutcome::outcome,
                            {.name = "outcome", .label = "What came of it?", .choices = std::move(choices)},
                            {forms::required("Select what came of it")}),
        forms::date_field(
            &RecordOutcome::outcome_on,
            {.name = "outcome-on", .label = "When?", .hint = "For example, 27 3 2026", .recent_days = true},
            {forms::required("Enter the date"), forms::not_in_future("Date must be today or in the past")}),
        forms::textarea_field(&RecordOutcome::note, {.name = "outcome-note",
                                                     .label = "What is there to say about it?",
                                                     .rows = 4,
                                                     .character_limit = 3000,
                                                     .optional = true}));
}

Html step_facts(InterventionView const& view) {
    auto const& step = view.line.named.step;
    govuk::SummaryList list;
    auto const add = [&](char const* key, std::string value) {
        if (!value.empty()) list.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}});
    };
    auto const add_typed = [&](char const* key, std::string const& value) {
        if (!value.empty())
            list.rows.push_back({.key = {.text = key}, .value = {.html = html::typed_text(value)}});
    };
    add("Kind", std::string(words_of(step.track)));
    add("On", date_words(step.used_on));
    add("By", view.line.named.used_by_name);
    add(view.kind == Kind::warning ? "Given to" : "For", view.line.named.recipient_name);
    add("Referred to", step.referred_to);
    add_typed(view.kind == Kind::warning    ? "What it said"
              : view.kind == Kind::referral ? "Why"
                                            : "What was done",
              step.content);
    add_typed("If it goes on", step.consequence);
    if (step.given_how) add("How it was given", std::string(words_of(*step.given_how)));
    if (step.consent) add("Agreement", std::string(words_of(*step.consent)));
    add_typed("Why shared without it", step.basis);
    if (step.respond_by) add("Answer due by", date_words(*step.respond_by));
    add_typed("Why this step, and why now", step.aim);
    add_typed("Tried or ruled out first", step.tried);
    add_typed("Their needs, weighed", step.vulnerabilities);
    if (step.outcome) add("Result", std::string(words_of(*step.outcome)));
    if (step.outcome_on) add("Known on", date_words(*step.outcome_on));
    add_typed("About the result", step.outcome_note);
    return govuk::summary_list(list);
}

http::Response step_record(Visit& visit, InterventionView const& view, http::Pairs typed,
                           std::vector<Problem> const& problems, int status) {
    auto const& step = view.line.named.step;
    auto const address = cases::case_address(view.file.reference) + "/actions";
    auto const shapes = outcome_form(view.kind).shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << step_facts(view);
    if (view.may_work && !step.outcome) {
        Html fields =
            forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems, .choices = {}});
        fields << forms::buttons("Save result", address);
        http::Pairs hidden;
        hidden.set("version", std::to_string(step.version));
        body << html::h2("What came of it")
             << visit.form(address + "/" + std::string(step.id.text()), fields, std::move(hidden));
    }
    auto page = cases::section_page({.reference = view.file.reference,
                                     .section = cases::Section::action,
                                     .title = view.line.label,
                                     .body = std::move(body),
                                     .has_errors = !problems.empty(),
                                     .narrow = true},
                                    view.counts);
    page.breadcrumbs.push_back({"Action", address});
    return visit.page(std::move(page), status);
}

Expected<InterventionView> intervention_view(Visit& visit) {
    auto const id = InterventionId::parse(visit.request.parameter("action"));
    if (!id) return refuse(RefusalKind::not_found, "step-not-found", "There is no such step of this case");
    return usecases::interventions::view_intervention(visit.context, visit.request.parameter("reference"),
                                                      *id);
}

}  // namespace

http::Response show_intervention(Visit& visit) {
    auto const view = intervention_view(visit);
    if (!view) return visit.refused(view.error());
    return step_record(visit, *view, {}, {}, 200);
}

http::Response post_outcome(Visit& visit) {
    auto const view = intervention_view(visit);
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(outcome_form(view->kind));
    if (!parsed.ok()) return step_record(visit, *view, std::move(parsed.typed), parsed.problems, 422);
    parsed.input.reference = view->file.reference;
    parsed.input.id = view->line.named.step.id;
    parsed.input.version =
        forms::Codec<std::int64_t>::decode(visit.request.form.value("version")).value_or(0);
    auto const saved = usecases::interventions::record_outcome(visit.context, parsed.input);
    if (saved) return visit.done(cases::case_address(view->file.reference) + "/actions", "Result saved.");
    if (is_about_the_form(saved.error()))
        return step_record(visit, *view, std::move(parsed.typed), problems_of(saved.error()), 422);
    if (saved.error().kind() == RefusalKind::conflict)
        return step_record(visit, *view, std::move(parsed.typed), problems_of(saved.error()), 409);
    return visit.refused(saved.error());
}

}  // namespace doorstep::pages::interventions
