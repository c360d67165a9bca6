#include "usecases/case_access/restriction.h"
#include "govuk/button.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/case_access/case_access.h"
#include "pages/cases/case_form.h"
#include "pages/errors/error_pages.h"

namespace doorstep::pages::case_access {

using forms::at_most;
using forms::required;
using usecases::case_access::LiftRestriction;
using usecases::case_access::NamePerson;
using usecases::case_access::RestrictionView;

namespace {

/// The accounts as they are sent.
struct RestrictTyped {
    std::string reason;
    std::vector<std::string> named;
};

std::string restriction_address(std::string_view reference) {
    return cases::case_address(reference) + "/restriction";
}

forms::Form<RestrictTyped> const& restrict_form() {
    static auto const form = forms::form<RestrictTyped>(
        "restrict-case",
        forms::textarea_field(
            &RestrictTyped::reason,
            {.name = "reason",
             .label = "Why is it restricted?",
             .hint = "For example, a member of staff lives next door. Those who may open the "
                     "case see this",
             .rows = 3},
            {required("Enter the reason"), at_most(500, "Reason must be 500 characters or fewer")}),
        forms::checkboxes_field(&RestrictTyped::named, {.name = "named",
                                                        .label = "Who may still open it?",
                                                        .hint = "Besides its owner and you",
                                                        .small_choices = true}));
    return form;
}

forms::Form<NamePerson> const& name_form() {
    static auto const form = forms::form<NamePerson>(
        "name-person",
        forms::select_field(&NamePerson::account, {.name = "account", .label = "Who else may open it?"},
                            {required("Select who else may open it")}),
        forms::text_field(
            &NamePerson::reason, {.name = "reason", .label = "Why do they need to?"},
            {required("Enter the reason"), at_most(500, "Reason must be 500 characters or fewer")}));
    return form;
}

forms::Form<LiftRestriction> const& lift_form() {
    static auto const form = forms::form<LiftRestriction>(
        "lift-restriction",
        forms::textarea_field(
            &LiftRestriction::reason,
            {.name = "reason", .label = "Why is it no longer restricted?", .rows = 3},
            {required("Enter the reason"), at_most(500, "Reason must be 500 characters or fewer")}));
    return form;
}

std::vector<forms::Choice> colleagues(RestrictionView const& view) {
    std::vector<forms::Choice> choices;
    for (auto const& account : view.may_be_named)
        choices.push_back(
            {.value = std::string(account.id.text()), .text = account.name, .hint = account.job_title});
    return choices;
}

cases::CaseForm restrict_page(Visit& visit, RestrictionView const& view) {
    cases::CaseForm form{.reference = view.header.reference,
                         .title = "Restrict this case",
                         .action = restriction_address(view.header.reference),
                         .save_words = "Restrict case",
                         .cancel_href = cases::case_address(view.header.reference)};
    form.before << html::p(
        "Only the people you name can open a restricted case. For everybody else it is not there: not in "
        "lists, searches, counts or links.");
    for (auto& choice : colleagues(view))
        if (choice.value != (view.owner ? view.owner->text() : "") &&
            choice.value != visit.context.viewer.account->text())
            form.choices["named"].push_back(std::move(choice));
    return form;
}

/// Who may open it, with the form to name somebody else.
http::Response named_page(Visit& visit, RestrictionView const& view, http::Pairs typed,
                          std::vector<Problem> const& problems) {
    auto const address = restriction_address(view.header.reference);
    Html body = forms::problem_summary(problems, name_form().shapes(), visit.language());
    body << html::p("Only these people can open the case.");
    body << html::p(Html::text("Why: ") << html::typed_text(view.reason));
    govuk::TableWrap wrap;
    wrap.table.caption = "Who may open it";
    wrap.table.caption_classes = "govuk-table__caption--m";
    wrap.table.first_cell_is_header = true;
    wrap.table.stacks = true;
    wrap.table.head = {{.text = "Name"}, {.text = "Since"}, {.text = "Why"}, {.text = "Remove"}};
    for (auto const& entry : view.named) {
        Html remove;
        if (entry.account == view.owner)
            remove = Html::text("The owner stays");
        else
            remove =
                visit.form(address + "/people/" + std::string(entry.account.text()) + "/remove",
                           govuk::button({.html = Html::text("Remove") << html::hidden(" " + entry.name),
                                          .classes = "govuk-button--secondary govuk-!-margin-bottom-0"}));
        auto since = date_words(london_date(entry.at));
        if (!entry.by_name.empty()) since += ", by " + entry.by_name;
        if (entry.until_on) since += ", until " + date_words(*entry.until_on);
        wrap.table.rows.push_back({{.text = entry.name},
                                   {.text = std::move(since)},
                                   {.text = entry.reason},
                                   {.html = std::move(remove)}});
    }
    append(body, wrap);
    body << html::h2("Name somebody else");
    Html fields = forms::render_fields(
        name_form(),
        {.typed = std::move(typed), .problems = problems, .choices = {{"account", colleagues(view)}}});
    fields << govuk::button({.text = "Let them open it", .classes = "govuk-button--secondary"});
    body << visit.form(address + "/people", fields);
    body << html::p(html::a(address + "/lifting", "Lift the restriction"));
    return visit.page(cases::form_page({.reference = view.header.reference,
                                        .title = "This case is restricted",
                                        .body = std::move(body),
                                        .has_errors = !problems.empty()}),
                      problems.empty() ? 200 : 422);
}

Expected<RestrictionView> restriction_of(Visit& visit) {
    return usecases::case_access::view_restriction(visit.context, visit.request.parameter("reference"));
}

cases::CaseForm lift_page(RestrictionView const& view) {
    return {.reference = view.header.reference,
            .title = "Lift the restriction",
            .action = restriction_address(view.header.reference) + "/lifting",
            .save_words = "Lift restriction",
            .cancel_href = restriction_address(view.header.reference),
            .before = html::p("Everybody whose role opens cases can open it again.")};
}

}  // namespace

http::Response show_restriction(Visit& visit) {
    auto const view = restriction_of(visit);
    if (!view) return visit.refused(view.error());
    if (view->restricted) return named_page(visit, *view, {}, {});
    return cases::case_form_page(visit, restrict_page(visit, *view), restrict_form().shapes(), {}, {});
}

http::Response post_restriction(Visit& visit) {
    auto const view = restriction_of(visit);
    if (!view) return visit.refused(view.error());
    auto const shapes = restrict_form().shapes();
    auto page = restrict_page(visit, *view);
    auto parsed = visit.parse(restrict_form(), page.choices);
    if (!parsed.ok())
        return cases::case_form_page(visit, std::move(page), shapes, std::move(parsed.typed),
                                     parsed.problems);
    usecases::case_access::Restrict input{
        .reference = view->header.reference, .reason = parsed.input.reason, .named = {}};
    for (auto const& chosen : parsed.input.named)
        if (auto const id = AccountId::parse(chosen)) input.named.push_back(*id);
    auto const restricted = usecases::case_access::restrict_case(visit.context, input);
    if (restricted)
        return visit.done(restriction_address(view->header.reference), "The case is restricted now.");
    if (is_about_the_form(restricted.error()))
        return cases::case_form_page(visit, std::move(page), shapes, std::move(parsed.typed),
                                     problems_of(restricted.error()));
    return visit.refused(restricted.error());
}

http::Response show_lifting(Visit& visit) {
    auto const view = restriction_of(visit);
    if (!view) return visit.refused(view.error());
    // Nothing to lift: an old tab, or a colleague was first.
    if (!view->restricted) return visit.see_other(restriction_address(view->header.reference));
    return cases::case_form_page(visit, lift_page(*view), lift_form().shapes(), {}, {});
}

http::Response post_lifting(Visit& visit) {
    auto const view = restriction_of(visit);
    if (!view) return visit.refused(view.error());
    auto const shapes = lift_form().shapes();
    auto parsed = visit.parse(lift_form());
    if (!parsed.ok())
        return cases::case_form_page(visit, lift_page(*view), shapes, std::move(parsed.typed),
                                     parsed.problems);
    parsed.input.reference = view->header.reference;
    auto const lifted = usecases::case_access::lift_restriction(visit.context, parsed.input);
    if (!lifted) return visit.refused(lifted.error());
    return visit.done(cases::case_address(view->header.reference), "The case is no longer restricted.");
}

http::Response post_name_person(Visit& visit) {
    auto const view = restriction_of(visit);
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(name_form(), {{"account", colleagues(*view)}});
    if (!parsed.ok()) return named_page(visit, *view, std::move(parsed.typed), parsed.problems);
    parsed.input.reference = view->header.reference;
    auto const named = usecases::case_access::name_person(visit.context, parsed.input);
    if (named) return visit.done(restriction_address(view->header.reference), "They can open the case now.");
    if (is_about_the_form(named.error()))
        return named_page(visit, *view, std::move(parsed.typed), problems_of(named.error()));
    return visit.refused(named.error());
}

http::Response post_remove_person(Visit& visit) {
    auto const view = restriction_of(visit);
    if (!view) return visit.refused(view.error());
    auto const account = AccountId::parse(visit.request.parameter("account"));
    auto const removed = usecases::case_access::remove_person(
        visit.context,
        {.reference = view->header.reference, .account = account.value_or(AccountId{}), .reason = {}});
    if (!removed && is_about_the_form(removed.error()))
        return named_page(visit, *view, {}, problems_of(removed.error()));
    if (!removed) return visit.refused(removed.error());
    bool const oneself = account == visit.context.viewer.account;
    return visit.done(oneself ? "/cases" : restriction_address(view->header.reference),
                      oneself ? "You can no longer open the case." : "They can no longer open the case.");
}

http::Response post_opening(Visit& visit) {
    std::string const reference(visit.request.parameter("reference"));
    auto const opened = usecases::case_access::open_restricted(
        visit.context, {.reference = reference, .reason = std::string(visit.request.form.value("reason"))});
    if (opened)
        return visit.done(
            cases::case_address(reference),
            "You can open this case now. Its history says so, with your reason, and a manager is "
            "told.");
    if (opened.error().code() == "may-open-already") return visit.see_other(cases::case_address(reference));
    if (is_about_the_form(opened.error()))
        return restricted_page(
            visit, visit.request.form.has("reason") ? problems_of(opened.error()) : std::vector<Problem>());
    return visit.refused(opened.error());
}

}  // namespace doorstep::pages::case_access
