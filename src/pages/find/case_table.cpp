#include "pages/find/case_table.h"

#include "govuk/table_wrap.h"
#include "govuk/tag.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"

namespace doorstep::pages::find {

using storage::case_list::ListedCase;

namespace {

Html line(Html const& content) { return html::div("ds-line", content); }
Html second_line(Html const& content) { return html::div("ds-line ds-line--second", content); }
Html red(std::string words) { return govuk::tag({.text = std::move(words), .classes = "govuk-tag--red"}); }

bool is_late(std::optional<Date> by, Date today) { return by && *by < today; }

}  // namespace

govuk::TableCell case_cell(ListedCase const& listed) {
    Html cell = line(html::a(cases::case_address(listed.reference), listed.title));
    cell << second_line(html::nowrap(listed.reference));
    if (listed.in_danger) cell << line(red("Danger"));
    if (listed.self_harm) cell << line(red("Self-harm"));
    if (listed.restricted) cell << line(red("Restricted"));
    return {.html = cell};
}

govuk::TableCell owner_cell(ListedCase const& listed) {
    Html cell = line(Html::text(listed.owner_name.empty() ? "Nobody yet" : listed.owner_name));
    if (!listed.area_name.empty()) cell << second_line(Html::text(listed.area_name));
    return {.html = cell};
}

govuk::TableCell risk_cell(ListedCase const& listed) {
    if (!listed.risk_band && !listed.taken_as_high) return {.text = "Not assessed"};
    return {.html =
                govuk::tag(cases::risk_tag(listed.risk_band, storage::case_list::before_assessment(listed)))};
}

govuk::TableCell due_cell(ListedCase const& listed, Date today) {
    if (listed.is_closed())
        return {.text = listed.closed_on ? "Closed " + date_words(*listed.closed_on) : "Closed"};
    Html cell;
    if (listed.next_contact_by)
        cell << line(Html::text(date_words(*listed.next_contact_by)));
    else
        cell << line(Html::text("None due"));
    if (is_late(listed.next_contact_by, today)) cell << line(red("Contact overdue"));
    if (is_late(listed.risk_review_by, today)) cell << line(red("Risk overdue"));
    if (!listed.plan_agreed_on && is_late(listed.plan_by, today)) cell << line(red("Plan overdue"));
    if (listed.state != domain::cases::State::open) cell << line(govuk::tag(cases::stage_tag(listed.state)));
    return {.html = cell};
}

Html short_case_table(std::vector<ListedCase> const& cases, std::string caption, Date today) {
    govuk::Table table{
        .rows = {},
        .head = {{.text = "Case"}, {.text = "Owner"}, {.text = "Risk"}, {.text = "Next contact"}},
        .caption = std::move(caption),
        .caption_classes = "govuk-table__caption--m",
        .first_cell_is_header = true,
        .stacks = true};
    for (auto const& listed : cases)
        table.rows.push_back(
            {case_cell(listed), owner_cell(listed), risk_cell(listed), due_cell(listed, today)});
    return govuk::table_wrap({.table = table});
}

}  // namespace doorstep::pages::find
