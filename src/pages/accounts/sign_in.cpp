#include "pages/accounts/sign_in.h"

#include "govuk/summary_list.h"
#include "govuk/table.h"
#include "html/elements.h"
#include "pages/menu.h"
#include "usecases/accounts/demo_sign_ins.h"
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

/// The demo shows every role's sign-in. A real site has none.
Html demo_accounts(Visit& visit) {
    if (!visit.context.settings().site().is_demo) return {};
    govuk::Table table{.head = {{.text = "Role"}, {.text = "E-mail address"}, {.text = "Password"}},
                       .caption = "Sign in to the demo as",
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true};
    for (auto const& account : usecases::accounts::demo_sign_ins(visit.context))
        table.rows.push_back({{.text = account.role_words + " (" + account.name + ")"},
                              {.text = account.email},
                              {.text = account.password}});
    return govuk::table(table);
}

http::Response form_page(Visit& visit, http::Pairs typed, std::vector<Problem> problems) {
    auto const shapes = sign_in_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1("Sign in");
    Html fields = forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems});
    fields << forms::buttons("Sign in", "");
    http::Pairs hidden;
    hidden.set("next", std::string(visit.request.query.value("next")));
    if (auto const next = visit.request.form.get("next")) hidden.set("next", std::string(*next));
    body << visit.form("/staff/sign-in", fields, std::move(hidden)) << demo_accounts(visit);
    Page page;
    page.title = "Sign in";
    page.has_errors = !problems.empty();
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

}  // namespace

http::Cookie session_cookie(std::string token) {
    return {.name = "session", .value = std::move(token), .max_age = {}};
}

http::Response show_sign_in(Visit& visit) {
    if (visit.context.viewer.account) return visit.see_other(home_for(visit.context.viewer));
    return form_page(visit, {}, {});
}

http::Response post_sign_in(Visit& visit) {
    auto parsed = visit.parse(sign_in_form());
    if (!parsed.ok()) return form_page(visit, std::move(parsed.typed), std::move(parsed.problems));
    std::optional<std::string> old_token;
    if (!visit.session.token.empty()) old_token = visit.session.token;
    auto const signed_in = usecases::accounts::sign_in(visit.context, parsed.input, old_token);
    if (!signed_in) {
        auto response = form_page(visit, std::move(parsed.typed), problems_of(signed_in.error()));
        response.status = http_status(signed_in.error().kind());
        return response;
    }
    auto next = std::string(visit.request.form.value("next"));
    if (next.empty()) next = home_for(visit.context.viewer);
    if (signed_in->second_factor_needed) next = "/staff/sign-in/code?next=" + http::percent_encode(next);
    if (signed_in->second_factor_to_set_up) next = "/staff/second-step/new";
    if (!signed_in->second_factor_needed && !signed_in->second_factor_to_set_up &&
        signed_in->must_change_password)
        next = "/your-account/password";
    return visit.see_other(next).with_cookie(session_cookie(signed_in->token));
}

http::Response post_sign_out(Visit& visit) {
    (void)usecases::accounts::sign_out(visit.context, visit.session.token);
    return visit.see_other("/signed-out").with_cookie({.name = "session", .value = "", .max_age = 0});
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
