#include <fmt/core.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/json_line.h"
#include "usecases/site/site_keys.h"

namespace doorstep::cli {
namespace {

namespace site_keys = usecases::site_keys;

int list_keys(Terminal const& terminal) {
    auto site = terminal.open();
    auto context = terminal.context(*site);
    for (auto const& key : site_keys::list(context)) {
        if (terminal.json)
            JsonLine()
                .set("id", key.id)
                .set("in_use", key.is_in_use)
                .set("needed_by", std::int64_t{key.needed_by})
                .print();
        else
            fmt::print("{}\t{}\tneeded by {}\n", key.id, key.is_in_use ? "in use" : "kept", key.needed_by);
    }
    return 0;
}

int rotate_key(Terminal const& terminal) {
    auto site = terminal.open();
    auto context = terminal.context(*site);
    auto const id = site_keys::rotate(context);
    if (!id) return report(id.error());
    if (terminal.json)
        JsonLine().set("id", *id).print();
    else
        fmt::print("{} is in use now. Copy the folder of secrets to where you keep it.\n", *id);
    return 0;
}

}  // namespace

void add_keys_commands(CLI::App& app, Terminal& terminal) {
    auto* keys = app.add_subcommand("keys", "The site's own keys, in the folder of secrets");
    keys->require_subcommand(1);
    keys->add_subcommand("list", "Each key, and how much still needs it")->callback([&] {
        terminal.run = [&] { return list_keys(terminal); };
    });
    keys->add_subcommand("rotate", "A new key; what the old one sealed is sealed again")->callback([&] {
        terminal.run = [&] { return rotate_key(terminal); };
    });
    static std::string id;
    auto* forget = keys->add_subcommand("forget", "Removes a key that nothing needs any more");
    forget->add_option("ID", id, "As in the list")->required();
    forget->callback([&] {
        terminal.run = [&] {
            auto site = terminal.open();
            auto context = terminal.context(*site);
            auto const done = site_keys::forget(context, id);
            return done ? 0 : report(done.error());
        };
    });
}

}  // namespace doorstep::cli
