#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/json_line.h"
#include "storage/accounts.h"
#include "storage/places.h"
#include "usecases/cases/view_case.h"
#include "usecases/find/list_cases.h"
#include "usecases/settings.h"

namespace doorstep::cli {
namespace {

using storage::case_list::ListedCase;
using usecases::cases::CaseView;
using usecases::find::CaseListView;

struct ListArguments {
    std::string owner;
    std::string area;
    std::string kind;
    std::string risk;
    std::string stage;
    std::string overdue;
    std::string sort;
    bool newest_first = false;
    int limit = 100;
};

std::string iso(std::optional<Date> date) { return date ? date->iso() : std::string(); }
std::string days(std::optional<Date> date) { return date ? date_words(*date) : std::string("none"); }

template <class E>
std::vector<std::string> names_of_all() {
    std::vector<std::string> all;
    for (auto const& row : all_of<E>()) all.emplace_back(row.name);
    return all;
}

JsonLine json_of_case(ListedCase const& listed) {
    JsonLine line;
    line.set("reference", listed.reference)
        .set("title", listed.title)
        .set("state", name_of(listed.state))
        .set("category", listed.category)
        .set("risk", listed.risk_band ? name_of(*listed.risk_band) : std::string_view())
        .set("high_risk_until_assessed", listed.is_high_until_assessed())
        .set("owner", listed.owner_name)
        .set("area", listed.area_name)
        .set("opened_on", listed.opened_on.iso())
        .set("next_contact_by", iso(listed.next_contact_by))
        .set("restricted", listed.restricted);
    if (listed.closed_on) line.set("closed_on", listed.closed_on->iso());
    return line;
}

/// A name or e-mail as an owner's id; what is neither is a refusal, never an empty list.
Expected<std::string> owner_id(usecases::Context& context, std::string const& typed) {
    if (typed.empty() || typed == "nobody") return typed;
    auto const wanted = text::fold(typed);
    for (auto const& account : storage::accounts::list(context.read(), true))
        if (text::fold(account.name) == wanted || text::fold(account.email) == wanted)
            return std::string(account.id.text());
    return refuse_field("owner-unknown", "--owner",
                        "There is no account with the name or e-mail \"" + typed + "\"");
}

Expected<std::string> area_id(usecases::Context& context, std::string const& typed) {
    if (typed.empty()) return typed;
    auto const wanted = text::fold(typed);
    for (auto const& area : storage::places::areas(context.read()))
        if (text::fold(area.name) == wanted || text::fold(area.code) == wanted)
            return std::string(area.id.text());
    return refuse_field("area-unknown", "--area", "There is no area \"" + typed + "\"");
}

int list_cases_of(Terminal const& terminal, ListArguments const& arguments) {
    auto const site = terminal.open(usecases::Migrate::refuse_older);
    auto context = terminal.context(*site);
    auto const owner = owner_id(context, arguments.owner);
    if (!owner) return report(owner.error());
    auto const area = area_id(context, arguments.area);
    if (!area) return report(area.error());
    int shown = 0;
    int total = 0;
    for (int page = 1; shown < arguments.limit; ++page) {
        auto const view =
            usecases::find::list_cases(context, {.owner = *owner,
                                                 .area = *area,
                                                 .kind = arguments.kind,
                                                 .risk = arguments.risk,
                                                 .stage = arguments.stage,
                                                 .clock = arguments.overdue,
                                                 .sort = arguments.sort,
                                                 .direction = arguments.newest_first ? "down" : "up",
                                                 .page = page});
        if (!view) return report(view.error());
        total = view->total;
        for (auto const& listed : view->cases) {
            if (shown++ == arguments.limit) break;
            if (terminal.json)
                json_of_case(listed).print();
            else
                fmt::print("{:<14} {:<10} {:<14} {:<22} {}\n", listed.reference,
                           listed.risk_band                  ? name_of(*listed.risk_band)
                           : listed.is_high_until_assessed() ? "high?"
                                                             : "-",
                           listed.is_closed() ? "closed" : iso(listed.next_contact_by),
                           listed.owner_name.empty() ? "nobody" : listed.owner_name, listed.title);
        }
        if (page >= view->pages) break;
    }
    fmt::print(stderr, "{} of {}\n", std::min(shown, arguments.limit),
               text::count_of(total, "case", "cases"));
    return 0;
}

void print_case_json(CaseView const& view) {
    auto const& file = view.file;
    std::string people = "[";
    for (auto const& one : view.people) {
        if (people.size() > 1) people += ',';
        people += JsonLine()
                      .set("name", one.person ? one.person->name : one.part.description)
                      .set("part", name_of(one.part.part))
                      .set("side", name_of(one.part.side))
                      .set("next_contact_by", iso(one.part.next_contact_by))
                      .text();
    }
    std::string to_do = "[";
    for (auto const& one : view.to_do) {
        if (to_do.size() > 1) to_do += ',';
        to_do += JsonLine()
                     .set("kind", name_of(one.item.kind))
                     .set("due_on", one.item.due_on.iso())
                     .set("owner", one.owner_name)
                     .text();
    }
    JsonLine()
        .set("reference", file.reference)
        .set("title", file.title)
        .set("state", name_of(file.state))
        .set("category", file.category)
        .set("subcategory", file.subcategory)
        .set("harm_group", file.harm_group)
        .set("channel", file.channel)
        .set("risk", file.risk_band ? name_of(*file.risk_band) : std::string_view())
        .set("high_risk_until_assessed", file.is_high_until_assessed())
        .set("owner", view.labels.owner_name)
        .set("housing_officer", view.labels.housing_officer_name)
        .set("area", view.labels.area_name)
        .set("raised_on", file.raised_on.iso())
        .set("opened_on", file.opened_on.iso())
        .set("first_contact_by", iso(file.first_contact_by))
        .set("next_contact_by", iso(file.next_contact_by))
        .set("risk_review_by", iso(file.risk_review_by))
        .set("plan_by", iso(file.plan_by))
        .set("plan_agreed_on", iso(file.plan_agreed_on))
        .set("closed_on", iso(file.closed_on))
        .set("restricted", file.restricted)
        .set_json("people", people + "]")
        .set_json("to_do", to_do + "]")
        .print();
}

void print_case_words(CaseView const& view) {
    auto const& file = view.file;
    auto const fact = [](char const* name, std::string const& value) {
        if (!value.empty()) fmt::print("  {:<18}{}\n", name, value);
    };
    fmt::print("{}  {}\n", file.reference, file.title);
    fact("Stage", std::string(words_of(file.state)));
    fact("Kind", view.category_label);
    fact("Risk", std::string(risk_words(file)));
    fact("Owner", view.labels.owner_name.empty() ? "Nobody yet" : view.labels.owner_name);
    fact("Housing officer", view.labels.housing_officer_name);
    fact("Area", view.labels.area_name);
    fact("Raised", date_words(file.raised_on));
    fact("Opened", date_words(file.opened_on));
    fact("Next contact by", days(file.next_contact_by));
    if (file.closed_on) fact("Closed", date_words(*file.closed_on));
    if (!view.people.empty()) fmt::print("\nPeople\n");
    for (auto const& one : view.people)
        fmt::print("  {}, {}\n", one.person ? one.person->name : one.part.description,
                   text::lower_ascii(words_of(one.part.part)));
    if (!view.to_do.empty()) fmt::print("\nTo do\n");
    for (auto const& one : view.to_do)
        fmt::print("  {:<12}{}{}\n", one.item.due_on.iso(), words_of(one.item.kind),
                   one.about.empty() ? "" : ": " + one.about);
    fmt::print("\nHistory, newest first\n");
    for (auto const& item : view.timeline)
        fmt::print("  {}  {}{}\n", instant_words(item.at), item.heading,
                   item.by.empty() ? "" : ", " + item.by);
}

int show_case(Terminal const& terminal, std::string const& reference) {
    auto const site = terminal.open(usecases::Migrate::refuse_older);
    auto context = terminal.context(*site);
    auto const view = usecases::cases::view_case(context, reference, {});
    if (!view) return report(view.error());
    if (terminal.json)
        print_case_json(*view);
    else
        print_case_words(*view);
    return 0;
}

}  // namespace

void add_cases_commands(CLI::App& app, Terminal& terminal) {
    using storage::case_list::Clock;
    using storage::case_list::Risk;
    using storage::case_list::SortBy;
    using storage::case_list::Stage;
    static ListArguments arguments;
    static std::string reference;
    auto* cases = app.add_subcommand("cases",
                                     "Cases, as the pages show them\n"
                                     "  doorstep cases list --owner \"Dana Okafor\" --overdue contact\n"
                                     "  doorstep cases show ASB-26-00142 --json");
    cases->require_subcommand(1);
    auto* listed = cases->add_subcommand("list", "Cases that are not closed, the next contact first");
    listed->add_option("--owner", arguments.owner, "Name or e-mail of the owner, or nobody");
    listed->add_option("--area", arguments.area, "Name or code of an area");
    listed->add_option("--kind", arguments.kind, "Code of a case type, such as noise");
    listed->add_option("--risk", arguments.risk)->check(CLI::IsMember(names_of_all<Risk>()));
    listed->add_option("--stage", arguments.stage)->check(CLI::IsMember(names_of_all<Stage>()));
    listed->add_option("--overdue", arguments.overdue)->check(CLI::IsMember(names_of_all<Clock>()));
    listed->add_option("--sort", arguments.sort)->check(CLI::IsMember(names_of_all<SortBy>()));
    listed->add_flag("--reverse", arguments.newest_first, "The other way round");
    listed->add_option("--limit", arguments.limit, "At most so many")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    listed->callback([&terminal] { terminal.run = [&] { return list_cases_of(terminal, arguments); }; });
    auto* shown =
        cases->add_subcommand("show", "One case with its people, what is to do and its newest history");
    shown->add_option("REF", reference, "Reference, such as ASB-26-00142")->required();
    shown->callback([&terminal] { terminal.run = [&] { return show_case(terminal, reference); }; });
}

}  // namespace doorstep::cli
