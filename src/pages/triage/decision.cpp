#include "pages/triage/decision.h"

#include <algorithm>

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/details.h"
#include "govuk/moj_alert.h"
#include "govuk/panel.h"
#include "govuk/record_heading.h"
#include "html/elements.h"
#include "inputs/triage/decide_report.h"
#include "pages/cases/case_frame.h"
#include "pages/triage/report.h"
#include "pages/triage/report_parts.h"
#include "usecases/triage/decide.h"

namespace doorstep::pages::triage {
namespace {

using domain::reports::State;
using domain::triage::Path;
using inputs::triage::decision_form;
using usecases::triage::DecisionForm;
using usecases::triage::ReportDecided;

forms::Choices decision_choices(Visit& visit, DecisionForm const& view) {
    return inputs::triage::decision_choices(visit.context.settings(), visit.context.today, view);
}

/// The fields, without the question about people we know where there is nobody to choose.
std::vector<forms::FieldShape> shapes_for(DecisionForm const& view) {
    auto shapes = decision_form().shapes();
    if (view.reporters.empty())
        std::erase_if(shapes, [](forms::FieldShape const& shape) { return shape.spec.name == "reporter"; });
    if (!view.can_be_told)
        for (auto& shape : shapes)
            if (shape.spec.name == "explanation") {
                shape.spec.label = "What they are told when they get in touch";
                shape.spec.optional = true;
            }
    return shapes;
}

/// What the page shows before anybody typed.
http::Pairs first_answers(Visit& visit, DecisionForm const& view) {
    auto const& report = view.listed.report;
    auto const& query = visit.request.query;
    http::Pairs typed;
    typed.set("version", std::to_string(report.version));
    typed.set("kind", report.category);
    if (view.suggested_owner) typed.set("owner", std::string(view.suggested_owner->text()));
    typed.set("complained-about-described", report.people_text);
    if (enum_from_name<Path>(query.value("path"))) {
        typed.set("path", std::string(query.value("path")));
        if (query.value("path") == name_of(Path::add_to_case) ||
            query.value("path") == name_of(Path::open_case))
            typed.set("is-asb", "yes");
    }
    for (auto const* name : {"case", "duplicate-of", "linked-case", "link-kind"})
        if (query.has(name)) typed.set(name, std::string(query.value(name)));
    return typed;
}

Html alerts(DecisionForm const& view) {
    Html out;
    if (!view.conflict_with.empty())
        out << govuk::moj_alert({.variant = "warning",
                                 .title = "Do you know them?",
                                 .text = "The person who reported this has a name like yours. If it is you, "
                                         "or somebody close to you, put "
                                         "the report back: a colleague decides it.",
                                 .show_title_as_heading = true});
    if (!view.can_be_told)
        out << govuk::moj_alert(
            {.variant = "warning",
             .title = "No safe way to reach them",
             .text = "Nothing is sent. Write what they are to be told when they get in touch.",
             .show_title_as_heading = true});
    else if (!view.safe_contact.empty())
        out << govuk::moj_alert({.variant = "information",
                                 .title = "Safe contact",
                                 .text = view.safe_contact,
                                 .show_title_as_heading = true});
    return out;
}

Html what_was_said(DecisionForm const& view) {
    auto const& report = view.listed.report;
    Html words = html::typed_text(report.what_happened);
    words << html::p(place_words(view.listed) + ". " + reporter_words(report) + ".");
    return govuk::details(
        {.summary_text = "What they told us", .summary_html = {}, .text = "", .html = words});
}

Page page_of(DecisionForm const& view) {
    auto const& report = view.listed.report;
    Page page;
    page.title = "Decide";
    page.current_section = "triage";
    page.breadcrumbs = {{"Triage", report.high_profile ? "/triage?queue=restricted" : "/triage"},
                        {report.reference, report_address(report.id)}};
    page.print_reference = report.reference;
    return page;
}

struct Shown {
    http::Pairs typed;
    std::vector<Problem> problems;
    int status = 200;
};

http::Response form_page(Visit& visit, DecisionForm const& view, Shown shown) {
    auto const address = report_address(view.listed.report.id);
    auto const shapes = shapes_for(view);
    Html body = forms::problem_summary(shown.problems, shapes, visit.language());
    body << govuk::record_heading({.caption = view.listed.report.reference, .title = "Decide"})
         << alerts(view) << what_was_said(view)
         << html::p(html::a(address + "/matches", "Is it the same as something we know?"));
    Html fields = forms::render_fields(shapes, {.typed = std::move(shown.typed),
                                                .problems = shown.problems,
                                                .choices = decision_choices(visit, view)});
    fields << forms::buttons("Save decision", address);
    body << visit.form(address + "/decision", fields);
    auto page = page_of(view);
    page.has_errors = !shown.problems.empty();
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), shown.status);
}

/// E4: somebody else looks at it. Nothing was typed yet.
http::Response held_page(Visit& visit, DecisionForm const& view) {
    auto const& report = view.listed.report;
    auto const address = report_address(report.id);
    auto page = page_of(view);
    Html body = html::h1(view.listed.looked_at_by_name + " is looking at this");
    body << html::p("Since " + instant_words(*report.looked_at_at) +
                    ". If you take it over, they will be told when they try to save.");
    body << visit.form(address + "/holder", govuk::button({.text = "Take over"}));
    body << html::p(html::a(address, "Go back"));
    page.title = "Somebody is looking at this";
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), 409);
}

bool is_held_by_another(Visit const& visit, DecisionForm const& view) {
    auto const& report = view.listed.report;
    return report.state == State::being_looked_at && report.looked_at_by != visit.context.viewer.account;
}

std::string told_words(ReportDecided const& decided) {
    if (decided.letter_written) return " What you wrote is on its way to them.";
    return decided.to_be_told
               ? " Nothing can be written to them: the owner of the case is asked to tell them."
               : "";
}

std::string saved_words(ReportDecided const& decided) {
    switch (decided.path) {
        case Path::open_case: {
            std::string words = "Case " + decided.case_reference + " is open.";
            if (!decided.owner_name.empty()) words += " Owner: " + decided.owner_name + ".";
            if (decided.first_contact_by)
                words += " First contact by " + date_words(*decided.first_contact_by) + ".";
            return words + told_words(decided);
        }
        case Path::add_to_case:
            return "The report is part of case " + decided.case_reference + "." + told_words(decided);
        case Path::duplicate:
            return "Saved: the same as another report.";
        case Path::everyday_noise:
        case Path::signpost:
        case Path::dealt_with_before:
            break;
    }
    if (decided.letter_written) return "Decision saved. What you wrote is on its way to them.";
    return decided.to_be_told ? "Decision saved. Now tell them what you wrote: it is in your work."
                              : "Decision saved. There is no way to tell them yet.";
}

}  // namespace

http::Response show_decision(Visit& visit) {
    auto const id = report_id(visit);
    if (!id) return no_such_report(visit);
    auto const view = usecases::triage::view_decision_form(visit.context, *id);
    if (!view) return visit.refused(view.error());
    if (view->listed.report.is_settled()) return visit.see_other(report_address(*id));
    if (is_held_by_another(visit, *view)) return held_page(visit, *view);
    return form_page(visit, *view, {.typed = first_answers(visit, *view), .problems = {}});
}

http::Response post_decision(Visit& visit) {
    auto const id = report_id(visit);
    if (!id) return no_such_report(visit);
    auto const view = usecases::triage::view_decision_form(visit.context, *id);
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(decision_form(), decision_choices(visit, *view));
    if (!parsed.ok())
        return form_page(
            visit, *view,
            {.typed = std::move(parsed.typed), .problems = std::move(parsed.problems), .status = 422});
    parsed.input.report = *id;
    auto const decided = usecases::triage::decide_report(visit.context, parsed.input);
    if (decided)
        return visit.done(decided->case_reference.empty() ? report_address(*id)
                                                          : cases::case_address(decided->case_reference),
                          saved_words(*decided));
    auto const& refusal = decided.error();
    if (is_about_the_form(refusal))
        return form_page(visit, *view,
                         {.typed = std::move(parsed.typed), .problems = problems_of(refusal), .status = 422});
    // E4: nothing typed is lost. A second press saves it, knowing what the other did.
    if (refusal.code() == "changed-meanwhile") {
        auto typed = std::move(parsed.typed);
        typed.set("version", std::to_string(view->listed.report.version));
        return form_page(
            visit, *view,
            {.typed = std::move(typed),
             .problems = {{"", refusal.message() +
                                   ". Your answers are still here: save again to decide it yourself"}},
             .status = 409});
    }
    return visit.refused(refusal);
}

}  // namespace doorstep::pages::triage
