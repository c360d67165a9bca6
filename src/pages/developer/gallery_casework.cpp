#include "govuk/checkboxes.h"
#include "govuk/moj_alert.h"
#include "govuk/moj_badge.h"
#include "govuk/moj_button_menu.h"
#include "govuk/moj_filter.h"
#include "govuk/moj_notification_badge.h"
#include "govuk/moj_page_header_actions.h"
#include "govuk/moj_side_navigation.h"
#include "govuk/moj_sub_navigation.h"
#include "govuk/moj_timeline.h"
#include "govuk/record_heading.h"
#include "govuk/sorting.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/developer/gallery_sections.h"

namespace doorstep::pages::developer {

namespace {

Html alerts() {
    Html out = govuk::moj_alert({.variant = "error",
                                 .title = "Two officers",
                                 .html = html::p("Visit with two officers until 1 March 2027.")});
    out << govuk::moj_alert({.variant = "warning",
                             .title = "Safe contact",
                             .text = "Text first. No voicemail. No letters.",
                             .show_title_as_heading = true,
                             .heading_tag = "h4",
                             .classes = "ds-alert--safe-contact"});
    out << govuk::moj_alert(
        {.variant = "information", .title = "Restricted", .text = "Four people may see this case."});
    out << govuk::moj_alert({.variant = "success", .title = "Plan agreed on 3 June 2026"});
    return out;
}

Html sections() {
    std::vector<govuk::MojSubNavigationItem> items;
    for (auto const* words : {"Overview", "People (3)", "Incidents (14)", "Evidence (6)", "Risk",
                              "Plan and contacts", "Action", "Partners", "File"})
        items.push_back({.text = words, .href = "#", .active = items.empty()});
    return govuk::moj_sub_navigation({.label = "Case", .items = std::move(items)});
}

Html what_happened() {
    Html contact = html::p("Spoke by telephone. The music stopped on Friday and has not started again.");
    contact << govuk::moj_badge({.text = "Staff only", .classes = "moj-badge--grey"});
    Html plan = html::p("Four steps, agreed with the resident. Copy sent by text.");
    plan << govuk::moj_badge({.text = "Resident can see", .classes = "moj-badge--blue"});
    return govuk::moj_timeline({
        .items = {{.label = {.text = "Contact recorded"},
                   .byline = {.text = "Dana Okafor"},
                   .datetime = {.timestamp = "2026-06-08T14:05:00+01:00", .words = "8 June 2026 at 2:05pm"},
                   .html = contact},
                  {.label = {.text = "Action plan agreed"},
                   .byline = {.text = "Dana Okafor"},
                   .datetime = {.timestamp = "2026-06-04T09:00:00+01:00", .words = "4 June 2026 at 9am"},
                   .html = plan},
                  {.label = {.text = "Case opened"},
                   .byline = {.text = "Sam Whitfield"},
                   .datetime = {.timestamp = "2026-06-03T16:40:00+01:00", .words = "3 June 2026 at 4:40pm"},
                   .text = "From a report made on this site."}},
        .heading_level = 4,
    });
}

Html case_page() {
    Html out =
        govuk::record_heading({.caption = "ASB-26-00142",
                               .title = "Loud music, Acre Court",
                               .tags = {{.text = "Open", .classes = "govuk-tag--blue"},
                                        {.text = "High risk", .classes = "govuk-tag--red"},
                                        {.text = "Contact 2 days overdue", .classes = "govuk-tag--red"}},
                               .heading_level = 3});
    Html main = html::h3("To do");
    main << html::list(
        {html::a("#", "Record a contact: 2 days overdue"), html::a("#", "Review the risk by 12 June")});
    Html side = html::h3("Add to this case");
    side << html::list(
        {html::a("#", "Contact"), html::a("#", "Incident"), html::a("#", "Evidence"), html::a("#", "Note")});
    out << html::two_columns(main, side);
    return out;
}

Html cases() {
    Html out = govuk::moj_page_header_actions(
        {.heading = {.text = "Cases", .level = 4, .classes = "govuk-heading-l"},
         .items = {{.text = "Take a report", .href = "#"},
                   {.text = "Print this list",
                    .type = "button",
                    .classes = "govuk-button--secondary",
                    .attributes = {{.name = "data-print", .value = ""}, {.name = "hidden", .value = ""}}}}});
    auto const row = [](char const* reference, char const* title, char const* due, char const* owner) {
        return std::vector<govuk::TableCell>{{.html = html::a("#", reference), .classes = "ds-nowrap"},
                                             {.text = title},
                                             {.text = due},
                                             {.text = owner}};
    };
    Html list = html::h3("112 cases");
    list << govuk::table_wrap(
        {.table = {.rows = {row("ASB-26-00142", "Loud music, Acre Court", "2 days overdue", "Dana Okafor"),
                            row("ASB-26-00139", "Dogs, Brook Lane", "by 5pm on 10 June", "Sam Whitfield"),
                            row("ASB-26-00120", "Rubbish in stairwell, Elder House", "by 5pm on 12 June",
                                "Dana Okafor")},
                   .head = {{.text = "Case"},
                            {.text = "What and where"},
                            govuk::sort_heading("Next contact", "#", govuk::SortDirection::ascending),
                            govuk::sort_heading("Owner", "#", govuk::SortDirection::none)},
                   .first_cell_is_header = true},
         .label = "Cases"});
    out << govuk::filter_layout({
        .action = "/developer/components",
        .filter = {.selected_filters = {.clear_link = {.href = "#"},
                                        .categories = {{.heading = {.text = "Owner"},
                                                        .items = {{.href = "#", .text = "Dana Okafor"}}},
                                                       {.heading = {.text = "Due"},
                                                        .items = {{.href = "#", .text = "Overdue"},
                                                                  {.href = "#", .text = "Today"}}}}},
                   .options_html = govuk::checkboxes(
                       {.fieldset = {.legend = {.text = "Stage", .classes = "govuk-fieldset__legend--s"}},
                        .name = "stage",
                        .items = {{.text = "Open", .value = "open"}, {.text = "Paused", .value = "paused"}},
                        .classes = "govuk-checkboxes--small"})},
        .content = list,
    });
    return out;
}

Html short_table() {
    return govuk::table_wrap(
        {.table = {
             .rows = {{{.text = "Dana Okafor"},
                       {.text = "34", .format = "numeric"},
                       {.text = "3 June", .attributes = govuk::sort_value("20260603")}},
                      {{.text = "Sam Whitfield"},
                       {.text = "28", .format = "numeric"},
                       {.text = "30 May", .attributes = govuk::sort_value("20260530")}}},
             .head = {{.text = "Officer",
                       .attributes = govuk::sortable_heading(govuk::SortDirection::ascending)},
                      {.text = "Open", .format = "numeric", .attributes = govuk::sortable_heading()},
                      {.text = "Longest wait", .attributes = govuk::sortable_heading()}},
             .caption = "Cases by officer",
             .attributes = govuk::sortable_table(),
         }});
}

}  // namespace

Html casework_section() {
    Html out = html::h2("Casework (staff)");
    out << example("A case", case_page()) << example("Alert", alerts())
        << example("Sub navigation", sections()) << example("Timeline", what_happened())
        << example("A list with its filter", cases())
        << example("Sortable table (short tables only)", short_table());
    out << example("Button menu", govuk::moj_button_menu(
                                      {.button = {.text = "More acts", .classes = "govuk-button--secondary"},
                                       .items = {{.text = "Hand over", .href = "#"},
                                                 {.text = "Pause", .href = "#"},
                                                 {.text = "Link", .href = "#"}}}));
    out << example("Notification badge",
                   govuk::moj_notification_badge({.count = 3, .visually_hidden_text = "reports"}));
    out << example("Side navigation",
                   govuk::moj_side_navigation({.label = "Settings",
                                               .items = {{.text = "Accounts", .href = "#", .active = true},
                                                         {.text = "Lists", .href = "#"},
                                                         {.text = "Standards", .href = "#"},
                                                         {.text = "Wording", .href = "#"}}}));
    return html::section("ds-gallery__section", "Casework", out);
}

}  // namespace doorstep::pages::developer
