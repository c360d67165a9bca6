#include "pages/approvals/approval.h"

#include "base/text.h"
#include "govuk/inset_text.h"
#include "govuk/record_heading.h"
#include "govuk/summary_list.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "pages/closures/closure_parts.h"
#include "pages/risk/risk_parts.h"
#include "pages/work/work_links.h"
#include "usecases/approvals/decide_approval.h"
#include "usecases/approvals/view_approvals.h"

namespace doorstep::pages::approvals {
namespace {

using domain::approvals::Decision;
using domain::approvals::Kind;
using usecases::approvals::ApprovalView;
using usecases::approvals::DecideApproval;

forms::Form<DecideApproval> const& decision_form() {
    static auto const form = forms::form<DecideApproval>(
        "decide-approval",
        forms::radios_field(
            &DecideApproval::decision,
            {.name = "decision",
             .label = "What do you decide?",
             .choices = {{.value = std::string(name_of(Decision::approved)), .text = "Approve"},
                         {.value = std::string(name_of(Decision::sent_back)), .text = "Send back"}}},
            {forms::required("Select what you decide")}),
        forms::textarea_field(&DecideApproval::note,
                              {.name = "note",
                               .label = "Note",
                               .hint = "When you send it back, say what has to change",
                               .rows = 4,
                               .character_limit = 1000},
                              {forms::at_most(1000, "Note must be 1,000 characters or fewer")}));
    return form;
}

struct Facts {
    govuk::SummaryList list;
    void add(char const* key, std::string value) {
        if (!value.empty()) list.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}});
    }
    void add_typed(char const* key, std::string const& value) {
        if (!value.empty())
            list.rows.push_back({.key = {.text = key}, .value = {.html = html::typed_text(value)}});
    }
};

void add_closing(Facts& facts, ApprovalView const& view) {
    if (!view.closing) return;
    facts.add("Outcome", std::string(words_of(view.closing->outcome)));
    facts.add("Reason", view.closing_reason);
    facts.add_typed("What was done", view.closing->summary);
    facts.add_typed("What they are told", view.closing->explanation);
    for (auto const& passed : view.passed_over) {
        Html words = html::div("ds-line", Html::text(passed.check));
        words << html::typed_text(passed.reason);
        facts.list.rows.push_back(
            {.key = {.text = "Not done, and why it is closed"}, .value = {.html = words}});
    }
}

void add_lowering(Facts& facts, ApprovalView const& view) {
    if (!view.assessment) return;
    auto const& made = *view.assessment;
    facts.add("Whose risk", view.person);
    facts.list.rows.push_back(
        {.key = {.text = "Band in force"}, .value = {.html = govuk::tag(risk::band_tag(made.band))}});
    if (made.override_band)
        facts.list.rows.push_back({.key = {.text = "Band asked for"},
                                   .value = {.html = govuk::tag(risk::band_tag(*made.override_band))}});
    facts.add("Score", risk::score_words(made.score, made.worst_score, made.complete));
    facts.add("Decided by", made.automatic_reason);
    if (view.asked.approval.kind == Kind::lower_risk)
        facts.add_typed("Reason for the lower band", view.asked.approval.reason);
    auto const address =
        cases::case_address(view.asked.case_reference) + "/risk/" + std::string(made.id.text());
    facts.list.rows.push_back(
        {.key = {.text = "Answers"}, .value = {.html = html::a(address, "Open the assessment")}});
}

void add_standard(Facts& facts, ApprovalView const& view) {
    if (!view.standard) return;
    auto const& proposal = *view.standard;
    facts.add("Standard", proposal.title);
    facts.add("Now", proposal.now_words);
    facts.add("Proposed", proposal.value_words);
    auto days = "From " + date_words(proposal.stored.in_force_from);
    if (proposal.stored.in_force_until)
        days += " to " + date_words(proposal.stored.in_force_until->plus_days(-1));
    facts.add("In force", days);
    facts.list.rows.push_back(
        {.key = {.text = "History"},
         .value = {.html = html::a("/admin/standards/" + proposal.stored.standard, "All changes of it")}});
}

void add_questions(Facts& facts, ApprovalView const& view) {
    if (!view.questions) return;
    auto const& proposed = *view.questions;
    facts.add("Questions", proposed.set.title);
    facts.add("In use", "From " + date_words(proposed.set.in_use_from));
    std::vector<Html> lines;
    for (auto const& difference : proposed.differences) lines.push_back(html::typed_text(difference));
    facts.list.rows.push_back({.key = {.text = "What changes"}, .value = {.html = html::list(lines)}});
}

Html request_facts(ApprovalView const& view) {
    auto const& approval = view.asked.approval;
    Facts facts;
    if (!view.asked.case_reference.empty()) {
        Html file = html::a(cases::case_address(view.asked.case_reference), view.asked.case_title);
        file << ", " << html::nowrap(view.asked.case_reference);
        facts.list.rows.push_back({.key = {.text = "Case"}, .value = {.html = file}});
    }
    facts.add("Asked by", view.asked.requested_by_name + ", " + instant_words(approval.requested_at));
    add_closing(facts, view);
    add_lowering(facts, view);
    add_standard(facts, view);
    add_questions(facts, view);
    if (!view.closing && !view.assessment) facts.add_typed("Reason", approval.reason);
    if (approval.decision) {
        facts.add("Decision", std::string(words_of(*approval.decision)));
        if (approval.decided_at)
            facts.add("Decided", (view.decided_by.empty() ? "" : view.decided_by + ", ") +
                                     instant_words(*approval.decided_at));
        facts.add_typed("Note", approval.decision_note);
    }
    return govuk::summary_list(facts.list);
}

http::Response approval_page(Visit& visit, ApprovalView const& view, http::Pairs typed,
                             std::vector<Problem> const& problems) {
    auto const& approval = view.asked.approval;
    auto const shapes = decision_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    std::string const title(words_of(approval.kind));
    body << govuk::record_heading({.caption = view.asked.case_reference, .title = title});
    if (!approval.decision)
        body << govuk::inset_text(
            {.text = "Decide " + work::due_words(view.due_on, visit.context.today) + "."});
    if (approval.kind == Kind::high_risk && !approval.decision)
        body << html::p(
            "Look at the assessment and at what is planned for the case. Approve when nothing more is "
            "needed. "
            "Send it back to say what is: it becomes a task for the owner of the case today.");
    if (!view.came_up.empty())
        body << govuk::warning_text({.text = "It cannot be approved as it stands. What is left: " +
                                             text::join(view.came_up, "; ") + "."});
    body << request_facts(view);
    if (view.may_decide) {
        Html fields =
            forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems, .choices = {}});
        fields << forms::buttons("Save decision", "/approvals");
        body << visit.form("/approvals/" + std::string(approval.id.text()), fields);
    }
    Page page;
    page.title = title;
    page.breadcrumbs = {{"Approvals", "/approvals"}};
    page.current_section = "approvals";
    page.has_errors = !problems.empty();
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

Expected<ApprovalView> approval_view(Visit& visit) {
    auto const id = ApprovalId::parse(visit.request.parameter("approval"));
    if (!id)
        return refuse(RefusalKind::not_found, "approval-not-found",
                      "There is no such request that you can decide");
    return usecases::approvals::view_approval(visit.context, *id);
}

}  // namespace

http::Response show_approval(Visit& visit) {
    auto const view = approval_view(visit);
    if (!view) return visit.refused(view.error());
    return approval_page(visit, *view, {}, {});
}

http::Response post_approval(Visit& visit) {
    auto const view = approval_view(visit);
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(decision_form());
    if (!parsed.ok()) return approval_page(visit, *view, std::move(parsed.typed), parsed.problems);
    parsed.input.id = view->asked.approval.id;
    auto const decided = usecases::approvals::decide_approval(visit.context, parsed.input);
    if (decided) {
        auto approved = "Approved: " + text::lower_ascii(words_of(decided->kind));
        if (!decided->case_reference.empty()) approved += ", " + decided->case_reference;
        approved += "." + (decided->ended ? closures::ended_words(*decided->ended) : "");
        return visit.done("/approvals", decided->decision == Decision::approved
                                            ? approved
                                            : "Sent back to " + view->asked.requested_by_name + ".");
    }
    if (is_about_the_form(decided.error()))
        return approval_page(visit, *view, std::move(parsed.typed), problems_of(decided.error()));
    return visit.refused(decided.error());
}

}  // namespace doorstep::pages::approvals
