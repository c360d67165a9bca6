#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/embedded.h"
#include "legal/law_data.h"
#include "legal/toml_dates.h"

namespace doorstep::legal {
namespace {

/// A share, rounded half up as published figures are: 410 of 11,250 for each 1,000 is "36.4".
std::string rounded_share(std::int64_t count, std::int64_t of, std::int64_t for_each, int decimals) {
    std::int64_t scale = 1;
    for (int n = 0; n < decimals; ++n) scale *= 10;
    auto const scaled = (2 * count * for_each * scale + of) / (2 * of);
    return fmt::format("{}.{:0{}}", scaled / scale, scaled % scale, decimals);
}

/// One [[example]]: facts, and what they should come to.
class LawExample {
  public:
    LawExample(Law const& law, toml::table const& table, std::string where, ExamplesRun& run)
        : law_(law), table_(table), where_(std::move(where)), run_(run) {}

    void check() {
        ++run_.count;
        if (text("about").empty()) wrong("says not what it is about");
        if (table_.contains("nation") && !enum_from_name<Nation>(text("nation")))
            return wrong("names no nation");
        if (table_.contains("deadline")) return check_deadline(text("deadline"));
        if (table_.contains("provision")) return check_provision(text("provision"));
        if (table_.contains("term")) return check_term(text("term"));
        if (table_.contains("who")) return check_who(text("who"));
        if (table_.contains("first")) return check_first(text("first"));
        if (table_.contains("then")) return check_then(text("then"));
        if (table_.contains("rate")) return check_rate(text("rate"));
        if (table_.contains("noise")) return check_noise(text("noise"));
        wrong("asks no question");
    }

  private:
    std::string text(std::string_view key) const { return text_in(table_, key); }
    std::int64_t number(std::string_view key) const { return table_[key].value_or(std::int64_t{-1}); }
    Nation nation() const { return enum_from_name<Nation>(text("nation")).value_or(Nation::england); }
    Tenancy tenancy() const { return enum_from_name<Tenancy>(text("tenancy")).value_or(Tenancy::social); }
    Date date(std::string_view key) {
        auto const found = date_in(table_, key);
        if (!found) wrong(fmt::format("{} is not a date", key));
        return found.value_or(Date());
    }

    void wrong(std::string_view words) {
        run_.problems.push_back(fmt::format("{} ({}): {}", where_, text("about"), words));
    }
    void expect(std::string_view what, std::string const& wanted, std::string const& found) {
        if (wanted != found) wrong(fmt::format("{} should be {}, and is {}", what, wanted, found));
    }
    void shows(std::string id) { run_.shown.push_back(std::move(id)); }

    /// True when the example is about a refusal, which is then checked.
    template <class T>
    bool is_refusal(Expected<T> const& answer) {
        if (!table_.contains("refused")) {
            if (!answer) wrong("refused: " + answer.error().message());
            return !answer;
        }
        expect("the refusal", text("refused"), answer ? "an answer" : answer.error().code());
        return true;
    }

    LawMoment moment(std::string_view key) {
        if (auto const day = date_in(table_, key)) return LawMoment::on(*day);
        auto const found = parse_law_moment(text(key));
        if (!found) wrong(fmt::format("{} is no moment", key));
        return found.value_or(LawMoment());
    }

    void check_deadline(std::string const& id) {
        shows(id);
        auto const answer = law_.deadline(id, moment("from"), nation(), tenancy());
        if (is_refusal(answer)) return;
        if (table_.contains("last_lawful"))
            expect("the last lawful moment", iso(moment("last_lawful")), iso(answer->last_lawful));
        if (table_.contains("target")) expect("the target", iso(moment("target")), iso(answer->target));
        if (table_.contains("done")) {
            auto const done = moment("done");
            auto const& last = answer->last_lawful;
            bool const in_time =
                last.instant && done.instant ? *done.instant <= *last.instant : done.day <= last.day;
            expect("done in time", table_["in_time"].value_or(true) ? "yes" : "no", in_time ? "yes" : "no");
        } else if (!table_.contains("last_lawful")) {
            wrong("says neither last_lawful nor done");
        }
    }

    void check_provision(std::string const& id) {
        shows(id);
        auto const* row = law_.on(id, date("on"), nation(), tenancy());
        if (table_.contains("none")) return expect("the row", "none", row ? words_for(*row) : "none");
        if (row == nullptr) return wrong("nothing was in force");
        auto const* value = table_.get("value");
        if (value == nullptr) return wrong("says neither value nor none");
        auto const wanted = value->is_integer()   ? std::to_string(**value->as_integer())
                            : value->is_boolean() ? std::string(**value->as_boolean() ? "true" : "false")
                                                  : value->value_or(std::string());
        expect("the value", wanted, row->value);
    }

    std::optional<Date> optional_date(std::string_view key) const { return date_in(table_, key); }

    void check_term(std::string const& kind) {
        shows("term." + kind);
        TermQuestion question{.kind = kind,
                              .made = date("made"),
                              .until = optional_date("until"),
                              .previous_until = optional_date("previous_until")};
        if (table_.contains("age")) question.age = static_cast<int>(number("age"));
        question.extended_on = optional_date("extended_on");
        question.nation = nation();
        auto const answer = law_.term(question);
        if (is_refusal(answer)) return;
        expect("lawful", table_["lawful"].value_or(false) ? "yes" : "no", answer->lawful ? "yes" : "no");
        if (table_.contains("latest"))
            expect("the latest day", date("latest").iso(), answer->latest ? answer->latest->iso() : "none");
        if (table_.contains("earliest"))
            expect("the earliest day", date("earliest").iso(),
                   answer->earliest ? answer->earliest->iso() : "none");
        for (auto const& rule : answer->rules) shows(rule.id);
    }

    void check_who(std::string const& power) {
        shows("who." + power);
        auto const answer = law_.who(power, text("body"), date("on"), nation());
        if (is_refusal(answer)) return;
        expect("may", table_["may"].value_or(false) ? "yes" : "no", answer->may ? "yes" : "no");
        each_text("instead", [&](std::string const& body) {
            auto const& instead = answer->instead;
            if (std::find(instead.begin(), instead.end(), body) == instead.end())
                wrong(fmt::format("{} is not among who may instead", body));
        });
    }

    template <class Use>
    void each_text(std::string_view key, Use&& use) {
        if (auto const* list = table_[key].as_array())
            for (auto const& item : *list) use(item.value_or(std::string()));
    }

    template <class Rows>
    void check_holds(Rows const& rows) {
        auto const holds = [&](std::string const& id) {
            return std::any_of(rows.begin(), rows.end(), [&](auto const& row) { return row.id == id; });
        };
        each_text("includes", [&](std::string const& id) {
            shows(id);
            if (!holds(id)) wrong(id + " is not there");
        });
        each_text("excludes", [&](std::string const& id) {
            if (holds(id)) wrong(id + " is there");
        });
    }

    void check_first(std::string const& power) {
        std::vector<std::string> circumstances;
        each_text("when", [&](std::string const& one) { circumstances.push_back(one); });
        auto const answer = law_.must_come_first(power, date("on"), circumstances, nation());
        if (!is_refusal(answer)) check_holds(*answer);
    }

    void check_then(std::string const& event) {
        auto const answer = law_.becomes_possible(event, moment("from"), nation(), tenancy());
        if (!is_refusal(answer)) check_holds(*answer);
    }

    void check_rate(std::string const& id) {
        shows(id);
        shows("tsm.decimals");
        auto const on = date("on");
        auto const for_each = id == "percent" ? 100 : law_.number(id, on);
        expect("the figure", text("equals"),
               rounded_share(number("count"), number("of"), for_each, law_.number("tsm.decimals", on)));
    }

    void check_noise(std::string const& period) {
        auto const on = date("on");
        auto const suffix = period == "noise.ew.night" ? "_dba" : "";
        auto const value = [&](std::string const& name) {
            shows(period + name);
            return law_.number(period + name, on, nation());
        };
        auto const floor = value(fmt::format(".floor{}", suffix));
        auto const base = value(fmt::format(".base{}", suffix));
        auto const over = value(".over");
        auto const underlying = static_cast<int>(number("underlying"));
        expect("the permitted level", std::to_string(number("permitted")),
               std::to_string(underlying <= floor ? base : underlying + over));
    }

    Law const& law_;
    toml::table const& table_;
    std::string where_;
    ExamplesRun& run_;
};

void run_file(Law const& law, EmbeddedFile const& file, ExamplesRun& run) {
    try {
        auto const table = toml::parse(file.content, file.name);
        auto const* examples = table["example"].as_array();
        if (examples == nullptr) {
            run.problems.push_back(fmt::format("{} has no [[example]]", file.name));
            return;
        }
        for (auto const& example : *examples)
            LawExample(law, *example.as_table(),
                       fmt::format("{} line {}", file.name, example.source().begin.line), run)
                .check();
    } catch (toml::parse_error const& error) {
        run.problems.push_back(
            fmt::format("{} line {}: {}", file.name, error.source().begin.line, error.description()));
    }
}

}  // namespace

ExamplesRun run_law_examples(Law const& law) {
    ExamplesRun run;
    for (auto const& file : embedded_files("law/examples/")) run_file(law, file, run);
    std::set<std::string> const shown(run.shown.begin(), run.shown.end());
    run.shown.assign(shown.begin(), shown.end());
    return run;
}

}  // namespace doorstep::legal
