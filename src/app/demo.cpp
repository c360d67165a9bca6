#include <fmt/core.h>

#include <CLI/CLI.hpp>

#include "app/serve.h"
#include "base/clock.h"
#include "usecases/demo/make_demo.h"
#include "usecases/demo/source_stories.h"

namespace doorstep::app {

void add_demo_command(CLI::App& app, cli::Terminal& terminal) {
    auto* command =
        app.add_subcommand("demo", "Fill the data folder with the invented landlord Elmfield Homes");
    static usecases::demo::DemoOptions options;
    static bool serves = false;
    static std::string listen;
    static std::string as_of;
    static std::string story;
    command->add_option("--homes", options.homes, "Homes")->capture_default_str();
    command->add_option("--cases", options.cases, "Cases over three financial years")->capture_default_str();
    command->add_option("--seed", options.seed, "The same seed gives the same site")->capture_default_str();
    command->add_option("--as-of", as_of, "The last day of its history, as 2026-11-21; today when left out");
    command
        ->add_option("--story", story,
                     "Only one history whose figures are known: board-q1-2023 or monitoring-june-2024")
        ->check(CLI::IsMember({"board-q1-2023", "monitoring-june-2024"}));
    command->add_flag("--serve", serves, "Serve it afterwards");
    command->add_option("--listen", listen, "Address and port, as 127.0.0.1:8080");
    command->footer("Example: doorstep demo --data data/demo --serve");
    command->callback([&] {
        terminal.run = [&] {
            auto config = terminal.config;
            if (!listen.empty()) config.listen = listen;
            if (!story.empty()) {
                auto const made = usecases::demo::make_source_story(
                    config, enum_from_name<usecases::demo::SourceStory>(story).value());
                if (!made) return cli::report(made.error());
                fmt::print(stderr, "{}\n", *made);
                return serves ? serve(config) : 0;
            }
            if (!as_of.empty()) {
                options.as_of = Date::parse_iso(as_of);
                if (!options.as_of) {
                    fmt::print(stderr, "{} is no date: write 2026-11-21\n", as_of);
                    return 2;
                }
            }
            {
                // The day it is made as of is all it knows of time: made again it is the same, to the byte.
                FixedClock const clock(london_midnight(options.as_of.value_or(SystemClock().today())));
                cli::ProgressLine progress("Making Elmfield Homes");
                auto const made = usecases::demo::make_demo(
                    config, clock, options, [&](auto done, auto total) { progress.show(done, total); });
                if (!made) return cli::report(made.error());
                fmt::print(stderr, "{}\n", made->words);
            }
            return serves ? serve(config) : 0;
        };
    });
}

}  // namespace doorstep::app
