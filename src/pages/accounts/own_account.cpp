#include "pages/accounts/own_account.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/moj_alert.h"
#include "govuk/summary_list.h"
#include "html/elements.h"
#include "pages/accounts/second_step.h"
#include "pages/accounts/sign_in.h"
#include "pages/menu.h"
#include "usecases/accounts/own_account.h"
#include "usecases/accounts/second_step.h"
#include "usecases/accounts/session.h"
#include "usecases/settings.h"

namespace doorstep::pages::accounts {
namespace {

using usecases::accounts::ChangePassword;
using usecases::accounts::OwnAccount;

/// Fewer codes left than this, and the page says so first.
constexpr int few_codes = 4;

Html who(OwnAccount const& own) {
    auto const& account = own.account;
    govuk::SummaryList list;
    auto const row = [&](char const* key, std::string value) {
        if (value.empty()) value = "Not given";
        list.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}, .actions = {}});
    };
    row("Name", account.name);
    row("E-mail address", account.email);
    row("Job", account.job_title);
    row("Telephone", account.telephone);
    row("Team", own.team);
    row("Roles", role_words(account.roles));
    return govuk::summary_list(list);
}

Html signing_in(OwnAccount const& own) {
    auto const& account = own.account;
    bool const has_second = account.second_factor_secret.has_value();
    govuk::SummaryList list;
    list.rows.push_back({.key = {.text = "Password"},
                         .value = {.text = "Set"},
                         .actions = {.items = {{.href = "/your-account/password",
                                                .text = "Change",
                                                .visually_hidden_text = "password"}}}});
    list.rows.push_back({.key = {.text = "Second step"},
                         .value = {.text = has_second ? "A code from an app" : "Not set up"},
                         .actions = {.items = {{.href = "/staff/second-step/new",
                                                .text = has_second ? "Replace" : "Set up",
                                                .visually_hidden_text = "second step"}}}});
    if (has_second)
        list.rows.push_back(
            {.key = {.text = "Recovery codes"},
             .value = {.text = std::to_string(own.recovery_codes_left) + " left"},
             .actions = {.items = {{.href = "/your-account/recovery-codes/new",
                                    .text = "Make new ones",
                                    .visually_hidden_text = "in place of these recovery codes"}}}});
    return govuk::summary_list(list);
}

Html sessions(Visit& visit, OwnAccount const& own) {
    Html body = html::h2("Where you are signed in");
    body << html::p("In " + text::count_of(static_cast<long long>(own.sessions.size()), "place", "places") +
                    ", this one included.");
    body << html::p(html::a("/your-account/sessions", "See and end your sessions"));
    body << visit.form("/your-account/sign-out-everywhere",
                       govuk::button({.text = "Sign out everywhere", .classes = "govuk-button--secondary"}));
    return body;
}

forms::Form<ChangePassword> const& password_form() {
    static auto const form = forms::form<ChangePassword>(
        "change-password",
        forms::password_field(&ChangePassword::current,
                              {.name = "current-password", .label = "The password you use now"},
                              {forms::required("Enter the password you use now")}),
        forms::password_field(
            &ChangePassword::password,
            {.name = "new-password", .label = "New password", .autocomplete = "new-password"},
            {forms::required("Enter a new password")}));
    return form;
}

http::Response password_page(Visit& visit, std::vector<Problem> problems) {
    auto const session = usecases::accounts::current_session(visit.context, visit.session.token);
    bool const must = session && session->account.must_change_password;
    auto const shapes = password_form().shapes();
    auto const* title = must ? "Choose your own password" : "Change your password";
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1(title);
    if (must)
        body << govuk::inset_text(
            {.text = "You signed in with a password that somebody else has seen. Choose one "
                     "that only you know before you go on."});
    body << html::p(
        "Use " + std::to_string(usecases::accounts::shortest_password(visit.context)) +
        " characters or more. Three random words are easy to remember and hard to guess. Do not use "
        "one you have elsewhere.");
    Html fields = forms::render_fields(shapes, {.problems = problems});
    fields << forms::buttons("Change password", must ? "" : "/your-account");
    body << visit.form("/your-account/password", fields, hidden_next(visit));
    Page page;
    page.title = title;
    page.has_errors = !problems.empty();
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

struct OwnPassword {
    std::string password;
};
forms::Form<OwnPassword> const& own_password_form() {
    static auto const form = forms::form<OwnPassword>(
        "own-password",
        forms::password_field(
            &OwnPassword::password,
            {.name = "password", .label = "Your password", .hint = "So that we know it is still you"},
            {forms::required("Enter your password")}));
    return form;
}

http::Response recovery_codes_form_page(Visit& visit, std::vector<Problem> problems) {
    auto const shapes = own_password_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1("Make new recovery codes");
    body << html::p("You get ten new codes. The ones you have now stop working.");
    Html fields = forms::render_fields(shapes, {.problems = problems});
    fields << forms::buttons("Make new codes", "/your-account");
    body << visit.form("/your-account/recovery-codes/new", fields);
    Page page;
    page.title = "Make new recovery codes";
    page.has_errors = !problems.empty();
    page.back = BackLink{.href = "/your-account", .text = {}};
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

}  // namespace

http::Response show_own_account(Visit& visit) {
    auto const own = usecases::accounts::view_own_account(visit.context, visit.session.token);
    if (!own) return visit.refused(own.error());
    Html body = html::h1("Your account");
    if (own->account.second_factor_secret && own->recovery_codes_left < few_codes)
        body << govuk::moj_alert(
            {.variant = "warning",
             .title = "Few recovery codes left",
             .text = "You have " +
                     text::count_of(own->recovery_codes_left, "recovery code", "recovery codes") +
                     " left. Make new ones while you still can sign in."});
    body << who(*own) << html::p("An administrator can change these.") << html::h2("How you sign in")
         << signing_in(*own) << sessions(visit, *own) << html::h2("Programs that act for you")
         << html::p(html::a("/your-account/tokens", "Tokens for programs"));
    Page page;
    page.title = "Your account";
    page.body = html::two_thirds(body);
    return visit.page(std::move(page));
}

http::Response show_change_password(Visit& visit) {
    if (!visit.context.viewer.account)
        return visit.see_other("/staff/sign-in/code" + next_query(next_of(visit)));
    return password_page(visit, {});
}

http::Response post_change_password(Visit& visit) {
    if (!visit.context.viewer.account)
        return visit.see_other("/staff/sign-in/code" + next_query(next_of(visit)));
    auto parsed = visit.parse(password_form());
    if (!parsed.ok()) return password_page(visit, std::move(parsed.problems));
    auto const changed =
        usecases::accounts::change_password(visit.context, visit.session.token, parsed.input);
    if (!changed) {
        auto const& refusal = changed.error();
        if (!is_about_the_form(refusal) && refusal.kind() != RefusalKind::too_many)
            return visit.refused(refusal);
        auto response = password_page(visit, problems_of(refusal));
        response.status = http_status(refusal.kind());
        return response;
    }
    auto const next = next_of(visit);
    return visit
        .done(next.empty() ? "/your-account" : next,
              "Your password is changed. You are signed out on other devices.")
        .with_cookie(session_cookie(changed->token));
}

http::Response show_new_recovery_codes(Visit& visit) { return recovery_codes_form_page(visit, {}); }

http::Response post_new_recovery_codes(Visit& visit) {
    auto parsed = visit.parse(own_password_form());
    if (!parsed.ok()) return recovery_codes_form_page(visit, std::move(parsed.problems));
    auto const codes =
        usecases::accounts::make_recovery_codes(visit.context, visit.session.token, parsed.input.password);
    if (codes) return recovery_codes_page(visit, *codes, "/your-account");
    auto const& refusal = codes.error();
    if (!is_about_the_form(refusal) && refusal.kind() != RefusalKind::too_many) return visit.refused(refusal);
    auto response = recovery_codes_form_page(visit, problems_of(refusal));
    response.status = http_status(refusal.kind());
    return response;
}

http::Response post_sign_out_everywhere(Visit& visit) {
    if (auto const done = usecases::accounts::sign_out_everywhere(visit.context); !done)
        return visit.refused(done.error());
    return visit.see_other("/signed-out").with_cookie({.name = "session", .value = "", .max_age = 0});
}

}  // namespace doorstep::pages::accounts
