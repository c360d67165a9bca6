#include <fmt/core.h>

#include <CLI/CLI.hpp>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/json_line.h"
#include "storage/accounts.h"
#include "usecases/accounts/api_tokens.h"

namespace doorstep::cli {
namespace {

using domain::accounts::Account;
using usecases::accounts::ApiToken;

int with_owner(Terminal const& terminal, std::string const& email,
               std::function<int(usecases::Context&, Account const&)> const& act) {
    auto site = terminal.open();
    auto context = terminal.context(*site);
    auto const account = storage::accounts::find_by_sign_in_name(context.read(), text::fold(email));
    if (!account)
        return report(Refusal(RefusalKind::not_found, "account-unknown", "There is no account " + email));
    return act(context, *account);
}

int add_token(Terminal const& terminal, usecases::Context& context, Account const& account,
              usecases::accounts::MakeToken const& input) {
    auto const made = usecases::accounts::make_token_for(context, account, input);
    if (!made) return report(made.error());
    if (terminal.json) {
        JsonLine()
            .set("id", made->id.text())
            .set("token", made->token)
            .set("last_day", made->last_day.iso())
            .print();
        return 0;
    }
    fmt::print("{}\n", made->token);
    fmt::print(stderr, "It works until {} and is not shown again\n", date_words(made->last_day));
    return 0;
}

std::string_view state_of(ApiToken const& token, Instant now) {
    if (token.revoked_at) return "revoked";
    return token.works(now) ? "works" : "ended";
}

int list_tokens_of(Terminal const& terminal, usecases::Context& context, Account const& account) {
    auto const tokens = usecases::accounts::list_tokens_of(context, account);
    if (!tokens) return report(tokens.error());
    for (auto const& token : *tokens) {
        auto const last_day = london_date(token.expires_at.plus_milliseconds(-1)).iso();
        auto const last_used = token.last_used_at ? token.last_used_at->iso() : std::string();
        auto const state = state_of(token, context.now);
        if (terminal.json)
            JsonLine()
                .set("id", token.id.text())
                .set("name", token.name)
                .set("begins_with", token.beginning)
                .set("scopes", token.scopes.names())
                .set("state", state)
                .set("last_day", last_day)
                .set("last_used_at", last_used)
                .print();
        else
            fmt::print("{}\t{}\t{}\t{}\t{}\t{}\n", token.id.text(), state, last_day,
                       last_used.empty() ? "never used" : last_used, token.scopes.names(), token.name);
    }
    return 0;
}

int revoke(usecases::Context& context, Account const& account, std::string const& typed) {
    auto const id = ApiTokenId::parse(typed);
    if (!id) return report(Refusal(RefusalKind::not_found, "token-unknown", "There is no token " + typed));
    auto const done = usecases::accounts::revoke_token_of(context, account, *id);
    return done ? 0 : report(done.error());
}

}  // namespace

void add_api_commands(CLI::App& app, Terminal& terminal) {
    static std::string email;
    static std::string token_id;
    static int days = 0;
    static usecases::accounts::MakeToken input;
    auto* group = app.add_subcommand("api", "The way in for programs");
    group->require_subcommand(1);
    auto* token = group->add_subcommand("token",
                                        "Tokens by which a program acts for an account\n"
                                        "  doorstep api token add robot@elmfield.example --name \"Nightly\" "
                                        "--scope cases:read --scope figures:read");
    token->require_subcommand(1);

    auto* add = token->add_subcommand("add", "Makes a token and prints it, once");
    add->add_option("EMAIL", email, "Of the account it acts for")->required();
    add->add_option("--name", input.name, "Which program it is for")->required();
    std::vector<std::string> scopes;
    for (auto const& scope : all_of<domain::access::Scope>()) scopes.emplace_back(scope.name);
    add->add_option("--scope", input.scopes, "What it may do; may be given several times")
        ->required()
        ->check(CLI::IsMember(scopes));
    add->add_option("--days", days, "How long it works; as long as it may be when not given")
        ->check(CLI::PositiveNumber);
    add->callback([&] {
        terminal.run = [&] {
            if (days > 0) input.days = days;
            return with_owner(terminal, email, [&](auto& context, auto const& account) {
                return add_token(terminal, context, account, input);
            });
        };
    });

    auto* list =
        token->add_subcommand("list", "Tokens of an account: id, state, last day, last use, scopes, name");
    list->add_option("EMAIL", email, "Of the account")->required();
    list->callback([&] {
        terminal.run = [&] {
            return with_owner(terminal, email, [&](auto& context, auto const& account) {
                return list_tokens_of(terminal, context, account);
            });
        };
    });

    auto* end = token->add_subcommand("revoke", "Ends a token at once");
    end->add_option("EMAIL", email, "Of the account")->required();
    end->add_option("ID", token_id, "Of the token, as `list` shows it")->required();
    end->callback([&] {
        terminal.run = [&] {
            return with_owner(terminal, email, [&](auto& context, auto const& account) {
                return revoke(context, account, token_id);
            });
        };
    });
}

}  // namespace doorstep::cli
