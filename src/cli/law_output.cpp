#include "cli/law_output.h"

#include <fmt/core.h>

#include <algorithm>

#include "cli/json_line.h"
#include "legal/standards.h"

namespace doorstep::cli {
namespace {

using legal::Provision;
using legal::ProvisionUsed;

std::string date_json(std::optional<Date> const& date) { return date ? json_text(date->iso()) : "null"; }

/// Whole numbers and true or false as JSON has them; other values as text, none as null.
std::string value_json(std::string const& value) {
    if (value.empty()) return "null";
    if (value == "true" || value == "false") return value;
    bool const is_number =
        std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    return is_number ? value : json_text(value);
}

template <class Rows, class Write>
std::string json_list(Rows const& rows, Write&& write) {
    std::string json = "[";
    for (auto const& row : rows) json += (json.size() > 1 ? "," : "") + write(row);
    return json + "]";
}

std::string rule_json(ProvisionUsed const& rule) {
    JsonLine line;
    line.set("id", rule.id);
    line.set_json("value", value_json(rule.value));
    line.set("unit", rule.unit);
    line.set("source", rule.source);
    line.set("evidence", rule.evidence_marks);
    line.set_json("in_force_from", date_json(rule.in_force_from));
    return line.text();
}

std::string rules_json(std::vector<ProvisionUsed> const& rules) { return json_list(rules, rule_json); }

template <NamedEnum E>
std::vector<std::string> names_of(std::vector<E> const& values) {
    std::vector<std::string> names;
    for (auto const value : values) names.emplace_back(name_of(value));
    return names;
}

std::string_view state_of(Provision const& row) { return row.is_pending ? "pending" : "in-force"; }

std::string provision_json(Provision const& row) {
    JsonLine line;
    line.set("id", row.id);
    line.set("subject", row.subject);
    line.set("title", row.title);
    line.set_json("value", value_json(row.value));
    line.set("unit", name_of(row.unit));
    line.set_json("counting", row.counting ? json_text(name_of(*row.counting)) : "null");
    line.set("not_counted", names_of(row.not_counted));
    line.set("nations", names_of(row.nations));
    line.set("bodies", row.bodies);
    line.set_json("tenancy", row.tenancy ? json_text(name_of(*row.tenancy)) : "null");
    line.set("status", state_of(row));
    line.set_json("in_force_from", date_json(row.in_force_from));
    line.set_json("in_force_until", date_json(row.in_force_until));
    line.set("basis", row.basis);
    line.set("source", row.source);
    line.set("link", row.link);
    line.set("note", row.note);
    line.set("evidence", row.evidence_marks);
    line.set("checked_on", row.checked_on.iso());
    return line.text();
}

std::string standard_json(legal::StandardRow const& row) {
    JsonLine line;
    line.set("id", row.id);
    line.set("subject", "standards");
    line.set("title", row.title);
    line.set("applies_to", row.applies_to);
    line.set("value", std::int64_t{row.value});
    line.set("unit", name_of(row.unit));
    line.set_json("counting", row.counting ? json_text(name_of(*row.counting)) : "null");
    line.set("status", "in-force");
    line.set_json("in_force_from", date_json(row.in_force_from));
    line.set_json("in_force_until", date_json(row.in_force_until));
    line.set("source", row.source);
    line.set("note", row.note);
    line.set("evidence", row.evidence);
    return line.text();
}

/// "Not confirmed: from memory. Not yet in force."
std::string trust_words(Provision const& row) {
    std::string words(words_of(row.evidence));
    if (row.is_pending) words += "; not yet in force";
    return words;
}

std::string dates_words(Provision const& row) {
    if (row.is_pending) return "not yet in force: no start date";
    auto words =
        row.in_force_from ? "from " + date_words(*row.in_force_from) : std::string("without a first day");
    if (row.in_force_until) words += " until " + date_words(row.in_force_until->plus_days(-1));
    if (row.tenancy) words += fmt::format(", {} tenancies", name_of(*row.tenancy));
    return words;
}

void print_row(Provision const& row) {
    fmt::print("{}\n  {}\n", row.title, legal::words_for(row));
    if (auto const counting = legal::counting_words(row); !counting.empty()) fmt::print("  {}\n", counting);
    fmt::print("  In force   {}\n", dates_words(row));
    std::string where;
    for (auto const nation : row.nations)
        where += (where.empty() ? "" : ", ") + std::string(words_of(nation));
    fmt::print("  Where      {}\n", where);
    if (!row.basis.empty()) fmt::print("  Counted    from: {}\n", row.basis);
    fmt::print("  Source     {}\n", row.source);
    if (!row.link.empty()) fmt::print("             {}\n", row.link);
    fmt::print("  Evidence   {} (checked {})\n", trust_words(row), date_words(row.checked_on));
    if (!row.note.empty()) fmt::print("  Note       {}\n", row.note);
    if (row.started) fmt::print("  Start set  {}\n", row.started->authority);
}

void print_standard(legal::StandardRow const& row) {
    fmt::print("{}\n  {}\n  In force   from {}\n  Source     {}\n", row.title,
               legal::words_for(row.value, row.unit), date_words(row.in_force_from), row.source);
    if (!row.note.empty()) fmt::print("  Note       {}\n", row.note);
}

/// "48 hours", "yes", "5".
std::string rule_words(ProvisionUsed const& rule) {
    if (rule.value == "true") return "yes";
    if (rule.value == "false") return "no";
    return rule.unit == "count" ? rule.value : rule.value + " " + rule.unit;
}

void print_rules(std::vector<ProvisionUsed> const& rules) {
    for (auto const& rule : rules)
        fmt::print(
            "  {}: {}\n    {}{}{}\n", rule.id, rule_words(rule), rule.source,
            rule.evidence == legal::Evidence::product ? "" : ". " + std::string(words_of(rule.evidence)),
            rule.pending ? "; not yet in force" : "");
}

std::vector<legal::StandardRow> standards_of(legal::Law const& law, std::string const& id) {
    auto rows = standard_rows(law);
    std::erase_if(rows, [&](auto const& row) { return row.id != id; });
    return rows;
}

}  // namespace

std::vector<legal::StandardRow> standard_rows(legal::Law const& law, std::optional<Date> on) {
    std::vector<legal::StandardRow> rows;
    for (auto const* list : {&law.standards().default_rows(), &law.standards().overrides()})
        for (auto const& row : *list)
            if (!on || row.is_in_force(*on)) rows.push_back(row);
    return rows;
}

void print_provisions(legal::Law const& law, std::vector<Provision const*> const& rows,
                      std::vector<legal::StandardRow> const& standards, bool json) {
    if (json) {
        auto list = json_list(rows, [](auto const* row) { return provision_json(*row); });
        auto const more = json_list(standards, standard_json);
        if (rows.empty() || standards.empty())
            fmt::print("{}\n", rows.empty() ? more : list);
        else
            fmt::print("{},{}\n", list.substr(0, list.size() - 1), more.substr(1));
        return;
    }
    auto const print_line = [](std::string const& id, std::string const& value, std::string const& rest) {
        fmt::print("  {:<42} {:<16} {}\n", id, value, rest);
    };
    for (auto const& subject : law.subjects()) {
        bool has_heading = false;
        for (auto const* row : rows) {
            if (row->subject != subject.code) continue;
            if (!has_heading) fmt::print("{}{}\n", row == rows.front() ? "" : "\n", subject.title);
            has_heading = true;
            print_line(row->id, legal::words_for(*row),
                       dates_words(*row) + (is_confirmed(row->evidence) ? "" : "; not confirmed"));
        }
    }
    if (!standards.empty()) fmt::print("{}Standards\n", rows.empty() ? "" : "\n");
    for (auto const& row : standards)
        print_line(
            row.id, legal::words_for(row.value, row.unit),
            "from " + date_words(row.in_force_from) + (row.applies_to.empty() ? "" : ", " + row.applies_to));
}

bool print_history(legal::Law const& law, std::string const& id, bool json) {
    auto const rows = law.rows_of(id);
    auto const standards = standards_of(law, id);
    if (rows.empty() && standards.empty()) return false;
    if (json) {
        auto const list = rows.empty()
                              ? json_list(standards, standard_json)
                              : json_list(rows, [](auto const* row) { return provision_json(*row); });
        JsonLine line;
        line.set("id", id);
        line.set("title", rows.empty() ? standards.front().title : rows.front()->title);
        line.set_json("rows", list).print();
        return true;
    }
    fmt::print("{}\n\n", id);
    for (auto const* row : rows) print_row(*row);
    for (auto const& row : standards) print_standard(row);
    return true;
}

void print_in_force(legal::Law const& law, std::string const& id, Date day, legal::Nation nation,
                    legal::Tenancy tenancy, bool json) {
    auto const* row = law.on(id, day, nation, tenancy);
    auto const standards = standards_of(law, id);
    if (standards.empty()) {
        if (json)
            fmt::print("{}\n", row ? "[" + provision_json(*row) + "]" : "[]");
        else if (row)
            print_row(*row);
        else
            fmt::print("{} was not in force on {}\n", id, date_words(day));
        return;
    }
    std::vector<legal::StandardRow> in_force;
    for (auto const& one : standards)
        if (one.is_in_force(day)) in_force.push_back(one);
    if (json) {
        fmt::print("{}\n", json_list(in_force, standard_json));
        return;
    }
    for (auto const& one : in_force) print_standard(one);
    if (in_force.empty()) fmt::print("{} was not in force on {}\n", id, date_words(day));
}

void print_deadline(legal::Law const& law, legal::LawDeadline const& deadline, bool json) {
    if (json) {
        JsonLine line;
        line.set("id", deadline.id);
        line.set("from", legal::iso(deadline.from));
        line.set("last_lawful", legal::iso(deadline.last_lawful));
        line.set("target", legal::iso(deadline.target));
        line.set_json("rules", rules_json(deadline.rules)).print();
        return;
    }
    auto const rows = law.rows_of(deadline.id);
    auto const standards = standards_of(law, deadline.id);
    fmt::print("{}\n", !rows.empty() ? rows.front()->title : standards.front().title);
    fmt::print("From         {}\nLast lawful  {}\nOur target   {}\nBy\n", legal::words_for(deadline.from),
               legal::words_for(deadline.last_lawful), legal::words_for(deadline.target));
    print_rules(deadline.rules);
}

void print_term(legal::TermAnswer const& answer, bool json) {
    if (json) {
        JsonLine line;
        line.set("lawful", answer.lawful);
        line.set_json("latest", date_json(answer.latest));
        line.set("reason", answer.reason);
        line.set_json("rules", rules_json(answer.rules)).print();
        return;
    }
    fmt::print("{}\n{}\n", answer.lawful ? "Lawful" : "Not lawful", answer.reason);
    if (answer.earliest) fmt::print("Earliest last day  {}\n", date_words(*answer.earliest));
    if (answer.latest) fmt::print("Latest last day    {}\n", date_words(*answer.latest));
    if (!answer.rules.empty()) fmt::print("By\n");
    print_rules(answer.rules);
}

void print_who(legal::Law const& law, legal::WhoAnswer const& answer, bool json) {
    if (json) {
        JsonLine line;
        line.set("may", answer.may);
        line.set("reason", answer.reason);
        line.set("instead", answer.instead);
        line.set_json("rules", rules_json(answer.rules)).print();
        return;
    }
    fmt::print("{}\n{}\n", answer.may ? "Yes" : "No", answer.reason);
    if (!answer.instead.empty()) fmt::print("Instead\n");
    for (auto const& body : answer.instead) fmt::print("  {} ({})\n", law.body_title(body), body);
    fmt::print("By\n");
    print_rules(answer.rules);
}

void print_check(LawCheck const& check, bool json) {
    if (json) {
        JsonLine line;
        line.set("provisions", std::int64_t{check.rows});
        line.set("examples", std::int64_t{check.examples});
        line.set("to_check_again", std::int64_t{check.to_check_again});
        line.set("problems", check.problems).print();
        return;
    }
    for (auto const& problem : check.problems) fmt::print("{}\n", problem);
    fmt::print("{} rows, {} worked examples, {}\n", check.rows, check.examples,
               check.problems.empty() ? "nothing wrong" : fmt::format("{} problems", check.problems.size()));
    if (check.to_check_again > 0) fmt::print("{} rows are due to be checked again\n", check.to_check_again);
}

void print_names_to_stderr(std::string const& heading, std::vector<legal::LawName> const& names) {
    fmt::print(stderr, "{}:\n", heading);
    for (auto const& one : names) fmt::print(stderr, "  {:<36} {}\n", one.code, one.title);
}

}  // namespace doorstep::cli
