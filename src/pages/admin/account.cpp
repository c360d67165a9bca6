#include "base/digits.h"
#include "base/text.h"
#include "govuk/button.h"
#include "govuk/moj_alert.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "pages/accounts/sessions.h"
#include "pages/admin/account_forms.h"
#include "pages/admin/accounts.h"
#include "pages/admin/admin_page.h"
#include "pages/admin/colleague.h"
#include "pages/errors/error_pages.h"
#include "pages/menu.h"
#include "usecases/accounts/manage_accounts.h"

namespace doorstep::pages::admin {
namespace {

using domain::accounts::State;
using usecases::accounts::AccountView;

std::optional<AccountId> account_in(Visit const& visit) {
    return AccountId::parse(visit.request.parameter("id"));
}

std::string address_of_account(AccountId id) { return "/admin/accounts/" + std::string(id.text()); }

Crumb accounts_crumb() { return {"Accounts", "/admin/accounts"}; }

void add_fact(govuk::SummaryList& list, char const* key, std::string value) {
    if (value.empty()) value = "Not given";
    list.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}, .actions = {}});
}

Html account_facts(AccountView const& view) {
    auto const& account = view.account;
    govuk::SummaryList list;
    add_fact(list, "E-mail address", account.email);
    add_fact(list, "Job", account.job_title);
    add_fact(list, "Telephone", account.telephone);
    add_fact(list, "Team", view.team);
    add_fact(list, "Roles", role_words(account.roles));
    add_fact(list, "State", std::string(words_of(account.state)));
    add_fact(list, "Open cases they own", std::to_string(view.open_cases));
    return govuk::summary_list(list);
}

std::string password_words(domain::accounts::Account const& account, bool starting_password_ended) {
    if (!account.must_change_password) return "Set";
    if (!account.password_until) return "To be chosen at the next sign-in";
    return starting_password_ended
               ? "The starting password ended unused at " + instant_words(*account.password_until) +
                     ". Reset sign-in to give another"
               : "Starting password, until " + instant_words(*account.password_until);
}

Html sign_in_facts(AccountView const& view) {
    auto const& account = view.account;
    govuk::SummaryList list;
    add_fact(list, "Last signed in",
             account.last_signed_in_at ? instant_words(*account.last_signed_in_at) : "Never");
    add_fact(list, "Password", password_words(account, view.starting_password_ended));
    add_fact(list, "Second step",
             account.second_factor_secret
                 ? "A code from an app, " +
                       text::count_of(view.recovery_codes_left, "recovery code", "recovery codes") + " left"
             : account.second_factor_required ? "To be set up at the next sign-in"
                                              : "Not asked for");
    return govuk::summary_list(list);
}

Html leave_table(AccountView const& view) {
    if (view.absences.empty()) return html::p("No leave is recorded.");
    govuk::Table table{.rows = {},
                       .head = {{.text = "First day away"}, {.text = "Back on"}},
                       .caption = "Leave",
                       .caption_classes = "govuk-visually-hidden",
                       .first_cell_is_header = true};
    for (auto const& absence : view.absences)
        table.rows.push_back({{.text = date_words(absence.from_on)}, {.text = date_words(absence.until_on)}});
    return govuk::table_wrap({.table = table, .label = ""});
}

Html account_alerts(AccountView const& view) {
    Html alerts;
    if (view.is_locked)
        alerts << govuk::moj_alert({.variant = "warning",
                                    .title = "Locked",
                                    .text = "There were too many wrong tries. It opens again at " +
                                            instant_words(*view.account.locked_until) + "."});
    if (view.account.state == State::disabled && view.open_cases > 0)
        alerts << govuk::moj_alert({.variant = "warning",
                                    .title = "Cases without an officer",
                                    .text = "This account is disabled and still owns " +
                                            text::count_of(view.open_cases, "open case", "open cases") +
                                            ". Hand them over."});
    return alerts;
}

Html account_actions(Visit& visit, AccountView const& view) {
    auto const address = address_of_account(view.account.id);
    Html links = govuk::button({.text = "Change", .href = address + "/edit"});
    links << govuk::button(
        {.text = "Record leave", .href = address + "/leave/new", .classes = "govuk-button--secondary"});
    links << govuk::button(
        {.text = "Reset sign-in", .href = address + "/sign-in-reset", .classes = "govuk-button--secondary"});
    if (view.account.state == State::disabled) {
        Html out = html::div("govuk-button-group", links);
        out << visit.form(address + "/enablement", govuk::button({.text = "Let them sign in again"}));
        return out;
    }
    if (!view.is_own)
        links << govuk::button(
            {.text = "Disable", .href = address + "/disablement", .classes = "govuk-button--warning"});
    return html::div("govuk-button-group", links);
}

/// Looks the account up for a page that acts on it.
template <class Show>
http::Response with_account(Visit& visit, Show&& show) {
    auto const id = account_in(visit);
    if (!id) return page_not_found(visit);
    auto const view = usecases::accounts::view_account(visit.context, *id);
    if (!view) return visit.refused(view.error());
    return show(*view);
}

Page account_subpage(Visit& visit, AccountView const& view, std::string title, Html const& body) {
    auto page = admin_page_below(visit, Section::accounts, accounts_crumb(), std::move(title), body);
    page.breadcrumbs.push_back({view.account.name, address_of_account(view.account.id)});
    return page;
}

http::Response edit_form_page(Visit& visit, AccountView const& view, http::Pairs typed,
                              std::vector<Problem> problems) {
    auto const address = address_of_account(view.account.id);
    auto const shapes = account_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1("Change an account");
    Html fields = forms::render_fields(
        shapes, {.typed = std::move(typed), .problems = problems, .choices = account_choices(view.teams)});
    fields << forms::buttons("Save changes", address);
    http::Pairs hidden;
    hidden.set("version", std::to_string(view.account.version));
    if (auto const seen = visit.request.form.get("version")) hidden.set("version", std::string(*seen));
    body << visit.form(address + "/edit", fields, std::move(hidden));
    auto page = account_subpage(visit, view, "Change an account", body);
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

/// X: says what will happen and to whom.
http::Response ask_first(Visit& visit, AccountView const& view, char const* title, Html const& what,
                         std::string const& action, govuk::Button button,
                         std::vector<Problem> const& problems = {}) {
    auto const address = address_of_account(view.account.id);
    Html body = forms::problem_summary(problems, {}, visit.language());
    body << html::h1(title) << what;
    Html buttons = govuk::button(button);
    buttons << html::a(address, "Go back");
    body << visit.form(address + action, html::div("govuk-button-group", buttons));
    auto page = account_subpage(visit, view, title, body);
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

http::Response disablement_page(Visit& visit, AccountView const& view, std::vector<Problem> const& problems) {
    Html what = html::p(view.account.name +
                        " is signed out everywhere and cannot sign in again. What they did stays.");
    if (view.open_cases > 0)
        what << govuk::warning_text(
            {.text = "They own " + text::count_of(view.open_cases, "open case", "open cases") +
                     ". Nobody is told when these fall due until they are handed over."});
    return ask_first(visit, view, "Disable this account?", what, "/disablement",
                     {.text = "Disable account", .classes = "govuk-button--warning"}, problems);
}

}  // namespace

http::Response starting_password_page(Visit& visit, std::string const& name,
                                      usecases::accounts::StartingPassword const& made) {
    Html body = html::h1("Starting password");
    body << html::p("Give this to " + name + " in person or by telephone, not by e-mail:");
    body << html::codes({made.password});
    body << html::p("They choose their own password when they first sign in, and set up a second step.");
    body << html::p("It works until " + instant_words(made.works_until) +
                    ". After that, reset their sign-in.");
    body << govuk::warning_text({.text = "We show it this once."});
    body << govuk::button({.text = "Continue", .href = address_of_account(made.account)});
    return visit.page(
        admin_page_below(visit, Section::accounts, accounts_crumb(), "Starting password", body));
}

http::Response show_account(Visit& visit) {
    return with_account(visit, [&](AccountView const& view) {
        Html body = account_alerts(view);
        body << html::h1(view.account.name) << account_facts(view) << account_actions(visit, view)
             << html::h2("Signing in") << sign_in_facts(view)
             << html::p(
                    html::a(address_of_account(view.account.id) + "/sessions", "Where they are signed in"))
             << html::h2("Leave") << leave_table(view) << colleague_facts(visit, view.account);
        return visit.page(
            admin_page_below(visit, Section::accounts, accounts_crumb(), view.account.name, body));
    });
}

http::Response show_account_sessions(Visit& visit) {
    return with_account(visit, [&](AccountView const& view) {
        auto const sessions = usecases::accounts::open_sessions_of(visit.context, view.account.id);
        if (!sessions) return visit.refused(sessions.error());
        auto const title = "Where " + view.account.name + " is signed in";
        Html body = html::h1(title);
        if (sessions->empty()) body << html::p("Nowhere now.");
        body << accounts::session_cards(visit, *sessions, address_of_account(view.account.id) + "/sessions");
        return visit.page(account_subpage(visit, view, title, body));
    });
}

http::Response post_end_account_session(Visit& visit) {
    return with_account(visit, [&](AccountView const& view) {
        auto const id = SessionId::parse(visit.request.parameter("session"));
        if (!id) return page_not_found(visit);
        auto const done = usecases::accounts::end_session_of(visit.context, view.account.id, *id);
        if (!done) return visit.refused(done.error());
        return visit.done(address_of_account(view.account.id) + "/sessions", "The session is ended.");
    });
}

http::Response show_edit_account(Visit& visit) {
    return with_account(visit, [&](AccountView const& view) {
        return edit_form_page(visit, view, forms::fill(account_form(), details_of(view.account)), {});
    });
}

http::Response post_edit_account(Visit& visit) {
    return with_account(visit, [&](AccountView const& view) {
        auto parsed = visit.parse(account_form(), account_choices(view.teams));
        if (!parsed.ok())
            return edit_form_page(visit, view, std::move(parsed.typed), std::move(parsed.problems));
        auto const seen = digits(visit.request.form.value("version")).value_or(0);
        auto const changed =
            usecases::accounts::change_account(visit.context, view.account.id, seen, parsed.input);
        if (changed)
            return visit.done(address_of_account(view.account.id),
                              parsed.input.name + "’s account is changed.");
        return refused_form(visit, changed.error(), [&](std::vector<Problem> problems) {
            return edit_form_page(visit, view, std::move(parsed.typed), std::move(problems));
        });
    });
}

http::Response show_sign_in_reset(Visit& visit) {
    return with_account(visit, [&](AccountView const& view) {
        Html what = html::p("For a forgotten password or a lost phone. Make sure it is really " +
                            view.account.name + " who asks.");
        what << html::p(
            "They are signed out everywhere, get a new starting password from you, and set up "
            "their second step again.");
        return ask_first(visit, view, "Reset sign-in?", what, "/sign-in-reset", {.text = "Reset sign-in"});
    });
}

http::Response post_sign_in_reset(Visit& visit) {
    return with_account(visit, [&](AccountView const& view) {
        auto const reset = usecases::accounts::reset_sign_in(visit.context, view.account.id,
                                                             usecases::accounts::Reset::both);
        if (!reset) return visit.refused(reset.error());
        auto response = starting_password_page(visit, view.account.name, *reset);
        // One's own session ended with the others.
        if (view.is_own) response.cookies.push_back({.name = "session", .value = "", .max_age = 0});
        return response;
    });
}

http::Response show_disablement(Visit& visit) {
    return with_account(visit, [&](AccountView const& view) { return disablement_page(visit, view, {}); });
}

http::Response post_disablement(Visit& visit) {
    return with_account(visit, [&](AccountView const& view) {
        auto const disabled = usecases::accounts::disable_account(visit.context, view.account.id);
        if (disabled)
            return visit.done(address_of_account(view.account.id),
                              view.account.name + "’s account is disabled.");
        return refused_form(visit, disabled.error(), [&](std::vector<Problem> const& problems) {
            return disablement_page(visit, view, problems);
        });
    });
}

http::Response post_enablement(Visit& visit) {
    return with_account(visit, [&](AccountView const& view) {
        auto const enabled = usecases::accounts::enable_account(visit.context, view.account.id);
        if (!enabled) return visit.refused(enabled.error());
        return visit.done(address_of_account(view.account.id), view.account.name + " can sign in again.");
    });
}

}  // namespace doorstep::pages::admin
