#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/admin/law.h"
#include "pages/admin/law_words.h"
#include "usecases/law/commence.h"

namespace doorstep::pages::admin {
namespace {

using usecases::law::CommencementDecision;
using usecases::law::CommencementView;
using usecases::law::LawRowView;
using usecases::law::ProvisionView;

std::string start_href(std::string const& id, std::optional<legal::Tenancy> const& tenancy) {
    return "/admin/law/" + id + "/proposals/new" +
           (tenancy ? "?for=" + std::string(name_of(*tenancy)) : std::string());
}

std::string where_words(legal::Provision const& provision) {
    std::string words;
    for (auto const nation : provision.nations)
        words += (words.empty()                        ? ""
                  : nation == provision.nations.back() ? " and "
                                                       : ", ") +
                 std::string(words_of(nation));
    return words;
}

/// "served" gives "Served".
std::string basis_words(std::string words) {
    if (words.front() >= 'a' && words.front() <= 'z')
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words;
}

Html provision_facts(LawRowView const& row) {
    auto const& provision = row.provision;
    govuk::SummaryList facts;
    auto const add_html = [&](char const* key, Html value) {
        facts.rows.push_back({.key = {.text = key}, .value = {.html = std::move(value)}, .actions = {}});
    };
    auto const add = [&](char const* key, std::string const& value) {
        if (!value.empty()) add_html(key, Html::text(value));
    };
    add("Value", legal::words_for(provision));
    add("Counting", legal::counting_words(provision));
    add("In force", law_dates(provision));
    add("Where", where_words(provision));
    if (provision.tenancy) add("For", law_tenancy_words(provision.tenancy));
    add("Date that counts", provision.basis.empty() ? "" : basis_words(provision.basis));
    add_html("Source", provision.link.empty() ? Html::text(provision.source)
                                              : html::a(provision.link, provision.source));
    Html evidence = html::div("ds-line", Html::text(words_of(provision.evidence)));
    evidence << html::div("ds-line ds-line--second",
                          Html::text("Checked " + date_words(provision.checked_on)))
             << law_tags(row);
    add_html("Evidence", evidence);
    add("Note", provision.note);
    if (provision.started) add("Start set by", provision.started->authority);
    return govuk::summary_list(facts);
}

Html start_table(std::vector<CommencementView> const& proposals) {
    if (proposals.empty()) return {};
    govuk::Table table{
        .rows = {},
        .head = {{.text = "Start"}, {.text = "Authority"}, {.text = "Proposed by"}, {.text = "Decision"}},
        .caption = "Start dates set here",
        .caption_classes = "govuk-table__caption--m",
        .first_cell_is_header = true};
    for (auto const& proposal : proposals) {
        Html decision = html::div("ds-line", Html::text(law_state_words(proposal.stored.state)));
        if (!proposal.decided_by.empty())
            decision << html::div("ds-line ds-line--second", Html::text(proposal.decided_by));
        Html start = html::div(
            "ds-line", html::a(start_proposal_href(proposal), date_words(proposal.stored.in_force_from)));
        table.rows.push_back({{.html = start},
                              {.text = proposal.stored.authority},
                              {.text = proposal.proposed_by},
                              {.html = decision}});
    }
    return govuk::table_wrap({.table = table, .label = ""});
}

struct TypedStart {
    Date from;
    std::string authority;
    std::string note;
};

forms::Form<TypedStart> const& start_form() {
    static auto const form = forms::form<TypedStart>(
        "propose-start",
        forms::date_field(&TypedStart::from, {.name = "from", .label = "First day it is in force"},
                          {forms::required("Enter the first day it is in force")}),
        forms::text_field(&TypedStart::authority,
                          {.name = "authority",
                           .label = "On what authority?",
                           .hint = "The regulations that set the date, for example SI 2027/123"},
                          {forms::required("Enter the regulations that set the start date"),
                           forms::at_most(200, "Authority must be 200 characters or fewer")}),
        forms::textarea_field(&TypedStart::note,
                              {.name = "note",
                               .label = "Note",
                               .hint = "What you read, and where. Say when a value differs from ours",
                               .rows = 3,
                               .optional = true},
                              {forms::at_most(2000, "Note must be 2,000 characters or fewer")}));
    return form;
}

LawRowView const* row_to_start(ProvisionView const& view, std::optional<legal::Tenancy> const& tenancy) {
    for (auto const& row : view.rows)
        if (row.provision.is_pending && row.provision.tenancy == tenancy) return &row;
    return nullptr;
}

http::Response start_page(Visit& visit, ProvisionView const& view, LawRowView const& row, http::Pairs typed,
                          std::vector<Problem> problems) {
    auto const shapes = start_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1("Set a start date");
    body << provision_facts(row);
    body << html::p(
        "Somebody else has to approve it before it counts. What happened before the first day stays under "
        "the "
        "old rule.");
    Html fields = forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems});
    fields << forms::buttons("Propose start date", "/admin/law/" + view.id);
    body << visit.form(start_href(view.id, row.provision.tenancy), fields);
    auto page = law_page_below(visit, "Set a start date", body);
    page.breadcrumbs.push_back({view.title, "/admin/law/" + view.id});
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

template <class Show>
http::Response with_row_to_start(Visit& visit, Show&& show) {
    auto const view = usecases::law::view_provision(visit.context, visit.request.parameter("id"));
    if (!view) return visit.refused(view.error());
    auto const* row = row_to_start(*view, enum_from_name<legal::Tenancy>(visit.request.query.value("for")));
    if (row == nullptr)
        return visit.refused(Refusal(RefusalKind::not_found, "provision-unknown",
                                     "This provision does not wait for a start date"));
    return show(*view, *row);
}

struct TypedStartDecision {
    std::optional<CommencementDecision> decision;
};
forms::Form<TypedStartDecision> const& start_decision_form() {
    static auto const form = forms::form<TypedStartDecision>(
        "decide-start", forms::radios_field(&TypedStartDecision::decision,
                                            {.name = "decision", .label = "What is your decision?"},
                                            {forms::required("Choose whether to approve it")}));
    return form;
}

http::Response start_proposal_page(Visit& visit, CommencementView const& proposal,
                                   std::vector<Problem> problems) {
    auto const& stored = proposal.stored;
    auto const shapes = start_decision_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1("A proposed start date");
    govuk::SummaryList facts;
    auto const add = [&](char const* key, std::string value) {
        facts.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}, .actions = {}});
    };
    facts.rows.push_back({.key = {.text = "Provision"},
                          .value = {.html = html::a("/admin/law/" + stored.provision, proposal.title)},
                          .actions = {}});
    if (!stored.tenancy.empty())
        add("For", law_tenancy_words(enum_from_name<legal::Tenancy>(stored.tenancy)));
    add("Before", proposal.now_words.empty() ? "Nothing" : proposal.now_words);
    add("After", proposal.value_words);
    add("First day in force", date_words(stored.in_force_from));
    add("Authority", stored.authority);
    if (!stored.note.empty()) add("Note", stored.note);
    add("Proposed by", proposal.proposed_by);
    add("Proposed", instant_words(stored.proposed_at));
    add("State", law_state_words(stored.state));
    if (!proposal.decided_by.empty()) add("Decided by", proposal.decided_by);
    body << govuk::summary_list(facts);
    if (proposal.may_decide) {
        Html fields = forms::render_fields(shapes, {.typed = {}, .problems = problems});
        fields << forms::buttons("Save decision", "/admin/law");
        body << visit.form(start_proposal_href(proposal), fields);
    } else if (stored.state == "proposed") {
        body << govuk::inset_text(
            {.text = "A manager other than " + proposal.proposed_by + " decides about it."});
    }
    auto page = law_page_below(visit, "A proposed start date", body);
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

}  // namespace

http::Response show_provision(Visit& visit) {
    auto const view = usecases::law::view_provision(visit.context, visit.request.parameter("id"));
    if (!view) return visit.refused(view.error());
    Html body = html::h1(view->title);
    std::vector<Html> links;
    for (auto const& tenancy : view->may_start)
        links.push_back(
            html::a(start_href(view->id, tenancy), tenancy ? "Set a start date: " + law_tenancy_words(tenancy)
                                                           : std::string("Set a start date")));
    if (!links.empty()) body << html::list(links);
    for (auto const& row : view->rows) {
        if (view->rows.size() > 1)
            body << html::h2(law_dates(row.provision) + (row.provision.tenancy
                                                             ? ": " + law_tenancy_words(row.provision.tenancy)
                                                             : std::string()));
        body << provision_facts(row);
    }
    body << start_table(view->proposals);
    body << html::p(Html::text("In the data and on the command line: " + view->id));
    return visit.page(law_page_below(visit, view->title, body));
}

http::Response show_propose_start(Visit& visit) {
    return with_row_to_start(visit, [&](ProvisionView const& view, LawRowView const& row) {
        return start_page(visit, view, row, {}, {});
    });
}

http::Response post_propose_start(Visit& visit) {
    return with_row_to_start(visit, [&](ProvisionView const& view, LawRowView const& row) {
        auto parsed = visit.parse(start_form());
        if (!parsed.ok())
            return start_page(visit, view, row, std::move(parsed.typed), std::move(parsed.problems));
        auto const proposed =
            usecases::law::propose_commencement(visit.context, {.provision = view.id,
                                                                .tenancy = row.provision.tenancy,
                                                                .in_force_from = parsed.input.from,
                                                                .authority = parsed.input.authority,
                                                                .note = parsed.input.note});
        if (proposed)
            return visit.done("/admin/law/" + view.id,
                              "The start date is proposed. Somebody else has to approve it.");
        return refused_form(visit, proposed.error(), [&](std::vector<Problem> problems) {
            return start_page(visit, view, row, std::move(parsed.typed), std::move(problems));
        });
    });
}

http::Response show_start_proposal(Visit& visit) {
    auto const proposal =
        usecases::law::view_commencement(visit.context, visit.request.parameter("proposal"));
    if (!proposal) return visit.refused(proposal.error());
    return start_proposal_page(visit, *proposal, {});
}

http::Response post_start_proposal(Visit& visit) {
    auto const proposal =
        usecases::law::view_commencement(visit.context, visit.request.parameter("proposal"));
    if (!proposal) return visit.refused(proposal.error());
    auto parsed = visit.parse(start_decision_form());
    if (!parsed.ok()) return start_proposal_page(visit, *proposal, std::move(parsed.problems));
    auto const decision = *parsed.input.decision;
    auto const decided = usecases::law::decide_commencement(visit.context, proposal->stored.id, decision);
    if (decided)
        return visit.done("/admin/law/" + proposal->stored.provision,
                          decision == CommencementDecision::approve ? "The start date is approved."
                                                                    : "The start date is refused.");
    return refused_form(visit, decided.error(), [&](std::vector<Problem> problems) {
        return start_proposal_page(visit, *proposal, std::move(problems));
    });
}

}  // namespace doorstep::pages::admin
