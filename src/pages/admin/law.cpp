#include "pages/admin/law.h"

#include <algorithm>

#include "base/text.h"
#include "domain/access/permissions.h"
#include "govuk/empty_state.h"
#include "govuk/inset_text.h"
#include "govuk/moj_filter.h"
#include "govuk/table_wrap.h"
#include "govuk/tag.h"
#include "html/elements.h"
#include "pages/admin/law_words.h"

namespace doorstep::pages::admin {

using usecases::law::CommencementView;
using usecases::law::LawFilter;
using usecases::law::LawQuery;
using usecases::law::LawRowView;
using usecases::law::LawSubjectView;

std::string law_dates(legal::Provision const& provision) {
    if (provision.is_pending) return "Not yet in force";
    auto const until =
        provision.in_force_until ? date_words(provision.in_force_until->plus_days(-1)) : std::string();
    if (!provision.in_force_from) return until.empty() ? "Always" : "Until " + until;
    auto const from = date_words(*provision.in_force_from);
    return until.empty() ? "From " + from : from + " to " + until;
}

Html law_tags(LawRowView const& row) {
    std::vector<Html> tags;
    auto const add = [&](char const* text, char const* colour) {
        tags.push_back(govuk::tag({.text = text, .classes = std::string("govuk-tag--") + colour}));
    };
    if (row.provision.is_pending) add("Not yet in force", "grey");
    if (!legal::is_confirmed(row.provision.evidence)) add("Not confirmed", "yellow");
    if (row.is_check_due) add("Check again", "orange");
    if (row.has_proposal) add("Start date proposed", "blue");
    return tags.empty() ? Html() : html::div("ds-line", html::join(tags, " "));
}

std::string law_state_words(std::string const& state) {
    if (state == "proposed") return "Waiting to be approved";
    return state == "approved" ? "Approved" : "Refused";
}

std::string law_tenancy_words(std::optional<legal::Tenancy> const& tenancy) {
    return tenancy ? std::string(words_of(*tenancy)) : "Every tenancy";
}

std::string start_proposal_href(CommencementView const& proposal) {
    return "/admin/law/proposals/" + proposal.stored.id;
}

Page law_page_below(Visit& visit, std::string title, Html const& body) {
    auto page = admin_page_below(visit, Section::law, {"Law in use", "/admin/law"}, std::move(title), body);
    if (!domain::access::may(visit.context.viewer, domain::access::Action::see_settings))
        page.breadcrumbs.erase(page.breadcrumbs.begin());
    return page;
}

namespace {

struct TypedLawFilter {
    std::string words;
    std::string subject;
    std::optional<LawFilter> state;
};

forms::Form<TypedLawFilter> const& law_filter_form() {
    static auto const form = forms::form<TypedLawFilter>(
        "law", forms::text_field(&TypedLawFilter::words, {.name = "words", .label = "Words"}),
        forms::select_field(&TypedLawFilter::subject, {.name = "subject", .label = "About"}),
        forms::radios_field(&TypedLawFilter::state,
                            {.name = "state", .label = "Show", .small_choices = true}));
    return form;
}

Html title_cell(LawRowView const& row) {
    Html cell = html::div("ds-line", html::a("/admin/law/" + row.provision.id, row.provision.title));
    auto when = law_dates(row.provision);
    if (row.provision.tenancy) when = law_tenancy_words(row.provision.tenancy) + ". " + when;
    cell << html::div("ds-line ds-line--second", Html::text(when));
    return cell << law_tags(row);
}

Html law_source_cell(LawRowView const& row) {
    Html cell = html::div("ds-line", Html::text(row.provision.source));
    cell << html::div("ds-line ds-line--second",
                      Html::text("Checked " + date_words(row.provision.checked_on)));
    return cell;
}

Html subject_table(LawSubjectView const& subject) {
    govuk::Table table{.rows = {},
                       .head = {{.text = "Provision"}, {.text = "Value"}, {.text = "Source"}},
                       .caption = subject.subject.title,
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true,
                       .stacks = true};
    for (auto const& row : subject.rows)
        table.rows.push_back({{.html = title_cell(row)},
                              {.text = legal::words_for(row.provision)},
                              {.html = law_source_cell(row)}});
    return govuk::table_wrap({.table = table, .label = ""});
}

/// Before anybody asks for rows: what there is to look at.
Html subjects_table(std::vector<LawSubjectView> const& subjects) {
    govuk::Table table{.rows = {},
                       .head = {{.text = "About"},
                                {.text = "Rows", .format = "numeric"},
                                {.text = "Not confirmed", .format = "numeric"},
                                {.text = "Not yet in force", .format = "numeric"}},
                       .caption = "What the law in use is about",
                       .caption_classes = "govuk-visually-hidden",
                       .first_cell_is_header = true};
    for (auto const& subject : subjects) {
        auto const& rows = subject.rows;
        auto const unsure = std::count_if(rows.begin(), rows.end(), [](auto const& row) {
            return !legal::is_confirmed(row.provision.evidence);
        });
        auto const pending =
            std::count_if(rows.begin(), rows.end(), [](auto const& row) { return row.provision.is_pending; });
        auto const cell = [](auto count) {
            return govuk::TableCell{.text = std::to_string(count), .format = "numeric"};
        };
        table.rows.push_back(
            {{.html = html::a("/admin/law?subject=" + subject.subject.code, subject.subject.title)},
             cell(rows.size()),
             cell(unsure),
             cell(pending)});
    }
    return govuk::table_wrap({.table = table, .label = ""});
}

Html waiting_starts(std::vector<CommencementView> const& waiting) {
    if (waiting.empty()) return {};
    std::vector<Html> items;
    for (auto const& proposal : waiting)
        items.push_back(html::a(start_proposal_href(proposal),
                                proposal.title + ": from " + date_words(proposal.stored.in_force_from)));
    Html out = html::h2("Waiting to be approved");
    out << html::list(items);
    return out;
}

}  // namespace

http::Response show_law(Visit& visit) {
    auto const everything = usecases::law::view_law(visit.context, {});
    if (!everything) return visit.refused(everything.error());
    forms::Choices choices;
    choices["subject"].push_back({.value = "", .text = "Everything"});
    for (auto const& subject : everything->all_subjects)
        choices["subject"].push_back({.value = subject.code, .text = subject.title});
    auto parsed =
        forms::parse(law_filter_form(), visit.request.query,
                     {.today = visit.context.today, .language = visit.language(), .choices = choices});
    auto const& typed = parsed.input;
    auto const found = usecases::law::view_law(
        visit.context,
        {.subject = typed.subject, .filter = typed.state.value_or(LawFilter::all), .words = typed.words});
    if (!found) return visit.refused(found.error());

    auto const shapes = law_filter_form().shapes();
    govuk::MojFilter filters;
    filters.options_html = forms::render_fields(
        shapes, {.typed = parsed.problems.empty()
                              ? forms::fill(law_filter_form(), {typed.words, typed.subject,
                                                                typed.state.value_or(LawFilter::all)})
                              : parsed.typed,
                 .problems = parsed.problems,
                 .choices = choices});
    Html content = html::p(found->found == found->in_all ? text::count_of(found->in_all, "row", "rows")
                                                         : std::to_string(found->found) + " of " +
                                                               text::count_of(found->in_all, "row", "rows"));
    if (found->subjects.empty())
        content << govuk::empty_state({.title = "Nothing like this",
                                       .text = "Try other words, or another subject.",
                                       .html = {},
                                       .action_text = "Show everything",
                                       .action_href = "/admin/law"});
    bool const asks_for_rows = !typed.subject.empty() || !typed.words.empty() ||
                               typed.state.value_or(LawFilter::all) != LawFilter::all;
    if (!asks_for_rows) content << subjects_table(found->subjects);
    for (auto const& subject : found->subjects)
        if (asks_for_rows) content << subject_table(subject);
    Html body = forms::problem_summary(parsed.problems, shapes, visit.language());
    body << html::h1("Law in use");
    body << html::p(
        "The periods, ages, amounts and bodies that Doorstep counts by. What happened is judged by the law "
        "of "
        "its own day. A row that is not confirmed has to be checked before anybody relies on it. This is no "
        "legal advice.");
    body << waiting_starts(found->waiting);
    body << govuk::filter_layout({.action = "/admin/law", .filter = filters, .content = content});
    auto page = admin_page(visit, Section::law, "Law in use", body);
    page.has_errors = !parsed.problems.empty();
    return visit.page(std::move(page), parsed.problems.empty() ? 200 : 422);
}

}  // namespace doorstep::pages::admin
