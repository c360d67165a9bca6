#include "pages/cases/overview.h"

#include "govuk/button.h"
#include "govuk/summary_list.h"
#include "html/elements.h"
#include "usecases/cases/view_case.h"

namespace doorstep::pages::cases {
namespace {

using usecases::cases::CaseView;

std::string or_none(std::string const& text, char const* none) { return text.empty() ? none : text; }
std::string day_or(std::optional<Date> day, char const* none) { return day ? date_words(*day) : none; }

Html facts(CaseView const& view) {
    auto const& file = view.file;
    return govuk::summary_list(
        {.rows = {
             {.key = {.text = "Owner"}, .value = {.text = or_none(view.owner_name, "Nobody yet")}},
             {.key = {.text = "Housing officer"},
              .value = {.text = or_none(view.housing_officer_name, "Not known")}},
             {.key = {.text = "Kind"}, .value = {.text = view.category_label}},
             {.key = {.text = "Next contact"}, .value = {.text = day_or(file.next_contact_by, "None due")}},
             {.key = {.text = "Risk"},
              .value = {.text =
                            file.risk_band ? std::string(words_of(*file.risk_band)) : "Not assessed yet"}},
             {.key = {.text = "Opened"}, .value = {.text = date_words(file.opened_on)}},
         }});
}

Html timeline(CaseView const& view) {
    Html html;
    for (auto const& item : view.timeline) {
        html << html::h3(item.heading) << html::p(item.by + ", " + instant_words(item.at));
        for (auto const& [label, value] : item.facts) html << html::p(label + ": " + value);
        if (!item.said.empty()) html << html::typed_text(item.said);
    }
    return html;
}

}  // namespace

http::Response show_overview(Visit& visit) {
    auto const view = usecases::cases::view_case(visit.context, visit.request.parameter("reference"), {});
    if (!view) return visit.refused(view.error());
    auto const address = "/cases/" + view->file.reference;
    Html body;
    body << html::hint(view->file.reference) << html::h1(view->file.title) << facts(*view);
    if (view->may_work) body << govuk::button({.text = "Record contact", .href = address + "/contacts/new"});
    body << html::h2("Chronology") << timeline(*view);

    Page page;
    page.title = view->file.title;
    page.breadcrumbs = {{"Cases", "/cases"}};
    page.current_section = "cases";
    page.print_reference = view->file.reference;
    page.body = std::move(body);
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::cases
