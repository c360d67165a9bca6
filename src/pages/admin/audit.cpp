#include "domain/events/kinds.h"
#include "govuk/empty_state.h"
#include "govuk/moj_filter.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/admin/admin_page.h"
#include "pages/admin/settings_pages.h"
#include "pages/paging.h"
#include "usecases/audit/search_audit.h"

namespace doorstep::pages::admin {
namespace {

using usecases::audit::AuditPage;
using usecases::audit::SearchAudit;
using usecases::audit::Side;

/// The week that is shown before anybody asks for another.
constexpr int days_shown_first = 7;

struct TypedAudit {
    std::optional<Side> side;
    std::optional<Date> from;
    std::optional<Date> to;
    std::string who;
};

forms::Form<TypedAudit> const& audit_form() {
    static auto const form = forms::form<TypedAudit>(
        "audit",
        forms::radios_field(&TypedAudit::side, {.name = "side", .label = "Show", .small_choices = true}),
        forms::date_field(&TypedAudit::from, {.name = "from", .label = "First day"}),
        forms::date_field(&TypedAudit::to, {.name = "to", .label = "Last day"}),
        forms::select_field(&TypedAudit::who, {.name = "who", .label = "By whom"}));
    return form;
}

std::string case_words(std::optional<std::string> const& reference) {
    return reference ? *reference : "A case you cannot open";
}

std::string about_words(storage::audit::EventRow const& event) {
    using storage::events::ChainKind;
    return event.about == ChainKind::case_file ? case_words(event.reference)
                                               : std::string(words_of(event.about));
}

std::string kind_words(std::string const& kind) {
    auto const* known = domain::events::kind_named(kind);
    return known ? std::string(known->heading) : kind;
}

Html done_table(AuditPage const& found) {
    govuk::Table table{.rows = {},
                       .head = {{.text = "When"}, {.text = "What"}, {.text = "About"}, {.text = "Who"}},
                       .caption = "What was done",
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true};
    for (auto const& event : found.events) {
        Html who =
            html::div("ds-line", Html::text(event.actor_name.empty() ? "A resident" : event.actor_name));
        who << html::div("ds-line ds-line--second", Html::text(words_of(event.door)));
        table.rows.push_back({{.text = instant_words(event.at)},
                              {.text = kind_words(event.kind)},
                              {.text = about_words(event)},
                              {.html = who}});
    }
    return govuk::table_wrap({.table = table, .label = ""});
}

Html seen_table(AuditPage const& found) {
    govuk::Table table{
        .rows = {},
        .head = {{.text = "When"}, {.text = "What"}, {.text = "Case"}, {.text = "Who"}, {.text = "Reason"}},
        .caption = "What was looked at",
        .caption_classes = "govuk-table__caption--m",
        .first_cell_is_header = true};
    for (auto const& view : found.views) {
        auto what = view.what;
        if (!what.empty() && what.front() >= 'a' && what.front() <= 'z')
            what.front() = static_cast<char>(what.front() - 'a' + 'A');
        table.rows.push_back({{.text = instant_words(view.at)},
                              {.text = what},
                              {.text = view.about_case ? case_words(view.reference) : ""},
                              {.text = view.account_name},
                              {.text = view.reason}});
    }
    return govuk::table_wrap({.table = table, .label = ""});
}

Html audit_page_links(Visit const& visit, AuditPage const& found) {
    auto const link = [&](int page, char const* words) {
        auto query = visit.request.query;
        query.set("page", std::to_string(page));
        std::string target = "/admin/audit?";
        bool first = true;
        for (auto const& [name, value] : query) {
            target += (first ? "" : "&") + http::percent_encode(name) + "=" + http::percent_encode(value);
            first = false;
        }
        return html::a(target, words);
    };
    std::vector<Html> links;
    if (found.page > 1) links.push_back(link(found.page - 1, "Newer"));
    if (found.has_more) links.push_back(link(found.page + 1, "Older"));
    return links.empty() ? Html() : html::p(html::join(links, " "));
}

}  // namespace

http::Response show_audit(Visit& visit) {
    forms::Choices choices;
    auto parsed = forms::parse(audit_form(), visit.request.query,
                               {.today = visit.context.today, .language = visit.language(), .choices = {}});
    SearchAudit search;
    search.side = parsed.input.side.value_or(Side::done);
    search.to = parsed.input.to.value_or(visit.context.today);
    search.from = parsed.input.from.value_or(search.to.plus_days(1 - days_shown_first));
    search.account = AccountId::parse(visit.request.query.value("who"));
    search.page = page_number(visit.request.query);
    auto problems = std::move(parsed.problems);
    // Who is among the people is only known below.
    std::erase_if(problems, [](Problem const& problem) { return problem.field == "who"; });
    auto found = usecases::audit::search_audit(visit.context, search);
    if (!found && is_about_the_form(found.error())) {
        problems = problems_of(found.error());
        search.from = search.to;
        found = usecases::audit::search_audit(visit.context, search);
    }
    if (!found) return visit.refused(found.error());

    choices["who"].push_back({.value = "", .text = "Anybody"});
    for (auto const& [id, name] : found->people)
        choices["who"].push_back({.value = std::string(id.text()), .text = name});
    TypedAudit typed{.side = search.side, .from = search.from, .to = search.to, .who = ""};
    if (search.account) typed.who = search.account->text();
    auto const shapes = audit_form().shapes();

    govuk::MojFilter filters;
    filters.options_html = forms::render_fields(
        shapes, {.typed = problems.empty() ? forms::fill(audit_form(), typed) : parsed.typed,
                 .problems = problems,
                 .choices = choices});
    Html content;
    if (found->events.empty() && found->views.empty())
        content << govuk::empty_state({.title = "Nothing on these days",
                                       .text = "Choose other days, or anybody.",
                                       .html = {},
                                       .action_text = "",
                                       .action_href = ""});
    else
        content << (search.side == Side::done ? done_table(*found) : seen_table(*found))
                << audit_page_links(visit, *found);
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1("Audit");
    body << html::p("Who did what, and who looked at what. Looking here is logged too.");
    body << govuk::filter_layout({.action = "/admin/audit", .filter = filters, .content = content});
    auto page = admin_page(visit, Section::audit, "Audit", body);
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

}  // namespace doorstep::pages::admin
