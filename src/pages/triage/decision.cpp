#include "pages/triage/decision.h"

#include <algorithm>

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/details.h"
#include "govuk/moj_alert.h"
#include "govuk/panel.h"
#include "govuk/record_heading.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "pages/triage/report.h"
#include "pages/triage/report_parts.h"
#include "usecases/settings.h"
#include "usecases/triage/decide.h"

namespace doorstep::pages::triage {
namespace {

using domain::reports::State;
using domain::triage::Path;
using usecases::triage::DecideReport;
using usecases::triage::DecisionForm;
using usecases::triage::ReportDecided;

forms::Choice path_choice(Path path, std::string hint, std::vector<std::string> reveals) {
    return {.value = std::string(name_of(path)),
            .text = std::string(words_of(path)),
            .text_welsh = "",
            .hint = std::move(hint),
            .hint_welsh = "",
            .reveals = std::move(reveals)};
}

forms::Form<DecideReport> const& decision_form() {
    using forms::required;
    static auto const form = forms::form<DecideReport>(
        "decide-report", forms::hidden_field(&DecideReport::version, {.name = "version"}),
        forms::yes_no_field(
            &DecideReport::is_asb,
            {.name = "is-asb",
             .label = "Is it anti-social behaviour?",
             .hint = "Conduct that has caused, or is likely to cause, harassment, alarm or distress, "
                     "or housing-related nuisance or annoyance (Anti-social Behaviour, Crime and "
                     "Policing Act 2014, section 2)"},
            {required("Select yes if it is anti-social behaviour")}),
        forms::radios_field(
            &DecideReport::path,
            {.name = "path",
             .label = "What happens to the report?",
             .choices = {path_choice(Path::open_case, "",
                                     {"kind", "closer-kind", "title", "owner", "complained-about",
                                      "complained-about-described", "linked-case", "link-kind"}),
                         path_choice(Path::add_to_case, "The reporter is put on it with a clock of their own",
                                     {"case"}),
                         path_choice(
                             Path::everyday_noise,
                             "Doors, footsteps, children: nobody’s fault, and help is owed all the same",
                             {"step"}),
                         path_choice(Path::signpost, "", {"signpost"}),
                         path_choice(Path::duplicate, "The same person telling us the same thing again",
                                     {"duplicate-of"})}},
            {required("Select what happens to the report")}),
        forms::select_field(&DecideReport::kind, {.name = "kind", .label = "Kind"},
                            {required("Select what kind of behaviour it is")}),
        forms::select_field(&DecideReport::closer_kind,
                            {.name = "closer-kind", .label = "Closer kind", .optional = true}),
        forms::text_field(
            &DecideReport::title,
            {.name = "title",
             .label = "Name of the case",
             .hint = "No names of people. Left empty it is made from kind and place, such as “Loud "
                     "music, Acre Court”",
             .optional = true},
            {forms::at_most(100, "Name of the case must be 100 characters or fewer")}),
        forms::select_field(
            &DecideReport::owner,
            {.name = "owner", .label = "Owner", .hint = "Suggested by area and kind; you can change it"}),
        forms::text_field(&DecideReport::complained_about,
                          {.name = "complained-about",
                           .label = "Name of the person complained about",
                           .hint = "Leave it empty when nobody knows: the case is as good",
                           .optional = true},
                          {forms::at_most(200, "The name must be 200 characters or fewer")}),
        forms::textarea_field(&DecideReport::complained_about_described,
                              {.name = "complained-about-described",
                               .label = "What is known of them",
                               .rows = 2,
                               .optional = true},
                              {forms::at_most(500, "What is known of them must be 500 characters or fewer")}),
        forms::text_field(&DecideReport::linked_case, {.name = "linked-case",
                                                       .label = "Link it with case",
                                                       .hint = "Each keeps its people, clocks and file",
                                                       .classes = "govuk-input--width-10",
                                                       .optional = true}),
        forms::select_field(&DecideReport::link_kind,
                            {.name = "link-kind", .label = "How they belong together", .optional = true}),
        forms::text_field(&DecideReport::case_reference, {.name = "case",
                                                          .label = "Reference of the case",
                                                          .hint = "For example, ASB-26-00142",
                                                          .classes = "govuk-input--width-10"}),
        forms::radios_field(&DecideReport::step, {.name = "step", .label = "What happens next?"}),
        forms::select_field(&DecideReport::signpost, {.name = "signpost", .label = "Who can help?"}),
        forms::text_field(&DecideReport::duplicate_of, {.name = "duplicate-of",
                                                        .label = "Reference of the other report",
                                                        .hint = "For example, R-26-00311",
                                                        .classes = "govuk-input--width-10"}),
        forms::radios_field(&DecideReport::reporter,
                            {.name = "reporter",
                             .label = "Do we know the person who reported it?",
                             .hint = "Chosen, their earlier cases and this one are seen together"}),
        forms::textarea_field(&DecideReport::reason,
                              {.name = "reason",
                               .label = "Why?",
                               .hint = "For us: one or two sentences that would convince a colleague",
                               .rows = 3,
                               .character_limit = 2000},
                              {forms::at_most(2000, "The reason must be 2,000 characters or fewer")}),
        forms::textarea_field(
            &DecideReport::explanation,
            {.name = "explanation",
             .label = "What the person who reported it is told",
             .hint = "What we will do, or why it is not for us and who can help. It goes out in "
                     "these words",
             .rows = 5,
             .character_limit = 4000},
            {forms::at_most(4000, "What they are told must be 4,000 characters or fewer")}));
    return form;
}

std::vector<forms::Choice> list_choices(legal::List const& list, Date today, std::string empty) {
    std::vector<forms::Choice> choices;
    if (!empty.empty()) choices.push_back({.value = "", .text = std::move(empty)});
    for (auto const* entry : list.in_use(today))
        choices.push_back({.value = entry->code, .text = entry->label});
    return choices;
}

/// "Noise: Loud music or television", in the order of the kinds.
std::vector<forms::Choice> closer_kinds(usecases::Settings const& settings, Date today) {
    std::vector<forms::Choice> choices{{.value = "", .text = "Not said"}};
    for (auto const* kind : settings.list("categories").in_use(today))
        for (auto const* entry : settings.list("subcategories").in_use(today))
            if (entry->detail("parent") == kind->code)
                choices.push_back({.value = entry->code, .text = kind->label + ": " + entry->label});
    return choices;
}

std::vector<forms::Choice> link_choices() {
    std::vector<forms::Choice> choices{{.value = "", .text = "Not linked"}};
    for (auto const& kind : all_of<domain::cases::LinkKind>())
        choices.push_back({.value = std::string(kind.name), .text = std::string(kind.words)});
    return choices;
}

std::vector<forms::Choice> owner_choices(DecisionForm const& view) {
    std::vector<forms::Choice> choices;
    if (view.owners.empty()) choices.push_back({.value = "", .text = "Nobody yet"});
    for (auto const& owner : view.owners)
        choices.push_back({.value = std::string(owner.id.text()),
                           .text = owner.why.empty() ? owner.name : owner.name + " (" + owner.why + ")"});
    return choices;
}

std::vector<forms::Choice> reporter_choices(DecisionForm const& view) {
    std::vector<forms::Choice> choices;
    for (auto const& person : view.reporters) {
        std::vector<std::string> why;
        for (auto const reason : person.reasons)
            why.push_back(why.empty() ? std::string(words_of(reason)) : text::lower_ascii(words_of(reason)));
        if (!person.parts.empty())
            why.push_back("in " + person.parts.front().reference + ", " + person.parts.front().title);
        choices.push_back({.value = std::string(person.id.text()),
                           .text = person.name,
                           .text_welsh = "",
                           .hint = text::join(why, "; ")});
    }
    if (choices.empty()) return choices;
    choices.push_back({.value = "",
                       .text = "Somebody new",
                       .text_welsh = "",
                       .hint = "",
                       .hint_welsh = "",
                       .reveals = {},
                       .divider_before = "or"});
    return choices;
}

forms::Choices choices_of(Visit& visit, DecisionForm const& view) {
    auto const& settings = visit.context.settings();
    auto const today = visit.context.today;
    forms::Choices choices;
    choices["kind"] = list_choices(settings.list("categories"), today, "");
    choices["closer-kind"] = closer_kinds(settings, today);
    choices["owner"] = owner_choices(view);
    choices["signpost"] = list_choices(settings.list("signposts"), today, "Select a service");
    choices["link-kind"] = link_choices();
    choices["reporter"] = reporter_choices(view);
    return choices;
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
    Html fields = forms::render_fields(
        shapes,
        {.typed = std::move(shown.typed), .problems = shown.problems, .choices = choices_of(visit, view)});
    fields << forms::buttons(view.can_be_told ? "Save and tell them" : "Save decision", address);
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

std::string saved_words(ReportDecided const& decided) {
    switch (decided.path) {
        case Path::open_case: {
            std::string words = "Case " + decided.case_reference + " is open.";
            if (!decided.owner_name.empty()) words += " Owner: " + decided.owner_name + ".";
            if (decided.first_contact_by)
                words += " First contact by " + date_words(*decided.first_contact_by) + ".";
            return words;
        }
        case Path::add_to_case:
            return "The report is part of case " + decided.case_reference + ".";
        case Path::duplicate:
            return "Saved: the same as another report.";
        case Path::everyday_noise:
        case Path::signpost:
        case Path::dealt_with_before:
            break;
    }
    if (decided.letter_written) return "Decision saved. What you wrote is on its way to them.";
    return decided.can_be_told ? "Decision saved. Now tell them what you wrote."
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
    auto parsed = visit.parse(decision_form(), choices_of(visit, *view));
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
