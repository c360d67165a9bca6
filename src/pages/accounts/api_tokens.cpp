#include "pages/accounts/api_tokens.h"

#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/summary_list.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "usecases/accounts/api_tokens.h"

namespace doorstep::pages::accounts {
namespace {

using domain::access::Scope;
using usecases::accounts::ApiToken;
using usecases::accounts::MakeToken;

std::vector<forms::Choice> scope_choices() {
    std::vector<forms::Choice> choices;
    for (auto const& scope : all_of<Scope>())
        choices.push_back({.value = std::string(scope.name), .text = std::string(scope.words)});
    return choices;
}

forms::Form<MakeToken> const& token_form() {
    static auto const form = forms::form<MakeToken>(
        "token",
        forms::text_field(
            &MakeToken::name,
            {.name = "name", .label = "Which program is it for?", .hint = "For example, nightly report"},
            {forms::required("Enter a name, such as the program it is for"),
             forms::at_most(100, "Name must be 100 characters or fewer")}),
        forms::checkboxes_field(&MakeToken::scopes,
                                {.name = "scopes",
                                 .label = "What may it do?",
                                 .hint = "Never more than you may do yourself. Choose as little as it needs",
                                 .choices = scope_choices()},
                                {forms::required("Select what the program may do")}),
        forms::text_field(&MakeToken::days, {.name = "days",
                                             .label = "For how many days?",
                                             .hint = "As long as it may be, when you leave it empty",
                                             .classes = "govuk-input--width-4",
                                             .input_mode = "numeric",
                                             .optional = true}),
        forms::password_field(
            &MakeToken::password,
            {.name = "password", .label = "Your password", .hint = "So that we know it is still you"},
            {forms::required("Enter your password")}));
    return form;
}

std::string what_it_may(ApiToken const& token) {
    std::string words;
    for (auto const& scope : all_of<Scope>())
        if (token.scopes.has(scope.value)) words.append(words.empty() ? "" : "; ").append(scope.words);
    return words;
}

std::string state_words(ApiToken const& token, Instant now) {
    if (token.revoked_at) return "Revoked on " + date_words(london_date(*token.revoked_at));
    auto const last_day = date_words(london_date(token.expires_at.plus_milliseconds(-1)));
    return (token.works(now) ? "Works until " : "Ended on ") + last_day;
}

Html token_card(Visit& visit, ApiToken const& token) {
    govuk::SummaryList list;
    auto const row = [&](char const* key, std::string value) {
        list.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}, .actions = {}});
    };
    row("Begins with", token.beginning);
    row("May", what_it_may(token));
    row("Made", date_words(london_date(token.created_at)));
    row("Last used", token.last_used_at ? instant_words(*token.last_used_at) : "Never");
    row("State", state_words(token, visit.context.now));
    Html card = html::h2(token.name);
    card << govuk::summary_list(list);
    if (!token.works(visit.context.now)) return card;
    Html words = Html::text("Revoke");
    words << html::hidden(" the token " + token.name);
    card << visit.form("/your-account/tokens/" + std::string(token.id.text()) + "/revocation",
                       govuk::button({.html = words, .classes = "govuk-button--warning"}));
    return card;
}

http::Response token_form_page(Visit& visit, http::Pairs typed, std::vector<Problem> const& problems) {
    auto const shapes = token_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1("Make a token for a program");
    body << html::p(
        "With it a program acts in your name: what it does stands in the history as done by you.");
    Html fields = forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems});
    fields << forms::buttons("Make the token", "/your-account/tokens");
    body << visit.form("/your-account/tokens/new", fields);
    Page page;
    page.title = "Make a token for a program";
    page.has_errors = !problems.empty();
    page.breadcrumbs = {{"Your account", "/your-account"}, {"Tokens", "/your-account/tokens"}};
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

http::Response token_made_page(Visit& visit, usecases::accounts::TokenMade const& made) {
    Html body = html::h1("Copy the token now");
    body << html::codes({made.token});
    body << govuk::warning_text({.text = "We show it this once. Put it where the program keeps its secrets, "
                                         "never into an e-mail or a file that others can read."});
    body << html::p("It works until " + date_words(made.last_day) + ".");
    body << govuk::button({.text = "I have copied it: continue", .href = "/your-account/tokens"});
    Page page;
    page.title = "Copy the token now";
    page.body = html::two_thirds(body);
    return visit.page(std::move(page));
}

}  // namespace

http::Response show_tokens(Visit& visit) {
    auto const tokens = usecases::accounts::list_tokens(visit.context);
    if (!tokens) return visit.refused(tokens.error());
    Html body = html::h1("Tokens for programs");
    if (tokens->empty()) {
        body << govuk::empty_state({.title = "No tokens yet",
                                    .text = "A token lets a program of yours read or write here for you.",
                                    .html = {},
                                    .action_text = "Make a token",
                                    .action_href = "/your-account/tokens/new"});
    } else {
        body << html::p("Each lets a program act for you. Revoke what you no longer need.");
        body << govuk::button({.text = "Make a token", .href = "/your-account/tokens/new"});
        for (auto const& token : *tokens) body << token_card(visit, token);
    }
    Page page;
    page.title = "Tokens for programs";
    page.breadcrumbs = {{"Your account", "/your-account"}};
    page.body = html::two_thirds(body);
    return visit.page(std::move(page));
}

http::Response show_new_token(Visit& visit) { return token_form_page(visit, {}, {}); }

http::Response post_new_token(Visit& visit) {
    auto parsed = visit.parse(token_form());
    if (!parsed.ok()) return token_form_page(visit, std::move(parsed.typed), parsed.problems);
    auto const made = usecases::accounts::make_token(visit.context, parsed.input);
    if (made) return token_made_page(visit, *made);
    auto const& refusal = made.error();
    bool const is_shown_on_form = is_about_the_form(refusal) || refusal.kind() == RefusalKind::conflict ||
                                  refusal.kind() == RefusalKind::too_many;
    if (!is_shown_on_form) return visit.refused(refusal);
    auto response = token_form_page(visit, std::move(parsed.typed), problems_of(refusal));
    response.status = http_status(refusal.kind());
    return response;
}

http::Response post_revoke_token(Visit& visit) {
    auto const id = ApiTokenId::parse(visit.request.parameter("token"));
    if (!id)
        return visit.refused(
            Refusal(RefusalKind::not_found, "token-unknown", "There is no such token that works"));
    auto const done = usecases::accounts::revoke_token(visit.context, *id);
    if (!done) return visit.refused(done.error());
    return visit.done("/your-account/tokens", "Token revoked. The program can no longer use it.");
}

}  // namespace doorstep::pages::accounts
