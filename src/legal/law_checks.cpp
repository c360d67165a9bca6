#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "legal/law_data.h"

namespace doorstep::legal {
namespace {

using LawProblems = std::vector<std::string>;

std::string row_name(Provision const& row) {
    auto const tenancy = row.tenancy ? fmt::format(" ({})", name_of(*row.tenancy)) : "";
    auto const from = row.is_pending      ? "pending"
                      : row.in_force_from ? "from " + row.in_force_from->iso()
                                          : "open";
    return fmt::format("{}{} {}", row.id, tenancy, from);
}

bool share_a_nation(Provision const& a, Provision const& b) {
    return std::any_of(a.nations.begin(), a.nations.end(), [&](auto nation) { return b.extends_to(nation); });
}

bool share_a_tenancy(Provision const& a, Provision const& b) {
    return !a.tenancy || !b.tenancy || a.tenancy == b.tenancy;
}

bool share_a_day(Provision const& a, Provision const& b) {
    if (a.is_pending || b.is_pending) return a.is_pending && b.is_pending;
    auto const ends_before = [](Provision const& first, Provision const& second) {
        return first.in_force_until && second.in_force_from && *first.in_force_until <= *second.in_force_from;
    };
    return !ends_before(a, b) && !ends_before(b, a);
}

void check_each_row(Provision const& row, LawProblems& problems) {
    auto const wrong = [&](std::string_view words) {
        problems.push_back(fmt::format("{}: {}", row_name(row), words));
    };
    if (row.in_force_until && row.in_force_from && *row.in_force_until <= *row.in_force_from)
        wrong("it must end after it starts");
    if (row.is_pending && row.in_force_from) wrong("a pending row has no start date");
    bool const is_marked = row.evidence_marks.find('P') != std::string::npos;
    if (row.is_pending && !is_marked) wrong("a pending row is marked P");
    if (!row.is_pending && is_marked && !row.started) wrong("only a pending row is marked P");
    bool const is_period = row.unit == ProvisionUnit::days || row.unit == ProvisionUnit::weeks ||
                           row.unit == ProvisionUnit::working_days;
    if (row.counting && !is_period && row.unit != ProvisionUnit::months && row.unit != ProvisionUnit::years)
        wrong("only periods of days say how they are counted");
    if (!row.not_counted.empty() && row.unit != ProvisionUnit::hours)
        wrong("only periods of hours leave days out");
}

/// Rows of one id may not be in force together, nor leave days between them.
void check_rows_of_one_id(std::vector<Provision const*> const& rows, LawProblems& problems) {
    for (auto const* a : rows) {
        bool const is_followed = std::any_of(rows.begin(), rows.end(), [&](auto const* b) {
            return b != a && !b->is_pending && b->in_force_from == a->in_force_until;
        });
        if (a->in_force_until && !is_followed)
            problems.push_back(row_name(*a) + ": it ends and nothing follows");
        for (auto const* b : rows)
            if (a < b && share_a_nation(*a, *b) && share_a_tenancy(*a, *b) && share_a_day(*a, *b))
                problems.push_back(fmt::format("{} and {} overlap", row_name(*a), row_name(*b)));
    }
}

class References {
  public:
    References(Law const& law, LawProblems& problems)
        : law_(law), data_(LawParts::of(law)), problems_(problems) {}

    void check() {
        for (auto const& row : data_.provisions) {
            if (!row.starts_with.empty()) provision(row.id, row.starts_with);
            for (auto const& body : row.bodies) name(row.id, "body", data_.bodies, body);
            for (auto const id : standard_ids::all)
                if (row.id == id) wrong(row.id, "is a standard: its value stands in standards/");
        }
        for (auto const& row : data_.terms)
            for (auto const* id :
                 {&row.age_from, &row.age_below, &row.longest, &row.shortest, &row.extension, &row.total})
                if (!id->empty()) provision("term " + row.kind, *id);
        check_powers();
        for (auto const& row : data_.requirements) {
            for (auto const& power : row.powers) name(row.rule.id, "power", law_.powers(), power);
            if (!row.when.empty()) name(row.rule.id, "circumstance", data_.circumstances, row.when);
        }
        for (auto const& row : data_.consequences) {
            name(row.rule.id, "event", data_.events, row.event);
            if (!row.deadline.empty() && !law_.knows(row.deadline))
                wrong(row.rule.id, fmt::format("there is no {}", row.deadline));
        }
    }

  private:
    void wrong(std::string_view where, std::string_view words) {
        problems_.push_back(fmt::format("{}: {}", where, words));
    }
    void provision(std::string_view where, std::string const& id) {
        if (law_.rows_of(id).empty()) wrong(where, fmt::format("there is no provision {}", id));
    }
    void name(std::string_view where, std::string_view what, std::vector<LawName> const& names,
              std::string const& code) {
        if (std::none_of(names.begin(), names.end(), [&](auto const& one) { return one.code == code; }))
            wrong(where, fmt::format("there is no {} {}", what, code));
    }

    void check_powers() {
        for (auto const& power : data_.powers) {
            std::set<std::string> seen;
            for (auto const& row : power.rows) {
                for (auto const& body : row.bodies) {
                    if (body != "*") name(power.id, "body", data_.bodies, body);
                    if (!seen.insert(body).second) wrong(power.id, body + " has two rows");
                }
                for (auto const& body : row.instead) name(power.id, "body", data_.bodies, body);
                if (!row.opened_by.empty()) provision(power.id, row.opened_by);
            }
            if (!seen.contains("*")) wrong(power.id, "no row answers for all other bodies");
        }
    }

    Law const& law_;
    LawData const& data_;
    LawProblems& problems_;
};

void check_twice(Law const& law, LawProblems& problems) {
    std::map<std::string, int> seen;
    auto const& data = LawParts::of(law);
    for (auto const& row : data.requirements) ++seen[row.rule.id];
    for (auto const& row : data.consequences) ++seen[row.rule.id];
    for (auto const& power : data.powers) {
        ++seen[power.id];
        for (auto const& alias : power.aliases) ++seen[alias];
    }
    for (auto const& [id, count] : seen)
        if (count > 1) problems.push_back(id + " is there twice");
}

void check_examples(Law const& law, LawProblems& problems) {
    auto const run = run_law_examples(law);
    problems.insert(problems.end(), run.problems.begin(), run.problems.end());
    auto const missing = [&](std::string const& id) {
        if (!std::binary_search(run.shown.begin(), run.shown.end(), id))
            problems.push_back(id + " has no worked example");
    };
    std::set<std::string> ids;
    auto const& data = LawParts::of(law);
    for (auto const& row : data.provisions) ids.insert(row.id);
    for (auto const& row : data.requirements) ids.insert(row.rule.id);
    for (auto const& row : data.consequences)
        if (!row.rule.is_pending) ids.insert(row.rule.id);
    for (auto const& power : data.powers) ids.insert("who." + power.id);
    for (auto const& row : data.terms) ids.insert("term." + row.kind);
    for (auto const& id : ids) missing(id);
}

}  // namespace

std::vector<std::string> problems_with_law(Law const& law) {
    LawProblems problems;
    auto const& data = LawParts::of(law);
    for (auto const& row : data.provisions) check_each_row(row, problems);
    for (auto const& [id, rows] : data.by_id) check_rows_of_one_id(rows, problems);
    References(law, problems).check();
    check_twice(law, problems);
    check_examples(law, problems);
    std::sort(problems.begin(), problems.end());
    return problems;
}

}  // namespace doorstep::legal
