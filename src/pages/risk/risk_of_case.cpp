#include "pages/risk/risk_of_case.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/moj_alert.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "pages/paging.h"
#include "pages/risk/risk_parts.h"
#include "pages/work/work_links.h"
#include "usecases/risk/view_risk.h"

namespace doorstep::pages::risk {
namespace {

using usecases::risk::AssessmentLine;
using usecases::risk::RiskView;

std::string person_or_everybody(AssessmentLine const& line) {
    return line.person.empty() ? "Nobody in particular" : line.person;
}

Html standing_now(RiskView const& view, Date today) {
    auto const& file = view.file;
    govuk::SummaryList list;
    Html band;
    if (file.risk_band)
        band << govuk::tag(band_tag(*file.risk_band));
    else if (file.is_high_until_assessed())
        band << govuk::tag({.text = std::string(risk_words(file)), .classes = "govuk-tag--red"});
    else
        band << risk_words(file);
    list.rows.push_back({.key = {.text = "Band of the case"}, .value = {.html = band}});
    if (file.risk_assessed_on)
        list.rows.push_back(
            {.key = {.text = "Assessed on"}, .value = {.text = date_words(*file.risk_assessed_on)}});
    if (!file.is_closed())
        list.rows.push_back(
            {.key = {.text = file.risk_band ? "Assess again" : "Assess"},
             .value = {.text =
                           file.risk_review_by
                               ? work::due_words(*file.risk_review_by, today)
                               : std::string("When something new happens, and before the case is closed")}});
    return govuk::summary_list(list);
}

Html each_person(RiskView const& view) {
    Html body;
    if (view.newest.size() < 2) return body;
    govuk::Table table{.rows = {},
                       .head = {{.text = "Person"}, {.text = "Band"}, {.text = "Assessed"}},
                       .caption = "Each person now",
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true};
    for (auto const& line : view.newest)
        table.rows.push_back({{.text = person_or_everybody(line)},
                              {.html = govuk::tag(band_tag(line.assessment.band))},
                              {.text = date_words(line.assessment.made_on)}});
    body << govuk::table_wrap({.table = table, .label = "Each person now"})
         << html::p("The case has the highest band of anybody on it.");
    return body;
}

Html earlier_assessments(RiskView const& view, Paging const& paging) {
    govuk::Table table{.rows = {},
                       .head = {{.text = "Assessed"},
                                {.text = "Person"},
                                {.text = "Band"},
                                {.text = "Score", .format = "numeric"},
                                {.text = "By"}},
                       .caption = "Every assessment",
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true};
    for (auto const& line : view.history) {
        auto const& made = line.assessment;
        Html when = html::a(paging.path + "/" + std::string(made.id.text()), date_words(made.made_on));
        Html band = html::div("ds-line", govuk::tag(band_tag(made.band)));
        if (auto const words = override_words(made); !words.empty())
            band << html::div("ds-line ds-line--second", Html::text(words));
        if (!made.complete) band << html::div("ds-line ds-line--second", Html::text("Answers missing"));
        table.rows.push_back({{.html = when},
                              {.text = person_or_everybody(line)},
                              {.html = band},
                              {.text = std::to_string(made.score), .format = "numeric"},
                              {.text = line.made_by}});
    }
    Html body = govuk::table_wrap({.table = table, .label = "Every assessment"});
    body << html::p(showing_words(paging)) << page_links(paging);
    return body;
}

}  // namespace

http::Response show_risk(Visit& visit) {
    auto const page_now = page_number(visit.request.query);
    auto const view =
        usecases::risk::view_risk(visit.context, visit.request.parameter("reference"), page_now);
    if (!view) return visit.refused(view.error());
    auto const address = cases::case_address(view->file.reference) + "/risk";
    constexpr int per_page = usecases::risk::assessments_a_page;
    Paging const paging{.path = address,
                        .query = {},
                        .page = page_now,
                        .pages = std::max(1, (view->history_total + per_page - 1) / per_page),
                        .per_page = per_page,
                        .total = view->history_total};
    Html body;
    if (!view->not_assessed.empty() && !view->file.is_closed())
        body << govuk::moj_alert({.variant = "warning",
                                  .title = "Not assessed yet",
                                  .text = text::join(view->not_assessed, ", ") +
                                          ": ask how it affects them and whether they feel safe.",
                                  .show_title_as_heading = true});
    body << standing_now(*view, visit.context.today);
    if (view->may_assess) body << govuk::button({.text = "Assess risk", .href = address + "/new"});
    body << each_person(*view);
    if (view->history_total == 0)
        body << govuk::empty_state({.title = "No assessment yet",
                                    .text = "Every assessment is kept here with its answers, newest first."});
    else
        body << earlier_assessments(*view, paging);
    auto page = cases::section_page({.reference = view->file.reference,
                                     .section = cases::Section::risk,
                                     .title = "Risk",
                                     .body = std::move(body)},
                                    view->counts);
    page.title_note = page_note(paging);
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::risk
