#include "pages/triage/matches.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/record_heading.h"
#include "govuk/summary_list.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "pages/triage/report.h"
#include "pages/triage/report_parts.h"
#include "usecases/triage/find_matches.h"

namespace doorstep::pages::triage {
namespace {

using domain::triage::Reason;
using usecases::triage::MatchesView;
using usecases::triage::MatchingCase;
using usecases::triage::MatchingReport;

constexpr std::size_t words_shown = 300;

Html reasons_list(std::vector<Reason> const& reasons) {
    std::vector<Html> items;
    for (auto const reason : reasons) items.push_back(Html::text(words_of(reason)));
    return html::list(items);
}

void row(govuk::SummaryList& list, std::string key, std::string value) {
    if (!value.empty())
        list.rows.push_back({.key = {.text = std::move(key)}, .value = {.text = std::move(value)}});
}

std::string decision_address(MatchesView const& view, std::string path, std::string name, std::string value) {
    http::Pairs query;
    query.set("path", std::move(path));
    query.set(std::move(name), std::move(value));
    return report_address(view.report.report.id) + "/decision?" + http::encode_form(query);
}

Html case_card(MatchesView const& view, MatchingCase const& match) {
    auto const& listed = match.listed;
    govuk::SummaryList card{.rows = {}, .card = {.title = {.text = listed.title, .heading_level = 3}}};
    card.rows.push_back({.key = {.text = "Why"}, .value = {.html = reasons_list(match.reasons)}});
    row(card, "Who", match.because);
    card.rows.push_back(
        {.key = {.text = "Case"},
         .value = {.html = html::a(cases::case_address(listed.reference), listed.reference)}});
    row(card, "Opened", date_words(listed.opened_on));
    row(card, "Owner", listed.owner_name.empty() ? "Nobody yet" : listed.owner_name);
    row(card, "Stage",
        listed.is_closed() && listed.closed_on ? "Closed " + date_words(*listed.closed_on)
                                               : std::string(words_of(listed.state)));
    if (view.may_decide && !listed.is_closed())
        card.card.actions.items.push_back(
            {.href = decision_address(view, "add-to-case", "case", listed.reference),
             .text = "Add the report to it",
             .visually_hidden_text = listed.reference});
    if (view.may_decide && listed.is_closed())
        card.card.actions.items.push_back(
            {.href = decision_address(view, "open-case", "linked-case", listed.reference) +
                     "&link-kind=earlier-case",
             .text = "Open a new case linked to it",
             .visually_hidden_text = listed.reference});
    return govuk::summary_list(card);
}

Html report_card(MatchesView const& view, MatchingReport const& match) {
    auto const& report = match.listed.report;
    govuk::SummaryList card{.rows = {},
                            .card = {.title = {.text = "Report " + report.reference, .heading_level = 3}}};
    card.rows.push_back({.key = {.text = "Why"}, .value = {.html = reasons_list(match.reasons)}});
    row(card, "What they told us", text::shorten(report.what_happened, words_shown));
    row(card, "Where", place_words(match.listed));
    row(card, "By", reporter_words(report));
    row(card, "Received", date_words(report.received_on));
    row(card, "State", std::string(words_of(report.state)));
    card.card.actions.items.push_back(
        {.href = report_address(report.id), .text = "Open", .visually_hidden_text = report.reference});
    if (view.may_decide)
        card.card.actions.items.push_back(
            {.href = decision_address(view, "duplicate", "duplicate-of", report.reference),
             .text = "It is the same",
             .visually_hidden_text = "as " + report.reference});
    return govuk::summary_list(card);
}

Html this_report(MatchesView const& view) {
    auto const& report = view.report.report;
    govuk::SummaryList card{.rows = {}, .card = {.title = {.text = "This report"}}};
    row(card, "What they told us", text::shorten(report.what_happened, words_shown));
    row(card, "Where", place_words(view.report));
    row(card, "By", reporter_words(report));
    row(card, "Received", date_words(report.received_on));
    return govuk::summary_list(card);
}

Html matches_of(MatchesView const& view) {
    Html out;
    if (view.cases.empty() && view.reports.empty())
        return govuk::empty_state({.title = "Nothing like it that you can see",
                                   .text = "No case and no other report has the same person or place."});
    if (!view.cases.empty()) {
        out << html::h2(text::count_of(static_cast<long long>(view.cases.size()), "case", "cases"));
        for (auto const& match : view.cases) out << case_card(view, match);
    }
    if (!view.reports.empty()) {
        out << html::h2(
            text::count_of(static_cast<long long>(view.reports.size()), "other report", "other reports"));
        for (auto const& match : view.reports) out << report_card(view, match);
    }
    return out;
}

}  // namespace

http::Response show_matches(Visit& visit) {
    auto const id = report_id(visit);
    if (!id) return no_such_report(visit);
    auto const view = usecases::triage::find_matches(visit.context, *id);
    if (!view) return visit.refused(view.error());
    auto const address = report_address(*id);
    Page page;
    page.title = "Is it the same?";
    page.current_section = "triage";
    page.breadcrumbs = {{"Triage", "/triage"}, {view->report.report.reference, address}};
    page.print_reference = view->report.report.reference;
    page.body << govuk::record_heading({.caption = view->report.report.reference, .title = "Is it the same?"})
              << html::p(
                     "What has the same person or place, the strongest first. Nothing is joined by itself: "
                     "cases are linked or added to, never merged.");
    Html side = this_report(*view);
    if (view->may_decide) side << govuk::button({.text = "None of these", .href = address + "/decision"});
    page.body << html::two_columns(matches_of(*view), side);
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::triage
