#include "usecases/case_access/conflict.h"

#include <algorithm>

#include "govuk/summary_list.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "pages/case_access/case_access.h"
#include "pages/cases/case_form.h"

namespace doorstep::pages::case_access {

using forms::at_most;
using forms::required;
using usecases::case_access::ConflictView;
using usecases::case_access::DeclareConflict;
using usecases::case_access::WithdrawConflict;

namespace {

std::string conflict_address(std::string_view reference) {
    return cases::case_address(reference) + "/conflict";
}

forms::Form<DeclareConflict> const& conflict_form() {
    static auto const form = forms::form<DeclareConflict>(
        "declare-conflict",
        forms::select_field(&DeclareConflict::account, {.name = "account", .label = "Whose is it?"}),
        forms::textarea_field(&DeclareConflict::reason,
                              {.name = "reason",
                               .label = "What is the conflict of interest?",
                               .hint = "For example, the person complained about is a relative",
                               .rows = 3},
                              {required("Enter what the conflict of interest is"),
                               at_most(500, "Reason must be 500 characters or fewer")}));
    return form;
}

forms::Form<WithdrawConflict> const& withdrawal_form() {
    static auto const form = forms::form<WithdrawConflict>(
        "withdraw-conflict",
        forms::textarea_field(
            &WithdrawConflict::reason,
            {.name = "reason", .label = "Why is it no conflict any more?", .rows = 3},
            {required("Enter the reason"), at_most(500, "Reason must be 500 characters or fewer")}));
    return form;
}

/// Whoever may not choose others declares their own.
std::vector<forms::FieldShape> shapes_for(ConflictView const& view) {
    auto shapes = conflict_form().shapes();
    if (!view.header.may_restrict) shapes.erase(shapes.begin());
    return shapes;
}

cases::CaseForm conflict_page(ConflictView const& view) {
    cases::CaseForm form{.reference = view.header.reference,
                         .title = "Declare a conflict of interest",
                         .action = conflict_address(view.header.reference),
                         .save_words = "Declare conflict",
                         .cancel_href = cases::case_address(view.header.reference)};
    append(form.before,
           govuk::WarningText{
               .text = view.is_owner ? "You will no longer be the owner, and for you the case will not be "
                                       "there any more. Only a manager can undo this."
                                     : "For whoever has a conflict of interest the case is not there any "
                                       "more. Only a manager can undo this."});
    if (!view.declared.empty()) {
        form.before << html::h2("Declared already");
        govuk::SummaryList list;
        for (auto const& entry : view.declared)
            list.rows.push_back(
                {.key = {.text = entry.name},
                 .value = {.html = html::typed_text(entry.reason)},
                 .actions = {.items = {{.href = conflict_address(view.header.reference) + "/" +
                                                std::string(entry.account.text()) + "/withdrawal",
                                        .text = "Withdraw",
                                        .visually_hidden_text = "the conflict of " + entry.name}}}});
        append(form.before, list);
    }
    form.choices["account"].push_back({.value = "", .text = "Mine"});
    for (auto const& account : view.colleagues)
        form.choices["account"].push_back({.value = std::string(account.id.text()), .text = account.name});
    return form;
}

cases::CaseForm withdrawal_page(Visit& visit, ConflictView const& view) {
    return {.reference = view.header.reference,
            .title = "Withdraw a conflict of interest",
            .action = conflict_address(view.header.reference) + "/" +
                      std::string(visit.request.parameter("account")) + "/withdrawal",
            .save_words = "Withdraw",
            .cancel_href = conflict_address(view.header.reference)};
}

Expected<ConflictView> conflict_of(Visit& visit) {
    return usecases::case_access::view_conflict(visit.context, visit.request.parameter("reference"));
}

}  // namespace

http::Response show_conflict(Visit& visit) {
    auto const view = conflict_of(visit);
    if (!view) return visit.refused(view.error());
    return cases::case_form_page(visit, conflict_page(*view), shapes_for(*view), {}, {});
}

http::Response post_conflict(Visit& visit) {
    auto const view = conflict_of(visit);
    if (!view) return visit.refused(view.error());
    auto page = conflict_page(*view);
    auto parsed = visit.parse(conflict_form(), page.choices);
    if (!parsed.ok())
        return cases::case_form_page(visit, std::move(page), shapes_for(*view), std::move(parsed.typed),
                                     parsed.problems);
    parsed.input.reference = view->header.reference;
    auto const declared = usecases::case_access::declare_conflict(visit.context, parsed.input);
    if (declared)
        return parsed.input.account
                   ? visit.done(conflict_address(view->header.reference), "Conflict of interest declared.")
                   : visit.done("/cases",
                                "Conflict of interest declared. The case is no longer shown to you.");
    if (is_about_the_form(declared.error()))
        return cases::case_form_page(visit, std::move(page), shapes_for(*view), std::move(parsed.typed),
                                     problems_of(declared.error()));
    return visit.refused(declared.error());
}

http::Response show_withdrawal(Visit& visit) {
    auto const view = conflict_of(visit);
    if (!view) return visit.refused(view.error());
    auto const account = AccountId::parse(visit.request.parameter("account"));
    // Nothing to withdraw: an old tab, or a colleague was first.
    if (std::none_of(view->declared.begin(), view->declared.end(),
                     [&](auto const& entry) { return entry.account == account; }))
        return visit.see_other(conflict_address(view->header.reference));
    return cases::case_form_page(visit, withdrawal_page(visit, *view), withdrawal_form().shapes(), {}, {});
}

http::Response post_withdrawal(Visit& visit) {
    auto const view = conflict_of(visit);
    if (!view) return visit.refused(view.error());
    auto const shapes = withdrawal_form().shapes();
    auto parsed = visit.parse(withdrawal_form());
    if (!parsed.ok())
        return cases::case_form_page(visit, withdrawal_page(visit, *view), shapes, std::move(parsed.typed),
                                     parsed.problems);
    parsed.input.reference = view->header.reference;
    parsed.input.account = AccountId::parse(visit.request.parameter("account")).value_or(AccountId{});
    auto const withdrawn = usecases::case_access::withdraw_conflict(visit.context, parsed.input);
    if (!withdrawn) return visit.refused(withdrawn.error());
    return visit.done(conflict_address(view->header.reference), "Conflict of interest withdrawn.");
}

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Method;
    auto const form = [&](char const* pattern, Action action, Handler show, Handler post) {
        routes.push_back({Method::get, pattern, Access::to(action), std::move(show)});
        routes.push_back({Method::post, pattern, Access::to(action), std::move(post), http::Body::form});
    };
    auto const act = [&](char const* pattern, Handler post) {
        routes.push_back(
            {Method::post, pattern, Access::to(Action::restrict_case), std::move(post), http::Body::form});
    };
    form("/cases/{reference}/restriction", Action::restrict_case, show_restriction, post_restriction);
    form("/cases/{reference}/restriction/lifting", Action::restrict_case, show_lifting, post_lifting);
    act("/cases/{reference}/restriction/people", post_name_person);
    act("/cases/{reference}/restriction/people/{account}/remove", post_remove_person);
    act("/cases/{reference}/opening", post_opening);
    form("/cases/{reference}/conflict", Action::see_case, show_conflict, post_conflict);
    form("/access-requests/new", Action::see_case, show_ask_access, post_ask_access);
    routes.push_back(
        {Method::get, "/access-requests/{request}", Access::to(Action::see_case), show_access_request});
    auto const answer = [&](char const* pattern, Handler post) {
        routes.push_back(
            {Method::post, pattern, Access::to(Action::see_case), std::move(post), http::Body::form});
    };
    answer("/access-requests/{request}/answer", post_access_answer);
    answer("/access-requests/{request}/reading", post_access_reading);
    form("/cases/{reference}/conflict/{account}/withdrawal", Action::restrict_case, show_withdrawal,
         post_withdrawal);
}

}  // namespace doorstep::pages::case_access
