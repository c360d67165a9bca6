#include <fmt/core.h>

#include <CLI/CLI.hpp>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/json_line.h"
#include "storage/accounts.h"
#include "usecases/accounts/api_tokens.h"
#include "usecases/webhooks/webhooks.h"

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

int list_all_webhooks(Terminal const& terminal) {
    auto site = terminal.open(usecases::Migrate::refuse_older);
    auto context = terminal.context(*site);
    auto const webhooks = usecases::webhooks::list_webhooks(context);
    if (!webhooks) return report(webhooks.error());
    for (auto const& webhook : *webhooks) {
        auto const failing = webhook.failing_since ? webhook.failing_since->iso() : std::string();
        if (terminal.json)
            JsonLine()
                .set("id", webhook.id.text())
                .set("name", webhook.name)
                .set("address", webhook.address)
                .set("state", name_of(webhook.state))
                .set("kinds", webhook.kinds)
                .set("failing_since", failing)
                .print();
        else
            fmt::print("{}\t{}\t{}\t{}\n", webhook.id.text(), name_of(webhook.state), webhook.address,
                       webhook.name);
    }
    return 0;
}

int add_one_webhook(Terminal const& terminal, usecases::webhooks::SaveWebhook const& input) {
    auto site = terminal.open();
    auto context = terminal.context(*site);
    auto const added = usecases::webhooks::add_webhook(context, input);
    if (!added) return report(added.error());
    if (terminal.json)
        JsonLine().set("id", added->id.text()).set("secret", added->secret).print();
    else
        fmt::print("{}\t{}\n", added->id.text(), added->secret);
    return 0;
}

int replay(Terminal const& terminal, std::string const& typed_id, std::string const& typed_day, bool all) {
    auto const id = WebhookId::parse(typed_id);
    if (!id)
        return report(Refusal(RefusalKind::not_found, "webhook-unknown", "There is no webhook " + typed_id));
    auto const since = Date::parse_iso(typed_day);
    if (!since) return report(Refusal(RefusalKind::invalid, "bad-date", "Write the day as 2026-11-21"));
    auto site = terminal.open();
    auto context = terminal.context(*site);
    auto const count = usecases::webhooks::replay_webhook(
        context, {.id = *id,
                  .since = *since,
                  .which = all ? storage::webhooks::Which::all : storage::webhooks::Which::not_delivered});
    if (!count) return report(count.error());
    fmt::print(stderr, "{} sent again\n", text::count_of(*count, "message is", "messages are"));
    return 0;
}

void add_webhook_commands(CLI::App& group, Terminal& terminal) {
    static std::string webhook;
    static std::string since;
    static bool all = false;
    static usecases::webhooks::SaveWebhook input;
    auto* hooks = group.add_subcommand("webhook",
                                       "Other programs that are told when something happens\n"
                                       "  doorstep api webhook replay ID --since 2026-11-21");
    hooks->require_subcommand(1);
    hooks->add_subcommand("list", "Each webhook: id, state, address, name")->callback([&] {
        terminal.run = [&] { return list_all_webhooks(terminal); };
    });
    auto* add = hooks->add_subcommand("add", "Adds a webhook; prints its id and, once, its secret");
    add->add_option("ADDRESS", input.address, "https://...")->required();
    add->add_option("--name", input.name, "Which program it is for")->required();
    std::vector<std::string> kinds;
    for (auto const kind : domain::webhooks::kinds_to_tell()) kinds.emplace_back(kind);
    add->add_option("--kind", input.kinds, "What it is told of; may be given several times")
        ->required()
        ->check(CLI::IsMember(kinds));
    add->callback([&] { terminal.run = [&] { return add_one_webhook(terminal, input); }; });
    auto* again = hooks->add_subcommand("replay", "Sends messages again that did not arrive");
    again->add_option("ID", webhook, "Of the webhook, as `list` shows it")->required();
    again->add_option("--since", since, "From this day on")->required();
    again->add_flag("--all", all, "Also those that arrived");
    again->callback([&] { terminal.run = [&] { return replay(terminal, webhook, since, all); }; });
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
    add_webhook_commands(*group, terminal);
}

}  // namespace doorstep::cli
