#include "pages/accounts/sign_in.h"

#include "domain/accounts/device_words.h"
#include "govuk/button.h"
#include "govuk/details.h"
#include "html/elements.h"
#include "pages/menu.h"
#include "usecases/accounts/demo_sign_ins.h"
#include "usecases/accounts/session.h"
#include "usecases/accounts/sign_in.h"
#include "usecases/settings.h"

namespace doorstep::pages::accounts {
namespace {

using usecases::accounts::SignIn;

forms::Form<SignIn> const& sign_in_form() {
    static auto const form = forms::form<SignIn>(
        "sign-in",
        forms::text_field(&SignIn::email,
                          {.name = "email",
                           .label = "E-mail address",
                           .autocomplete = "username",
                           .input_type = "email",
                           .spellcheck = false},
                          {forms::required("Enter your e-mail address")}),
        forms::password_field(&SignIn::password, {.name = "password", .label = "Password"},
                              {forms::required("Enter your password")}));
    return form;
}

/// The demo shows every role with a button that signs in as it. A real site has none.
Html demo_accounts(Visit& visit) {
    if (!visit.context.settings().site().is_demo) return {};
    Html all = html::h2("Sign in to the demo");
    all << html::p("Everybody and everything in it is invented. All these accounts have the password \"" +
                   std::string(usecases::accounts::demo_password) + "\".");
    for (auto const& account : usecases::accounts::demo_sign_ins(visit.context)) {
        http::Pairs typed = hidden_next(visit);
        typed.add("email", account.email);
        typed.add("password", account.password);
        Html const button =
            govuk::button({.text = "Sign in as " + account.name, .classes = "govuk-button--secondary"});
        all << html::h3(account.role_words) << html::p(account.email)
            << visit.form("/staff/sign-in", button, std::move(typed));
    }
    return all;
}

http::Response sign_in_page(Visit& visit, http::Pairs typed, std::vector<Problem> problems) {
    auto const shapes = sign_in_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1("Sign in");
    Html fields = forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems});
    fields << forms::buttons("Sign in", "");
    body << visit.form("/staff/sign-in", fields, hidden_next(visit)) << demo_accounts(visit);
    Page page;
    page.title = "Sign in";
    page.has_errors = !problems.empty();
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

struct Code {
    std::string code;
};

forms::Form<Code> const& code_form() {
    static auto const form = forms::form<Code>(
        "sign-in-code",
        forms::text_field(&Code::code,
                          {.name = "code",
                           .label = "Code",
                           .hint = "6 digits from your app, or one of the recovery codes you wrote "
                                   "down",
                           .classes = "govuk-input--width-10",
                           .autocomplete = "one-time-code",
                           .spellcheck = false},
                          {forms::required("Enter the code your app shows now")}));
    return form;
}

http::Response code_page(Visit& visit, std::vector<Problem> problems) {
    auto const shapes = code_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1("Enter your code");
    body << html::p("Open the app you use to sign in and find the code for Doorstep.");
    Html fields = forms::render_fields(shapes, {.problems = problems});
    fields << forms::buttons("Continue", "");
    body << visit.form("/staff/sign-in/code", fields, hidden_next(visit));
    body << govuk::details({.summary_text = "I do not have my phone",
                            .text =
                                "Use one of the ten recovery codes you were given when you set this up: each "
                                "works once. Without them, ask an administrator to reset your second step."});
    body << html::p(html::a("/staff/sign-in" + next_query(next_of(visit)), "Sign in as someone else"));
    Page page;
    page.title = "Enter your code";
    page.has_errors = !problems.empty();
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

std::string step_after(usecases::accounts::SignedIn const& signed_in, Visit const& visit) {
    auto const next = next_of(visit);
    if (signed_in.second_factor_needed) return "/staff/sign-in/code" + next_query(next);
    if (signed_in.second_factor_to_set_up) return "/staff/second-step/new" + next_query(next);
    if (signed_in.must_change_password) return "/your-account/password" + next_query(next);
    return next.empty() ? home_for(visit.context.viewer) : next;
}

}  // namespace

std::string next_of(Visit const& visit) {
    if (auto const next = visit.request.form.get("next")) return std::string(*next);
    return std::string(visit.request.query.value("next"));
}

std::string next_query(std::string_view next) {
    return next.empty() ? "" : "?next=" + http::percent_encode(next);
}

http::Pairs hidden_next(Visit const& visit) {
    http::Pairs hidden;
    if (auto next = next_of(visit); !next.empty()) hidden.set("next", std::move(next));
    return hidden;
}

http::Cookie session_cookie(std::string token) {
    return {.name = "session", .value = std::move(token), .max_age = {}};
}

http::Response show_sign_in(Visit& visit) {
    if (visit.context.viewer.account) return visit.see_other(home_for(visit.context.viewer));
    return sign_in_page(visit, {}, {});
}

http::Response post_sign_in(Visit& visit) {
    auto parsed = visit.parse(sign_in_form());
    if (!parsed.ok()) return sign_in_page(visit, std::move(parsed.typed), std::move(parsed.problems));
    std::optional<std::string> old_token;
    if (!visit.session.token.empty()) old_token = visit.session.token;
    parsed.input.from = {domain::accounts::device_words(visit.request.headers.value("user-agent")),
                         visit.request.client_address};
    auto const signed_in = usecases::accounts::sign_in(visit.context, parsed.input, old_token);
    if (!signed_in) {
        auto response = sign_in_page(visit, std::move(parsed.typed), problems_of(signed_in.error()));
        response.status = http_status(signed_in.error().kind());
        return response;
    }
    return visit.see_other(step_after(*signed_in, visit)).with_cookie(session_cookie(signed_in->token));
}

http::Response show_code(Visit& visit) {
    auto const session = usecases::accounts::current_session(visit.context, visit.session.token);
    if (!session) return visit.see_other("/staff/sign-in" + next_query(next_of(visit)));
    if (session->second_factor_to_set_up)
        return visit.see_other("/staff/second-step/new" + next_query(next_of(visit)));
    if (session->second_factor_done) return visit.see_other(home_for(visit.context.viewer));
    return code_page(visit, {});
}

http::Response post_code(Visit& visit) {
    auto parsed = visit.parse(code_form());
    if (!parsed.ok()) return code_page(visit, std::move(parsed.problems));
    auto const signed_in =
        usecases::accounts::confirm_second_factor(visit.context, visit.session.token, parsed.input.code);
    if (signed_in)
        return visit.see_other(step_after(*signed_in, visit)).with_cookie(session_cookie(signed_in->token));
    auto const& refusal = signed_in.error();
    if (refusal.kind() == RefusalKind::signed_out)
        return visit.see_other("/staff/sign-in" + next_query(next_of(visit)));
    if (refusal.kind() == RefusalKind::invalid || refusal.kind() == RefusalKind::too_many) {
        auto response = code_page(visit, problems_of(refusal));
        response.status = http_status(refusal.kind());
        return response;
    }
    return visit.refused(refusal);
}

http::Response post_sign_out(Visit& visit) {
    (void)usecases::accounts::sign_out(visit.context, visit.session.token);
    return visit.see_other("/signed-out").with_cookie({.name = "session", .value = "", .max_age = 0});
}

http::Response post_session(Visit&) {
    http::Response response;
    response.status = 204;
    return response;
}

http::Response show_signed_out(Visit& visit) {
    Page page;
    page.title = "You are signed out";
    Html body = html::h1("You are signed out");
    body << html::p(html::a("/staff/sign-in", "Sign in again"));
    page.body = html::two_thirds(body);
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::accounts
