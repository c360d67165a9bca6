#include "pages/triage/report.h"

#include "base/text.h"
#include "domain/messages/outcome_words.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/moj_alert.h"
#include "govuk/record_heading.h"
#include "govuk/section_heading.h"
#include "govuk/summary_list.h"
#include "html/elements.h"
#include "pages/errors/error_pages.h"
#include "pages/files/routes.h"
#include "pages/find/case_table.h"
#include "pages/letters/parts.h"
#include "pages/orders/possible_breach_list.h"
#include "pages/triage/report_parts.h"
#include "usecases/triage/note_told.h"
#include "usecases/triage/restrict_report.h"
#include "usecases/triage/take_up.h"
#include "usecases/triage/view_report.h"

namespace doorstep::pages::triage {
namespace {

using domain::reports::Consent;
using domain::reports::Report;
using domain::reports::WhoFor;
using usecases::triage::ReportView;

void report_row(govuk::SummaryList& list, std::string key, std::string value) {
    if (!value.empty())
        list.rows.push_back({.key = {.text = std::move(key)}, .value = {.text = std::move(value)}});
}
void typed_row(govuk::SummaryList& list, std::string key, std::string const& value) {
    if (!value.empty())
        list.rows.push_back({.key = {.text = std::move(key)}, .value = {.html = html::typed_text(value)}});
}

template <class E>
std::string words_unless(E value, E nothing) {
    return value == nothing ? std::string() : std::string(words_of(value));
}
template <class E>
std::string all_words(std::vector<E> const& values) {
    std::vector<std::string> words;
    for (auto const value : values) words.emplace_back(words_of(value));
    return text::join(words, ", ");
}

void alert(Html& out, std::string variant, std::string title, std::string words) {
    out << govuk::moj_alert({.variant = std::move(variant),
                             .title = std::move(title),
                             .text = std::move(words),
                             .show_title_as_heading = true});
}

Html alerts(ReportView const& view) {
    Html out;
    auto const& report = view.listed.report;
    if (report.in_danger)
        alert(out, "error", "In danger", "They said that they or somebody else are in danger.");
    if (report.self_harm)
        alert(out, "error", "Self-harm", "They spoke of harming themselves. Ring before you write.");
    if (report.taken_as_high && !report.is_settled())
        alert(out, "error", "High risk until assessed",
              "First contact is due within the time for high risk, by " +
                  date_words(report.first_contact_by) +
                  ". Assess the risk as soon as there is a case: then its band decides.");
    if (report.high_profile)
        alert(out, "warning", "Restricted",
              "Only managers see this report. A case opened from it is restricted too.");
    if (view.looked_at_by_another)
        alert(out, "information", view.listed.looked_at_by_name + " is looking at this",
              "Since " + instant_words(*report.looked_at_at) +
                  ". You can take it over; they will be told when they "
                  "try to save.");
    if (view.safe_contact)
        alert(out, "information", "Safe contact", domain::people::safe_contact_words(*view.safe_contact));
    else if (!report.is_settled() && report.who_for != WhoFor::staff)
        alert(out, "warning", "No safe way to reach them",
              "Nothing can be sent. What you decide is told when they "
              "get in touch.");
    return out;
}

std::string still_words(Report const& report) {
    auto still = words_unless(report.still_happening, domain::reports::StillHappening::not_said);
    auto const often = words_unless(report.how_often, domain::reports::HowOften::not_said);
    if (still.empty()) return often;
    return often.empty() ? still : still + ", " + text::lower_ascii(often);
}

Html what_was_said(ReportView const& view) {
    auto const& report = view.listed.report;
    Html out = html::h2("What they told us");
    html::append_typed_paragraph(out, report.what_happened);
    govuk::SummaryList list;
    report_row(list, "Kind", text::join(view.kinds, ", "));
    report_row(list, "Where", place_words(view.listed));
    if (!view.listed.address_line.empty()) typed_row(list, "Place in their words", report.place_text);
    report_row(list, "Area", view.listed.area_name);
    report_row(list, "When", report.happened_on ? date_words(*report.happened_on) : std::string());
    typed_row(list, "About when", report.happened_about);
    report_row(list, "Still happening", still_words(report));
    report_row(list, "Who did it", words_unless(report.people_known, domain::reports::PeopleKnown::not_said));
    typed_row(list, "About them", report.people_text);
    report_row(list, "How much it affects them",
               words_unless(report.effect, domain::reports::Effect::not_said));
    report_row(list, "What it affects", all_words(report.effect_on));
    typed_row(list, "In their words", report.effect_text);
    report_row(list, "Because of", all_words(report.motives));
    typed_row(list, "What would help", report.wish);
    for (auto const& earlier : report.earlier) {
        auto words = std::string(words_of(earlier.told));
        if (earlier.told_on) words += ", " + date_words(*earlier.told_on);
        if (!earlier.reference.empty()) words += ", reference " + earlier.reference;
        report_row(list, "Told before", words);
    }
    out << govuk::summary_list(list);
    return out;
}

/// What became of the letter that says that the report has arrived.
std::string acknowledgement_words(ReportView const& view) {
    auto const& [message, why_not] = view.acknowledgement;
    if (!message)
        return why_not ? "Nothing was sent. " + std::string(words_of(*why_not)) : "Nothing was sent";
    return domain::messages::outcome_words(*message);
}

Html who_reported(ReportView const& view) {
    auto const& report = view.listed.report;
    Html out = html::h2("Who reported it");
    govuk::SummaryList list;
    report_row(list, "Name", reporter_words(report));
    report_row(list, "Reported for", words_unless(report.who_for, WhoFor::not_said));
    report_row(list, "Does that person agree", words_unless(report.consent, Consent::not_asked));
    if (view.safe_contact) {
        report_row(list, "Telephone", view.safe_contact->telephone);
        report_row(list, "E-mail", view.safe_contact->email);
        report_row(list, "Best times", view.safe_contact->best_times);
        report_row(list, "Name to use", view.safe_contact->name_to_use);
    }
    typed_row(list, "Address for letters", report.reporter_address);
    report_row(list, "Received", instant_words(report.received_at));
    report_row(list, "How", view.channel);
    report_row(list, "Acknowledgement", acknowledgement_words(view));
    report_row(list, "Language", report.language == "cy" ? "Welsh" : std::string());
    out << govuk::summary_list(list);
    return out;
}

Html files_of(ReportView const& view) {
    if (view.files.empty()) return {};
    Html out = html::h2(text::count_of(static_cast<long long>(view.files.size()), "file", "files"));
    std::vector<Html> items;
    for (auto const& file : view.files) {
        Html words = html::a(files::address_of_file(file.id), file.original_name);
        words << " (" << domain::files::size_words(file.size_bytes) << ")";
        if (!file.description.empty()) words << ": " << file.description;
        items.push_back(std::move(words));
    }
    out << html::list(items);
    return out;
}

Html decision_of(ReportView const& view) {
    auto const& report = view.listed.report;
    if (!report.is_settled()) return {};
    Html out = html::h2("What was decided");
    govuk::SummaryList list;
    report_row(list, "State", std::string(words_of(report.state)));
    if (view.decision) {
        auto const& decision = *view.decision;
        report_row(list, "Anti-social behaviour", decision.is_asb ? "Yes" : "No");
        if (decision.everyday_noise_step)
            report_row(list, "Next", std::string(words_of(*decision.everyday_noise_step)));
        report_row(list, "Passed to", view.signpost);
        typed_row(list, "Reason", decision.reason);
        typed_row(list, "What they are told", decision.explanation);
        report_row(list, "Decided",
                   (view.decided_by.empty() ? std::string() : view.decided_by + ", ") +
                       date_words(decision.decided_on));
    }
    report_row(list, "Same as", view.duplicate_of);
    if (!view.listed.case_reference.empty())
        list.rows.push_back(
            {.key = {.text = "Case"},
             .value = {.html = html::a("/cases/" + view.listed.case_reference, view.listed.case_reference)}});
    out << govuk::summary_list(list);
    return out;
}

/// What nothing written can say, and a button once it was said.
Html what_to_tell(Visit& visit, ReportView const& view) {
    if (view.to_tell.empty()) return {};
    Html out;
    out << govuk::section_heading({.title = "Tell them", .id = "to-tell"});
    for (auto const& message : view.to_tell) {
        out << govuk::inset_text(
            {.text =
                 message.state == domain::messages::State::failed
                     ? "This e-mail could not be sent. Tell them what it says, by a way that is safe for "
                       "them."
                     : "Nothing can be written to them. Tell them what this says, by a way that is safe for "
                       "them, or when they get in touch."});
        out << letters::letter_as_it_leaves(message, message.subject, message.body);
        if (!view.may_tell) continue;
        http::Pairs hidden;
        hidden.set("version", std::to_string(message.version));
        out << visit.form(report_address(view.listed.report.id) + "/told/" + std::string(message.id.text()),
                          govuk::button({.text = "I told them", .prevent_double_click = true}),
                          std::move(hidden));
    }
    return out;
}

Html what_to_do(Visit& visit, ReportView const& view) {
    if (!view.may_decide) return {};
    auto const address = report_address(view.listed.report.id);
    Html out;
    if (view.looked_at_by_me) {
        out << govuk::button({.text = "Decide", .href = address + "/decision"});
        out << visit.form(address + "/return", govuk::button({.text = "Put back in triage",
                                                              .classes = "govuk-button--secondary"}));
    } else {
        out << visit.form(
            address + "/holder",
            govuk::button({.text = view.looked_at_by_another ? "Take over and decide" : "Decide"}));
    }
    std::vector<Html> links{html::a(address + "/matches", "Is it the same as something we know?")};
    if (view.may_restrict) links.push_back(html::a(address + "/restriction", "Move to the restricted queue"));
    out << html::list(links);
    return out;
}

Html what_is_near(ReportView const& view, Date today) {
    Html out;
    if (!view.open_cases_here.empty())
        out << find::short_case_table(view.open_cases_here, "Open cases at this address", today);
    if (!view.of_reporter.empty()) out << reports_table(view.of_reporter, "Other reports by the same person");
    out << govuk::section_heading({.title = "Before, at this place", .id = "before"});
    if (view.at_place.empty()) {
        out << html::p(view.listed.report.postcode.empty()
                           ? "No postcode was given, so it cannot be compared with other reports."
                           : "Nothing else was reported from this postcode that you can see.");
        return out;
    }
    out << reports_table(view.at_place, "Reports from the same postcode");
    if (view.more_at_place) out << html::p("There are more: the newest ten are shown.");
    return out;
}

Html orders_it_met(ReportView const& view) {
    auto const decision = report_address(view.listed.report.id) + "/decision?path=add-to-case&case=";
    return orders::possible_breach_list(view.possible_breaches, [&](auto const& possible) {
        if (!view.may_decide) return Html();
        return html::a(decision + possible.near.reference, "Add the report to " + possible.near.reference);
    });
}

govuk::RecordHeading heading(ReportView const& view, Date today) {
    auto const& report = view.listed.report;
    auto tags = flag_tags(view.listed);
    tags.insert(tags.begin(), {.text = std::string(words_of(report.state)), .classes = "govuk-tag--blue"});
    if (!report.is_settled()) {
        auto clock = clock_tag(report.first_contact_by, today);
        clock.text = "First contact: " + text::lower_ascii(clock.text);
        tags.push_back(std::move(clock));
    }
    return {.caption = report.reference, .title = "Report", .tags = std::move(tags)};
}

Page page_of(ReportView const& view, std::string title) {
    Page page;
    page.title = std::move(title);
    page.current_section = "triage";
    page.breadcrumbs = {{"Triage", view.listed.report.high_profile && !view.listed.report.is_settled()
                                       ? "/triage?queue=restricted"
                                       : "/triage"}};
    page.print_reference = view.listed.report.reference;
    return page;
}

struct RestrictionInput {
    std::string reason;
};
forms::Form<RestrictionInput> const& restriction_form() {
    static auto const form = forms::form<RestrictionInput>(
        "restrict-report",
        forms::textarea_field(&RestrictionInput::reason,
                              {.name = "reason",
                               .label = "Why should fewer people see it?",
                               .hint = "For example, it is about a colleague, or the press has asked",
                               .rows = 3},
                              {forms::required("Enter why fewer people should see this report"),
                               forms::at_most(500, "Reason must be 500 characters or fewer")}));
    return form;
}

http::Response restriction_page(Visit& visit, ReportView const& view, http::Pairs typed,
                                std::vector<Problem> problems) {
    auto const address = report_address(view.listed.report.id);
    auto const shapes = restriction_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << govuk::record_heading(
        {.caption = view.listed.report.reference, .title = "Move to the restricted queue"});
    body << govuk::inset_text(
        {.text = "Only managers will see it there. If you are not one of them, you will not "
                 "be able to open it again. It cannot be moved back."});
    Html fields = forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems});
    fields << forms::buttons("Move it", address);
    body << visit.form(address + "/restriction", fields);
    auto page = page_of(view, "Move to the restricted queue");
    page.breadcrumbs.push_back({view.listed.report.reference, address});
    page.has_errors = !problems.empty();
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

}  // namespace

std::optional<ReportId> report_id(Visit const& visit) {
    return ReportId::parse(visit.request.parameter("id"));
}
http::Response no_such_report(Visit& visit) { return page_not_found(visit); }

http::Response show_report(Visit& visit) {
    auto const id = report_id(visit);
    if (!id) return no_such_report(visit);
    auto const view = usecases::triage::view_report(visit.context, *id);
    if (!view) return visit.refused(view.error());
    auto const today = visit.context.today;
    auto page = page_of(*view, "Report " + view->listed.report.reference);
    page.body << govuk::record_heading(heading(*view, today)) << alerts(*view);
    Html main = what_to_tell(visit, *view);
    main << decision_of(*view) << orders_it_met(*view);
    main << what_was_said(*view) << files_of(*view) << who_reported(*view);
    page.body << html::two_columns(main, what_to_do(visit, *view)) << what_is_near(*view, today);
    return visit.page(std::move(page));
}

http::Response post_holder(Visit& visit) {
    auto const id = report_id(visit);
    if (!id) return no_such_report(visit);
    auto const done = usecases::triage::take_up(visit.context, *id);
    if (!done && done.error().code() != "already-done") return visit.refused(done.error());
    return visit.see_other(report_address(*id) + "/decision");
}

http::Response post_return(Visit& visit) {
    auto const id = report_id(visit);
    if (!id) return no_such_report(visit);
    auto const done = usecases::triage::put_back(visit.context, *id);
    if (!done && done.error().code() != "already-done") return visit.refused(done.error());
    return visit.done("/triage", "The report waits in triage again.");
}

http::Response post_told(Visit& visit) {
    auto const id = report_id(visit);
    auto const message = MessageId::parse(visit.request.parameter("message"));
    if (!id || !message) return no_such_report(visit);
    auto const told =
        usecases::triage::note_told(visit.context, {*id, *message, letters::seen_version(visit)});
    if (!told) return visit.refused(told.error());
    return visit.done(report_address(*id), "Saved that they were told.");
}

http::Response show_restriction(Visit& visit) {
    auto const id = report_id(visit);
    if (!id) return no_such_report(visit);
    auto const view = usecases::triage::view_report(visit.context, *id);
    if (!view) return visit.refused(view.error());
    if (!view->may_restrict) return visit.see_other(report_address(*id));
    return restriction_page(visit, *view, {}, {});
}

http::Response post_restriction(Visit& visit) {
    auto const id = report_id(visit);
    if (!id) return no_such_report(visit);
    auto const view = usecases::triage::view_report(visit.context, *id);
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(restriction_form());
    if (!parsed.ok())
        return restriction_page(visit, *view, std::move(parsed.typed), std::move(parsed.problems));
    auto const done = usecases::triage::restrict_report(visit.context, {*id, parsed.input.reason});
    if (done) return visit.done("/triage", "The report is in the restricted queue.");
    if (is_about_the_form(done.error()))
        return restriction_page(visit, *view, std::move(parsed.typed), problems_of(done.error()));
    return visit.refused(done.error());
}

}  // namespace doorstep::pages::triage
