#include "pages/places/person.h"

#include "base/text.h"
#include "govuk/moj_alert.h"
#include "govuk/record_heading.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "govuk/tag.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "pages/errors/error_pages.h"
#include "pages/triage/report_parts.h"
#include "usecases/find/view_person.h"

namespace doorstep::pages::places {
namespace {

using storage::person_search::PartInCase;
using usecases::find::PersonView;

Html parts_table(std::vector<PartInCase> const& parts, std::string caption) {
    if (parts.empty()) return {};
    govuk::Table table{.rows = {},
                       .head = {{.text = "Case"}, {.text = "Part"}, {.text = "Opened"}, {.text = "Stage"}},
                       .caption = std::move(caption),
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true,
                       .stacks = true};
    for (auto const& part : parts) {
        Html what = html::div("ds-line", html::a(cases::case_address(part.reference), part.title));
        what << html::div("ds-line ds-line--second", html::nowrap(part.reference));
        table.rows.push_back({{.html = what},
                              {.text = std::string(words_of(part.part))},
                              {.text = date_words(part.opened_on)},
                              {.text = part.is_closed ? "Closed" : "Not closed"}});
    }
    return govuk::table_wrap({.table = table});
}

Html details_of(PersonView const& view) {
    govuk::SummaryList list;
    auto const add = [&](char const* key, std::string value) {
        list.rows.push_back(
            {.key = {.text = key}, .value = {.text = value.empty() ? "Not known" : std::move(value)}});
    };
    add("Name", view.person.name);
    add("Address", view.address);
    add("Telephone", view.person.telephone);
    add("E-mail", view.person.email);
    if (view.person.date_of_birth) add("Date of birth", date_words(*view.person.date_of_birth));
    return govuk::summary_list(list);
}

}  // namespace

http::Response show_person(Visit& visit) {
    auto const id = PersonId::parse(visit.request.parameter("id"));
    if (!id) return page_not_found(visit);
    auto const view = usecases::find::view_person(visit.context, *id);
    if (!view) return visit.refused(view.error());
    Page page;
    page.title = "Person";
    page.current_section = "cases";
    page.breadcrumbs = {{"Cases", "/cases"}, {"Search", "/search"}};
    page.body << govuk::record_heading({.caption = "Person", .title = "In the cases you can see"});
    if (view->on_both_sides())
        page.body << govuk::moj_alert(
            {.variant = "warning",
             .title = "On both sides",
             .text =
                 "They reported in one case and are complained about in another. Nothing about one side may "
                 "reach the other. How to reach them safely is agreed case by case.",
             .show_title_as_heading = true});
    page.body << html::two_thirds(details_of(*view));
    page.body << parts_table(view->reporting, "On the reporting side")
              << parts_table(view->complained_about, "Complained about")
              << parts_table(view->neutral, "On neither side");
    if (!view->reports.empty()) page.body << triage::reports_table(view->reports, "Reports they made");
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::places
