#include <fmt/core.h>

#include <CLI/CLI.hpp>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/json_line.h"
#include "storage/accounts.h"
#include "usecases/accounts/manage_accounts.h"

namespace doorstep::cli {
namespace {

using domain::accounts::Account;

int with_account_named(Terminal const& terminal, std::string const& email,
                       std::function<int(usecases::Context&, Account const&)> const& act) {
    auto site = terminal.open();
    auto context = terminal.context(*site);
    auto const account = storage::accounts::find_by_sign_in_name(context.read(), text::fold(email));
    if (!account)
        return report(Refusal(RefusalKind::not_found, "account-unknown", "There is no account " + email));
    return act(context, *account);
}

int print_password(Terminal const& terminal, std::string const& email, std::string const& password) {
    if (terminal.json)
        JsonLine().set("email", email).set("password", password).print();
    else
        fmt::print("{}\n", password);
    if (!terminal.json)
        fmt::print(stderr, "Starting password of {}; it must be changed at the first sign-in\n", email);
    return 0;
}

int list_everybody(Terminal const& terminal) {
    auto site = terminal.open(usecases::Migrate::refuse_older);
    auto context = terminal.context(*site);
    for (auto const& account : storage::accounts::list(context.read(), true)) {
        std::vector<std::string> roles;
        for (auto const& role : all_of<domain::access::Role>())
            if (account.roles.has(role.value)) roles.emplace_back(role.name);
        auto const role_names = text::join(roles, ",");
        if (terminal.json)
            JsonLine()
                .set("email", account.email)
                .set("name", account.name)
                .set("roles", role_names)
                .set("state", std::string(name_of(account.state)))
                .print();
        else
            fmt::print("{}\t{}\t{}\t{}\n", account.email, account.name, role_names, name_of(account.state));
    }
    return 0;
}

}  // namespace

void add_account_commands(CLI::App& app, Terminal& terminal) {
    namespace accounts = usecases::accounts;
    auto* group = app.add_subcommand("account", "Who may sign in");
    group->require_subcommand(1);
    static accounts::AccountDetails details;
    static std::string email;

    auto* add = group->add_subcommand("add", "A new account; prints its starting password");
    add->add_option("--name", details.name, "Their name")->required();
    add->add_option("--email", details.email, "They sign in with it")->required();
    std::vector<std::string> roles;
    for (auto const& role : all_of<domain::access::Role>()) roles.emplace_back(role.name);
    add->add_option("--role", details.roles, "May be given several times")
        ->required()
        ->check(CLI::IsMember(roles));
    add->callback([&] {
        terminal.run = [&] {
            auto site = terminal.open();
            auto context = terminal.context(*site);
            auto const invited = accounts::invite_account(context, details);
            return invited ? print_password(terminal, details.email, invited->password)
                           : report(invited.error());
        };
    });
    group->add_subcommand("list", "Everybody: e-mail address, name, roles, state")->callback([&] {
        terminal.run = [&] { return list_everybody(terminal); };
    });
    auto const one = [&](char const* name, char const* what,
                         std::function<int(usecases::Context&, Account const&)> act) {
        auto* command = group->add_subcommand(name, what);
        command->add_option("EMAIL", email, "Of the account")->required();
        command->callback([&terminal, act = std::move(act)] {
            terminal.run = [&terminal, act] { return with_account_named(terminal, email, act); };
        });
    };
    one("disable", "Ends their sessions and lets them in no more", [](auto& context, auto const& account) {
        auto const done = accounts::disable_account(context, account.id);
        return done ? 0 : report(done.error());
    });
    one("reset-password", "Prints a new starting password", [&terminal](auto& context, auto const& account) {
        auto const reset = accounts::reset_sign_in(context, account.id, accounts::Reset::password);
        return reset ? print_password(terminal, account.email, reset->password) : report(reset.error());
    });
    one("reset-second-factor", "They set up a second step again", [](auto& context, auto const& account) {
        auto const reset = accounts::reset_sign_in(context, account.id, accounts::Reset::second_step);
        return reset ? 0 : report(reset.error());
    });
}

}  // namespace doorstep::cli
