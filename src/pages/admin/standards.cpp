#include "pages/admin/standards.h"

#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "govuk/tag.h"
#include "html/elements.h"
#include "legal/standard_ids.h"
#include "pages/admin/admin_page.h"
#include "pages/admin/dates_of_use.h"
#include "usecases/standards/change_standard.h"

namespace doorstep::pages::admin {
namespace {

using legal::StandardRow;
using usecases::standards::Proposal;
using usecases::standards::ProposeStandard;
using usecases::standards::StandardDecision;
using usecases::standards::StandardHistory;
using usecases::standards::StandardNow;

std::string scope_words(std::string_view scope) {
    namespace scopes = legal::standard_scopes;
    if (scope == scopes::high_risk) return "High risk";
    if (scope == scopes::medium_risk) return "Medium risk";
    if (scope == scopes::standard_risk) return "Standard risk";
    if (scope == scopes::unresolved) return "Closed unresolved";
    if (scope == scopes::resident) return "Residents";
    if (scope == scopes::staff) return "Staff";
    return "Everything else";
}

Crumb standards_crumb() { return {"Standards", "/admin/standards"}; }

std::string propose_href(std::string_view id, std::string_view scope) {
    return "/admin/standards/" + std::string(id) + "/proposals/new" +
           (scope.empty() ? "" : "?for=" + std::string(scope));
}

std::string proposal_href(Proposal const& proposal) {
    return "/admin/standards/proposals/" + proposal.stored.id;
}

Html standard_cell(StandardNow const& now) {
    Html cell = html::div("ds-line", html::a("/admin/standards/" + now.row.id, now.row.title));
    if (!now.row.applies_to.empty())
        cell << html::div("ds-line ds-line--second", Html::text(scope_words(now.row.applies_to)));
    return cell;
}

Html value_cell(StandardNow const& now) {
    Html cell = html::div("ds-line", Html::text(legal::words_for(now.row.value, now.row.unit)));
    if (now.next)
        cell << html::div("ds-line ds-line--second",
                          Html::text(legal::words_for(now.next->value, now.next->unit) + " from " +
                                     date_words(now.next->in_force_from)));
    return cell;
}

Html source_cell(StandardNow const& now) {
    Html cell = html::div("ds-line", Html::text(now.row.source));
    if (now.is_own) cell << html::div("ds-line", govuk::tag({.text = "Yours", .classes = "govuk-tag--blue"}));
    if (now.has_proposal)
        cell << html::div("ds-line", govuk::tag({.text = "Change proposed", .classes = "govuk-tag--yellow"}));
    return cell;
}

Html waiting_list(std::vector<Proposal> const& waiting) {
    if (waiting.empty()) return {};
    std::vector<Html> items;
    for (auto const& proposal : waiting)
        items.push_back(html::a(proposal_href(proposal), proposal.title + ": " + proposal.value_words +
                                                             " from " +
                                                             date_words(proposal.stored.in_force_from)));
    Html out = html::h2("Waiting to be approved");
    out << html::list(items);
    return out;
}

Html row_table(std::vector<StandardRow> const& rows, char const* caption) {
    govuk::Table table{
        .rows = {},
        .head = {{.text = "For"}, {.text = "Promise"}, {.text = "In force"}, {.text = "Source"}},
        .caption = caption,
        .caption_classes = "govuk-table__caption--m",
        .first_cell_is_header = true};
    for (auto const& row : rows) {
        Html source = html::div("ds-line", Html::text(row.source));
        if (!row.note.empty()) source << html::div("ds-line ds-line--second", Html::text(row.note));
        table.rows.push_back({{.text = scope_words(row.applies_to)},
                              {.text = legal::words_for(row.value, row.unit)},
                              {.text = days_in_use(row.in_force_from, row.in_force_until)},
                              {.html = source}});
    }
    return govuk::table_wrap({.table = table, .label = ""});
}

std::string state_words(std::string const& state) {
    if (state == "proposed") return "Waiting to be approved";
    return state == "approved" ? "Approved" : "Refused";
}

Html proposal_table(std::vector<Proposal> const& proposals) {
    if (proposals.empty()) return {};
    govuk::Table table{
        .rows = {},
        .head = {{.text = "Change"}, {.text = "In force"}, {.text = "Proposed by"}, {.text = "Decision"}},
        .caption = "Proposals",
        .caption_classes = "govuk-table__caption--m",
        .first_cell_is_header = true};
    for (auto const& proposal : proposals) {
        auto const& stored = proposal.stored;
        Html decision = html::div("ds-line", Html::text(state_words(stored.state)));
        if (!proposal.decided_by.empty())
            decision << html::div("ds-line ds-line--second", Html::text(proposal.decided_by));
        table.rows.push_back({{.html = html::a(proposal_href(proposal),
                                               scope_words(stored.applies_to) + ": " + proposal.value_words)},
                              {.text = days_in_use(stored.in_force_from, stored.in_force_until)},
                              {.text = proposal.proposed_by},
                              {.html = decision}});
    }
    return govuk::table_wrap({.table = table, .label = ""});
}

Html propose_links(StandardHistory const& history, Date today) {
    if (!history.may_propose) return {};
    std::vector<Html> links;
    for (auto const& row : history.shipped)
        if (row.is_in_force(today))
            links.push_back(html::a(propose_href(row.id, row.applies_to),
                                    history.shipped.size() == 1
                                        ? "Propose a change"
                                        : "Propose a change: " + scope_words(row.applies_to)));
    return html::list(links);
}

// The last day is asked for; what is kept is the day after.
struct TypedProposal {
    std::optional<int> value;
    std::optional<bool> yes;
    Date from;
    std::optional<Date> last_day;
    std::string reason;
};

forms::Form<TypedProposal> make_propose_form(bool is_yes_no, std::string const& suffix) {
    auto const value_checks = [&]() -> std::vector<forms::Check<int>> {
        return {forms::required("Enter a whole number")};
    };
    auto value = is_yes_no ? forms::yes_no_field(&TypedProposal::yes, {.name = "value", .label = "New value"},
                                                 {forms::required("Choose yes or no")})
                           : forms::text_field(&TypedProposal::value,
                                               {.name = "value",
                                                .label = "New value",
                                                .classes = "govuk-input--width-5",
                                                .input_mode = "numeric",
                                                .suffix = suffix},
                                               value_checks());
    return forms::form<TypedProposal>(
        "propose-standard", std::move(value),
        forms::date_field(&TypedProposal::from,
                          {.name = "from", .label = "First day it is in force", .hint = "Tomorrow or later"},
                          {forms::required("Enter the first day it is in force")}),
        forms::date_field(&TypedProposal::last_day, {.name = "last-day",
                                                     .label = "Last day it is in force",
                                                     .hint = "Leave empty when it has no end yet",
                                                     .optional = true}),
        forms::textarea_field(&TypedProposal::reason,
                              {.name = "reason",
                               .label = "Why?",
                               .hint = "Where it was decided, for example a policy, a board or a meeting",
                               .rows = 3},
                              {forms::required("Enter why the promise changes"),
                               forms::at_most(500, "Why it changes must be 500 characters or fewer")}));
}

std::optional<StandardRow> row_in_force(StandardHistory const& history, std::string_view scope, Date day) {
    for (auto const* rows : {&history.own, &history.shipped})
        for (auto const& row : *rows)
            if (row.applies_to == scope && row.is_in_force(day)) return row;
    return std::nullopt;
}

std::string scope_asked(Visit const& visit) { return std::string(visit.request.query.value("for")); }

forms::Form<TypedProposal> propose_form_for(StandardRow const& row) {
    auto const unit = row.unit;
    bool const is_plain = unit == legal::Unit::yes_no || unit == legal::Unit::count;
    return make_propose_form(unit == legal::Unit::yes_no, is_plain ? "" : std::string(words_of(unit)));
}

http::Response propose_page(Visit& visit, StandardHistory const& history, StandardRow const& row,
                            http::Pairs typed, std::vector<Problem> problems) {
    auto const shapes = propose_form_for(row).shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1("Propose a change");
    body << govuk::inset_text({.text = row.title + " (" + scope_words(row.applies_to) + ") is " +
                                       legal::words_for(row.value, row.unit) + " now. " + row.source + "."});
    body << html::p("Somebody else has to approve it before it counts.");
    Html fields = forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems});
    fields << forms::buttons("Propose change", "/admin/standards/" + row.id);
    body << visit.form(propose_href(row.id, row.applies_to), fields);
    auto page = admin_page_below(visit, Section::standards, standards_crumb(), "Propose a change", body);
    page.breadcrumbs.push_back({history.title, "/admin/standards/" + history.id});
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

template <class Show>
http::Response with_row_to_change(Visit& visit, Show&& show) {
    auto const history = usecases::standards::view_standard(visit.context, visit.request.parameter("id"));
    if (!history) return visit.refused(history.error());
    auto const row = row_in_force(*history, scope_asked(visit), visit.context.today);
    if (!row)
        return visit.refused(
            Refusal(RefusalKind::not_found, "standard-unknown", "There is no such standard"));
    return show(*history, *row);
}

struct TypedDecision {
    std::optional<StandardDecision> decision;
};
forms::Form<TypedDecision> const& decision_form() {
    static auto const form = forms::form<TypedDecision>(
        "decide-standard",
        forms::radios_field(&TypedDecision::decision, {.name = "decision", .label = "What is your decision?"},
                            {forms::required("Choose whether to approve it")}));
    return form;
}

http::Response proposal_page(Visit& visit, Proposal const& proposal, std::vector<Problem> problems) {
    auto const& stored = proposal.stored;
    auto const shapes = decision_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1("A proposed change");
    govuk::SummaryList facts;
    auto const add = [&](char const* key, std::string value) {
        facts.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}, .actions = {}});
    };
    add("Standard", proposal.title);
    add("For", scope_words(stored.applies_to));
    add("Before", proposal.now_words);
    add("After", proposal.value_words);
    add("In force", days_in_use(stored.in_force_from, stored.in_force_until));
    add("Why", stored.reason);
    add("Proposed by", proposal.proposed_by);
    add("Proposed", instant_words(stored.proposed_at));
    add("State", state_words(stored.state));
    if (!proposal.decided_by.empty()) add("Decided by", proposal.decided_by);
    body << govuk::summary_list(facts);
    if (proposal.may_decide) {
        Html fields = forms::render_fields(shapes, {.typed = {}, .problems = problems});
        fields << forms::buttons("Save decision", "/admin/standards");
        body << visit.form(proposal_href(proposal), fields);
    } else if (stored.state == "proposed") {
        body << govuk::inset_text(
            {.text = "A manager other than " + proposal.proposed_by + " decides about it."});
    }
    auto page = admin_page_below(visit, Section::standards, standards_crumb(), "A proposed change", body);
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

}  // namespace

http::Response show_standards(Visit& visit) {
    auto const list = usecases::standards::list_standards(visit.context);
    if (!list) return visit.refused(list.error());
    auto const waiting = usecases::standards::waiting_proposals(visit.context);
    if (!waiting) return visit.refused(waiting.error());
    Html body = html::h1("Standards");
    body << html::p(
        "What we promise, by when, and where each promise comes from. A case is judged by the promise of its "
        "own "
        "day.");
    body << waiting_list(*waiting);
    govuk::Table table{
        .rows = {},
        .head = {{.text = "Standard"}, {.text = "Today"}, {.text = "In force"}, {.text = "Source"}},
        .caption = "Standards in force today",
        .caption_classes = "govuk-visually-hidden",
        .first_cell_is_header = true};
    for (auto const& now : *list)
        table.rows.push_back({{.html = standard_cell(now)},
                              {.html = value_cell(now)},
                              {.text = days_in_use(now.row.in_force_from, now.row.in_force_until)},
                              {.html = source_cell(now)}});
    body << govuk::table_wrap({.table = table, .label = ""});
    return visit.page(admin_page(visit, Section::standards, "Standards", body));
}

http::Response show_standard(Visit& visit) {
    auto const history = usecases::standards::view_standard(visit.context, visit.request.parameter("id"));
    if (!history) return visit.refused(history.error());
    Html body = html::h1(history->title);
    body << propose_links(*history, visit.context.today);
    if (!history->own.empty()) body << row_table(history->own, "Your own");
    body << row_table(history->shipped, "As shipped with Doorstep") << proposal_table(history->proposals);
    return visit.page(admin_page_below(visit, Section::standards, standards_crumb(), history->title, body));
}

http::Response show_propose_standard(Visit& visit) {
    return with_row_to_change(visit, [&](StandardHistory const& history, StandardRow const& row) {
        return propose_page(visit, history, row, {}, {});
    });
}

http::Response post_propose_standard(Visit& visit) {
    return with_row_to_change(visit, [&](StandardHistory const& history, StandardRow const& row) {
        auto parsed = visit.parse(propose_form_for(row));
        if (!parsed.ok())
            return propose_page(visit, history, row, std::move(parsed.typed), std::move(parsed.problems));
        auto const& typed = parsed.input;
        ProposeStandard input{.standard = row.id,
                              .applies_to = row.applies_to,
                              .value = typed.yes ? (*typed.yes ? 1 : 0) : typed.value.value_or(0),
                              .in_force_from = typed.from,
                              .in_force_until = {},
                              .reason = typed.reason};
        if (typed.last_day) input.in_force_until = typed.last_day->plus_days(1);
        auto const proposed = usecases::standards::propose_standard(visit.context, input);
        if (proposed)
            return visit.done("/admin/standards/" + row.id,
                              "The change is proposed. Somebody else has to approve it.");
        return refused_form(visit, proposed.error(), [&](std::vector<Problem> problems) {
            return propose_page(visit, history, row, std::move(parsed.typed), std::move(problems));
        });
    });
}

http::Response show_proposal(Visit& visit) {
    auto const proposal =
        usecases::standards::view_proposal(visit.context, visit.request.parameter("proposal"));
    if (!proposal) return visit.refused(proposal.error());
    return proposal_page(visit, *proposal, {});
}

http::Response post_proposal(Visit& visit) {
    auto const proposal =
        usecases::standards::view_proposal(visit.context, visit.request.parameter("proposal"));
    if (!proposal) return visit.refused(proposal.error());
    auto parsed = visit.parse(decision_form());
    if (!parsed.ok()) return proposal_page(visit, *proposal, std::move(parsed.problems));
    auto const decision = *parsed.input.decision;
    auto const decided = usecases::standards::decide_standard(visit.context, proposal->stored.id, decision);
    if (decided)
        return visit.done("/admin/standards", decision == StandardDecision::approve
                                                  ? "The change is approved."
                                                  : "The change is refused.");
    return refused_form(visit, decided.error(), [&](std::vector<Problem> problems) {
        return proposal_page(visit, *proposal, std::move(problems));
    });
}

}  // namespace doorstep::pages::admin
