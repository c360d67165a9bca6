#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>

#include "base/clock.h"
#include "base/digits.h"
#include "cli/commands.h"
#include "cli/law_output.h"
#include "usecases/settings.h"

namespace doorstep::cli {
namespace {

using legal::Law;

/// Listed beside the subjects of law/.
constexpr std::string_view standards_subject = "standards";

/// What the commands of `doorstep law` take, as typed.
struct LawArguments {
    std::string subject;
    std::string id;
    std::string from;
    std::string on;
    std::string nation = "england";
    std::string tenancy = "social";
    std::string body;
    std::string made;
    std::string until;
    std::string previous_until;
    std::string extended_on;
    std::string age;
    std::vector<std::string> asked;
};

/// With the start dates and standards that the site in this folder has set; as shipped where there is none.
Law law_here(Terminal const& terminal) {
    auto const& config = terminal.config;
    bool const is_site = config.uses_postgres() || std::filesystem::exists(config.location());
    if (!is_site) return Law::shipped();
    auto const site = terminal.open(usecases::Migrate::refuse_older);
    return site->services().settings.current()->law();
}

/// Unknown ids are wrong usage; other refusals are bad data.
int report_law(Refusal const& refusal) {
    auto const code = report(refusal);
    return refusal.code() == "law-id-unknown" ? 2 : code;
}

tl::unexpected<Refusal> bad_argument(std::string message) {
    return refuse(RefusalKind::invalid, "bad-argument", std::move(message));
}

template <NamedEnum E>
Expected<E> one_of(std::string_view option, std::string const& typed) {
    if (auto const found = enum_from_name<E>(typed)) return *found;
    std::string known;
    for (auto const& row : all_of<E>()) known += (known.empty() ? "" : ", ") + std::string(row.name);
    return bad_argument(fmt::format("{} cannot be \"{}\": it is {}", option, typed, known));
}

Expected<legal::LawMoment> moment_of(std::string_view option, std::string const& typed) {
    if (auto const moment = legal::parse_law_moment(typed)) return *moment;
    return bad_argument(fmt::format(
        "{} \"{}\" is not a date or time that exists: write 2026-12-24 or 2026-12-24T15:00", option, typed));
}

Expected<Date> day_of(std::string_view option, std::string const& typed) {
    auto const moment = moment_of(option, typed);
    if (!moment) return refuse(moment.error());
    return moment->day;
}

Expected<std::optional<Date>> optional_day(std::string_view option, std::string const& typed) {
    if (typed.empty()) return std::optional<Date>();
    auto const day = day_of(option, typed);
    if (!day) return refuse(day.error());
    return std::optional(*day);
}

Expected<Date> day_or_today(std::string_view option, std::string const& typed) {
    if (typed.empty()) return london_date(SystemClock().now());
    return day_of(option, typed);
}

struct Place {
    legal::Nation nation;
    legal::Tenancy tenancy;
};

Expected<Place> place_of(LawArguments const& arguments) {
    auto const nation = one_of<legal::Nation>("--nation", arguments.nation);
    if (!nation) return refuse(nation.error());
    auto const tenancy = one_of<legal::Tenancy>("--tenancy", arguments.tenancy);
    if (!tenancy) return refuse(tenancy.error());
    return Place{*nation, *tenancy};
}

int list_law(Terminal const& terminal, LawArguments const& arguments) {
    auto const law = law_here(terminal);
    auto const& subjects = law.subjects();
    bool const has_standards = arguments.subject.empty() || arguments.subject == standards_subject;
    bool const is_known =
        has_standards || std::any_of(subjects.begin(), subjects.end(),
                                     [&](auto const& one) { return one.code == arguments.subject; });
    if (!is_known) {
        fmt::print(stderr, "There is no subject \"{}\"\n", arguments.subject);
        return 2;
    }
    std::vector<legal::Provision const*> rows;
    for (auto const& row : law.provisions())
        if (arguments.subject.empty() || row.subject == arguments.subject) rows.push_back(&row);
    print_provisions(law, rows, has_standards ? standard_rows(law) : std::vector<legal::StandardRow>(),
                     terminal.json);
    return 0;
}

int show_law(Terminal const& terminal, LawArguments const& arguments) {
    auto const law = law_here(terminal);
    if (print_history(law, arguments.id, terminal.json)) return 0;
    fmt::print(stderr, "There is no provision \"{}\"\n", arguments.id);
    return 2;
}

/// `doorstep law on DATE`, or one id and a date in either order.
int law_on(Terminal const& terminal, LawArguments arguments) {
    for (auto const& one : arguments.asked) {
        bool const is_date = !one.empty() && one.front() >= '0' && one.front() <= '9';
        (is_date ? arguments.on : arguments.id) = one;
    }
    auto const law = law_here(terminal);
    auto const place = place_of(arguments);
    if (!place) return report_law(place.error());
    auto const day = day_or_today("The date", arguments.on);
    if (!day) return report_law(day.error());
    if (!arguments.id.empty()) {
        if (!law.knows(arguments.id)) {
            fmt::print(stderr, "There is no provision \"{}\"\n", arguments.id);
            return 2;
        }
        print_in_force(law, arguments.id, *day, place->nation, place->tenancy, terminal.json);
        return 0;
    }
    std::vector<legal::Provision const*> rows;
    for (auto const& row : law.provisions())
        if (row.is_in_force(*day) && row.extends_to(place->nation) && row.applies_to(place->tenancy))
            rows.push_back(&row);
    print_provisions(law, rows, standard_rows(law, *day), terminal.json);
    return 0;
}

int law_who(Terminal const& terminal, LawArguments const& arguments) {
    auto const law = law_here(terminal);
    auto const place = place_of(arguments);
    if (!place) return report_law(place.error());
    auto const day = day_or_today("--on", arguments.on);
    if (!day) return report_law(day.error());
    auto const answer = law.who(arguments.id, arguments.body, *day, place->nation);
    if (!answer) {
        auto const code = report_law(answer.error());
        if (answer.error().code() == "law-body-unknown") print_names_to_stderr("Bodies", law.bodies());
        if (code == 2) print_names_to_stderr("Powers", law.powers());
        return code;
    }
    print_who(law, *answer, terminal.json);
    return 0;
}

Expected<legal::TermQuestion> term_question(LawArguments const& arguments) {
    legal::TermQuestion question{.kind = arguments.id, .made = {}, .until = {}, .previous_until = {}};
    auto const made = day_of("--made", arguments.made);
    if (!made) return refuse(made.error());
    question.made = *made;
    bool const is_open = arguments.until == "further-order";
    auto const until = optional_day("--until", is_open ? std::string() : arguments.until);
    if (!until) return refuse(until.error());
    question.until = *until;
    auto const previous = optional_day("--previous-until", arguments.previous_until);
    if (!previous) return refuse(previous.error());
    question.previous_until = *previous;
    auto const extended = optional_day("--extended-on", arguments.extended_on);
    if (!extended) return refuse(extended.error());
    question.extended_on = *extended;
    if (!arguments.age.empty()) {
        auto const age = arguments.age.size() <= 3 ? digits(arguments.age) : std::nullopt;
        if (!age)
            return bad_argument(fmt::format("--age \"{}\" is not a whole number of years", arguments.age));
        question.age = *age;
    }
    auto const place = place_of(arguments);
    if (!place) return refuse(place.error());
    question.nation = place->nation;
    return question;
}

int law_term(Terminal const& terminal, LawArguments const& arguments) {
    auto const law = law_here(terminal);
    // An unknown kind is wrong usage, whatever else is wrong with the question.
    auto const known = law.term({.kind = arguments.id,
                                 .made = london_date(SystemClock().now()),
                                 .until = std::nullopt,
                                 .previous_until = std::nullopt});
    if (!known && known.error().code() == "law-id-unknown") {
        print_names_to_stderr("Terms", law.term_kinds());
        return report_law(known.error());
    }
    auto const question = term_question(arguments);
    if (!question) return report_law(question.error());
    auto const answer = law.term(*question);
    if (!answer) return report_law(answer.error());
    print_term(*answer, terminal.json);
    return 0;
}

int law_deadline(Terminal const& terminal, LawArguments const& arguments) {
    auto const law = law_here(terminal);
    if (!law.knows(arguments.id)) {
        fmt::print(stderr, "There is no provision \"{}\": doorstep law list shows them\n", arguments.id);
        return 2;
    }
    auto const from = moment_of("--from", arguments.from);
    if (!from) return report_law(from.error());
    auto const place = place_of(arguments);
    if (!place) return report_law(place.error());
    auto const deadline = law.deadline(arguments.id, *from, place->nation, place->tenancy);
    if (!deadline) return report_law(deadline.error());
    print_deadline(law, *deadline, terminal.json);
    return 0;
}

int check_law(Terminal const& terminal) {
    auto const law = Law::shipped();
    auto const problems = legal::problems_with_law(law);
    auto const today = london_date(SystemClock().now());
    auto const is_due = [&](legal::Provision const& row) {
        return law.standards()
                   .deadline(legal::standard_ids::law_checked, row.checked_on, {},
                             Division::england_and_wales)
                   .by < today;
    };
    auto const& rows = law.provisions();
    print_check({.rows = static_cast<int>(rows.size()),
                 .examples = legal::run_law_examples(law).count,
                 .to_check_again = static_cast<int>(std::count_if(rows.begin(), rows.end(), is_due)),
                 .problems = problems},
                terminal.json);
    return problems.empty() ? 0 : 1;
}

void add_place(CLI::App& command, LawArguments& arguments) {
    command.add_option("--nation", arguments.nation, "england, wales, scotland or northern-ireland")
        ->capture_default_str();
    command.add_option("--tenancy", arguments.tenancy, "social or private")->capture_default_str();
}

template <class Run>
CLI::App* add_law_command(CLI::App& law, Terminal& terminal, std::string const& name, std::string const& help,
                          Run run) {
    auto* command = law.add_subcommand(name, help);
    command->callback([&terminal, run] { terminal.run = run; });
    return command;
}

}  // namespace

void add_law_commands(CLI::App& app, Terminal& terminal) {
    static LawArguments arguments;
    auto* law = app.add_subcommand(
        "law",
        "The law as dated rows: what applied on a date, deadlines, terms, who may use a power\n"
        "  doorstep law deadline closure.hearing_deadline_h --from 2026-12-24T15:00\n"
        "  doorstep law term closure.order --made 2026-01-15 --until 2026-04-14\n"
        "  doorstep law who injunction --body registered-provider-for-profit --on 2026-06-01");
    law->require_subcommand(1);

    auto* list =
        add_law_command(*law, terminal, "list", "Every row", [&] { return list_law(terminal, arguments); });
    list->add_option("SUBJECT,--subject", arguments.subject, "Only one subject, such as closure");

    auto* show = add_law_command(*law, terminal, "show", "One provision: every row, with its source",
                                 [&] { return show_law(terminal, arguments); });
    show->add_option("ID", arguments.id, "As closure.order.max_months")->required();

    auto* on = add_law_command(*law, terminal, "on", "What was in force on a day",
                               [&] { return law_on(terminal, arguments); });
    on->add_option("DATE", arguments.asked, "The day, and one id when only that is asked for")
        ->expected(0, 2);
    on->add_option("--on,--date", arguments.on, "The day; today when left out");
    add_place(*on, arguments);

    auto* who = add_law_command(*law, terminal, "who", "Whether a body may use a power",
                                [&] { return law_who(terminal, arguments); });
    who->add_option("POWER", arguments.id, "As injunction or closure.notice")->required();
    who->add_option("--body", arguments.body, "As registered-provider-non-profit or police")->required();
    who->add_option("--on", arguments.on, "The day; today when left out");
    add_place(*who, arguments);

    auto* term = add_law_command(*law, terminal, "term", "Whether the term of an order is lawful",
                                 [&] { return law_term(terminal, arguments); });
    term->add_option("KIND", arguments.id, "As closure.order, closure.total or injunction")->required();
    term->add_option("--made", arguments.made, "The day the order was made or granted")->required();
    term->add_option("--until", arguments.until, "Its last day; until further order when left out");
    term->add_option("--previous-until", arguments.previous_until,
                     "Of an extension: the last day of the order as it stands");
    term->add_option("--extended-on", arguments.extended_on, "The day the extension was asked for");
    term->add_option("--age", arguments.age, "The respondent’s age when it was made");
    add_place(*term, arguments);

    auto* deadline =
        add_law_command(*law, terminal, "deadline", "The last lawful moment, and our target before it",
                        [&] { return law_deadline(terminal, arguments); });
    deadline->add_option("ID", arguments.id, "Of a provision, or a standard such as sla.update_days")
        ->required();
    deadline->add_option("--from", arguments.from, "The day or moment it is counted from")->required();
    add_place(*deadline, arguments);

    add_law_command(*law, terminal, "check", "Checks the rows and every worked example",
                    [&] { return check_law(terminal); });
}

}  // namespace doorstep::cli
