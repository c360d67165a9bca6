#include "pages/triage/report_parts.h"

#include "base/text.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"

namespace doorstep::pages::triage {

using domain::reports::State;
using storage::reports::ListedReport;

namespace {

constexpr std::size_t words_of_report_shown = 160;

govuk::Tag coloured(std::string words, char const* colour) {
    return {.text = std::move(words), .classes = colour};
}

}  // namespace

std::string report_address(ReportId id) { return "/triage/" + std::string(id.text()); }

std::vector<govuk::Tag> flag_tags(ListedReport const& listed) {
    auto const& report = listed.report;
    std::vector<govuk::Tag> tags;
    if (report.in_danger) tags.push_back(coloured("Danger", "govuk-tag--red"));
    if (report.self_harm) tags.push_back(coloured("Self-harm", "govuk-tag--red"));
    if (report.taken_as_high && !report.case_file)
        tags.push_back(coloured("High risk until assessed", "govuk-tag--red"));
    if (report.hate) tags.push_back(coloured("Hate", "govuk-tag--orange"));
    if (report.high_profile) tags.push_back(coloured("Restricted", "govuk-tag--red"));
    if (report.state == State::being_looked_at)
        tags.push_back(coloured(
            listed.looked_at_by_name.empty() ? "Being looked at" : listed.looked_at_by_name + " is looking",
            "govuk-tag--teal"));
    return tags;
}

govuk::Tag clock_tag(Date first_contact_by, Date today) {
    auto const left = days_between(today, first_contact_by);
    if (left < 0) return coloured(text::count_of(-left, "day", "days") + " overdue", "govuk-tag--red");
    if (left == 0) return coloured("Due today", "govuk-tag--orange");
    if (left == 1) return coloured("Due tomorrow", "govuk-tag--yellow");
    return coloured(text::count_of(left, "day", "days") + " left", "govuk-tag--grey");
}

std::string place_words(ListedReport const& listed) {
    if (!listed.address_line.empty()) return listed.address_line;
    auto const& report = listed.report;
    if (!report.place_text.empty() && !report.postcode.empty() &&
        report.place_text.find(report.postcode) == std::string::npos)
        return report.place_text + ", " + report.postcode;
    if (!report.place_text.empty()) return report.place_text;
    return report.postcode.empty() ? "Not said" : report.postcode;
}

std::string reporter_words(domain::reports::Report const& report) {
    if (report.anonymous) return "Wants to stay anonymous";
    if (!report.reporter_name.empty()) return report.reporter_name;
    return report.who_for == domain::reports::WhoFor::staff ? "One of our staff" : "Gave no name";
}

Html reports_table(std::vector<ListedReport> const& reports, std::string caption) {
    govuk::Table table{.rows = {},
                       .head = {{.text = "Report"}, {.text = "Received"}, {.text = "What became of it"}},
                       .caption = std::move(caption),
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true};
    for (auto const& listed : reports) {
        auto const& report = listed.report;
        Html what = html::div("ds-line", html::a(report_address(report.id), report.reference));
        what << html::div("ds-line ds-line--second",
                          Html::text(text::shorten(report.what_happened, words_of_report_shown)));
        Html state = html::div("ds-line", Html::text(words_of(report.state)));
        if (!listed.case_reference.empty())
            state << html::div("ds-line ds-line--second",
                               html::a(cases::case_address(listed.case_reference), listed.case_reference));
        table.rows.push_back({{.html = what}, {.text = date_words(report.received_on)}, {.html = state}});
    }
    return govuk::table_wrap({.table = table});
}

}  // namespace doorstep::pages::triage
