#include "pages/team/reassignment.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/inset_text.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "html/form_elements.h"
#include "usecases/team/reassign.h"

namespace doorstep::pages::team {
namespace {

using forms::required;
using usecases::team::Reassign;
using usecases::team::ReassignmentCheck;
using usecases::team::ReassignmentView;

constexpr char const* here = "/team/reassignment";

forms::Form<Reassign> const& reassign_form() {
    static auto const form = forms::form<Reassign>(
        "reassign",
        forms::checkboxes_field(&Reassign::cases,
                                {.name = "cases", .label = "Which cases move?", .small_choices = true},
                                {required("Select the cases to move")}),
        forms::radios_field(&Reassign::to, {.name = "to", .label = "Who deals with them from now on?"},
                            {required("Select who deals with them from now on")}),
        forms::textarea_field(&Reassign::reason,
                              {.name = "reason",
                               .label = "Why do they move?",
                               .hint = "The new owner reads this on each case",
                               .rows = 4},
                              {required("Enter why they move"),
                               forms::at_most(1000, "Reason must be 1,000 characters or fewer")}));
    return form;
}

std::string case_hint(storage::case_list::ListedCase const& listed) {
    std::string words = listed.reference;
    words += listed.risk_band ? ", " + text::lower_ascii(words_of(*listed.risk_band)) + " risk"
             : listed.is_high_until_assessed() ? std::string(", high risk until assessed")
                                               : std::string(", risk not assessed");
    if (listed.next_contact_by) words += ", next contact by " + date_words(*listed.next_contact_by);
    if (listed.restricted) words += ", restricted";
    return words;
}

forms::Choices choices_of(ReassignmentView const& view, Date today) {
    forms::Choices choices;
    for (auto const& listed : view.cases)
        choices["cases"].push_back(
            {.value = std::string(listed.id.text()), .text = listed.title, .hint = case_hint(listed)});
    for (auto const& officer : view.officers)
        if (!view.from || officer.id != view.from->id)
            choices["to"].push_back({.value = std::string(officer.id.text()),
                                     .text = officer.name,
                                     .hint = usecases::team::load_words(officer, today)});
    return choices;
}

usecases::team::WhoseCases whose(std::string_view from) {
    return {.from = AccountId::parse(from), .nobodys = from == "nobody"};
}

Page page_of(std::string title, Html body) {
    Page page;
    page.title = std::move(title);
    page.breadcrumbs = {{"Team", "/team"}};
    page.current_section = "team";
    page.body = html::two_thirds(body);
    return page;
}

http::Response whose_page(Visit& visit, ReassignmentView const& view) {
    Html body = html::h1("Move cases");
    body << html::p("Whose cases move?");
    std::vector<Html> links;
    for (auto const& officer : view.officers) {
        Html link = html::a(std::string(here) + "?from=" + std::string(officer.id.text()), officer.name);
        link << ": " << usecases::team::load_words(officer, visit.context.today);
        links.push_back(std::move(link));
    }
    links.push_back(html::a(std::string(here) + "?from=nobody", "Cases that nobody owns"));
    body << html::list(links);
    return visit.page(page_of("Move cases", std::move(body)));
}

http::Response choose_page(Visit& visit, ReassignmentView const& view, std::string const& from,
                           http::Pairs typed, std::vector<Problem> const& problems) {
    auto const today = visit.context.today;
    auto const shapes = reassign_form().shapes();
    auto const title = view.from ? "Move cases of " + view.from->name : std::string("Move cases of nobody");
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1(title);
    if (view.cases.empty()) {
        body << govuk::empty_state({.title = "There are no cases to move",
                                    .text = "Closed cases stay with whoever had them.",
                                    .action_text = "Choose somebody else",
                                    .action_href = here});
        return visit.page(page_of(title, std::move(body)));
    }
    if (view.total > static_cast<int>(view.cases.size()))
        body << govuk::inset_text({.text = "The " + std::to_string(view.cases.size()) + " most urgent of " +
                                           std::to_string(view.total) + " are shown."});
    http::Pairs hidden;
    hidden.set("from", from);
    Html fields = forms::render_fields(
        shapes, {.typed = std::move(typed), .problems = problems, .choices = choices_of(view, today)});
    fields << forms::buttons("Continue", "/team");
    body << visit.form(here, fields, std::move(hidden));
    auto page = page_of(title, std::move(body));
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

http::Response ask_page(Visit& visit, ReassignmentCheck const& check, Reassign const& input,
                        std::string const& from) {
    auto const today = visit.context.today;
    auto const count = text::count_of(static_cast<int>(check.cases.size()), "case", "cases");
    auto const title = "Move " + count + " to " + check.to.name + "?";
    Html body = html::h1(title);
    if (!check.in_conflict.empty())
        body << govuk::warning_text({.text = check.to.name + " has declared a conflict of interest in " +
                                             text::join(check.in_conflict, ", ") +
                                             ". It stays where it is."});
    if (check.to.away_from)
        body << govuk::warning_text(
            {.text = check.to.name + ": " + usecases::team::load_words(check.to, today)});
    else
        body << html::p(check.to.name + " has " + usecases::team::load_words(check.to, today));
    if (check.restricted > 0)
        body << html::p(text::count_of(check.restricted, "case is", "cases are") +
                        " restricted: " + check.to.name + " is put on the list of those who may see it.");
    body << html::p(
        "No date moves. The people who reported are told who deals with it now, by a way that is "
        "safe; where there is none, " +
        check.to.name + " is asked to tell them.");
    std::vector<Html> items;
    for (auto const& listed : check.cases)
        items.push_back(Html::text(listed.title + ", " + listed.reference));
    body << html::list(items);
    Html hidden_fields;
    for (auto const& listed : check.cases) hidden_fields << html::hidden_input("cases", listed.id.text());
    hidden_fields << html::hidden_input("to", check.to.id.text())
                  << html::hidden_input("reason", input.reason) << html::hidden_input("from", from)
                  << html::hidden_input("confirm", "yes");
    Html ways;
    if (!check.cases.empty()) ways << govuk::button({.text = "Move " + count, .prevent_double_click = true});
    ways << govuk::button({.text = "Go back",
                           .href = std::string(here) + "?from=" + from,
                           .classes = "govuk-button--secondary"});
    hidden_fields << html::button_group(ways);
    body << visit.form(here, hidden_fields);
    return visit.page(page_of(title, std::move(body)));
}

}  // namespace

http::Response show_reassignment(Visit& visit) {
    std::string const from(visit.request.query.value("from"));
    auto const view = usecases::team::view_reassignment(visit.context, whose(from));
    if (!view) return visit.refused(view.error());
    if (!view->from && !view->nobodys) return whose_page(visit, *view);
    return choose_page(visit, *view, from, {}, {});
}

http::Response post_reassignment(Visit& visit) {
    std::string const from(visit.request.form.value("from"));
    auto const view = usecases::team::view_reassignment(visit.context, whose(from));
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(reassign_form(), choices_of(*view, visit.context.today));
    if (!parsed.ok()) return choose_page(visit, *view, from, std::move(parsed.typed), parsed.problems);
    auto const again = [&](Refusal const& refusal) {
        if (is_about_the_form(refusal))
            return choose_page(visit, *view, from, std::move(parsed.typed), problems_of(refusal));
        return visit.refused(refusal);
    };
    if (visit.request.form.value("confirm") != "yes") {
        auto const check = usecases::team::check_reassignment(visit.context, parsed.input);
        return check ? ask_page(visit, *check, parsed.input, from) : again(check.error());
    }
    auto const moved = usecases::team::reassign(visit.context, parsed.input);
    if (!moved) return again(moved.error());
    auto notice =
        text::count_of(moved->moved, "case is", "cases are") + " with " + moved->new_owner + " now.";
    if (auto const words = usecases::messages::letters_words(moved->letters); !words.empty())
        notice += " " + words;
    return visit.done("/team", std::move(notice));
}

}  // namespace doorstep::pages::team
