#include "usecases/team/officers.h"

#include <algorithm>

#include "base/text.h"
#include "legal/standard_ids.h"
#include "storage/absences.h"
#include "storage/accounts.h"
#include "usecases/settings.h"

namespace doorstep::usecases::team {

using domain::access::Action;
using domain::access::Role;
using storage::team::Figure;

namespace {
constexpr int most_absences = 500;
}

bool may_own_cases(domain::access::Roles roles) {
    return roles.has(Role::asb_officer) || roles.has(Role::asb_manager) || roles.has(Role::head_of_housing);
}

storage::team::Days days_of(Context& context) {
    auto const quiet = context.settings().standards().number(legal::standard_ids::update, context.today);
    return {.today = context.today, .quiet_since = context.today.plus_days(-quiet)};
}

std::vector<Officer> officers(Context& context) {
    auto& tx = context.read();
    auto const scope = storage::case_scope(context.viewer, Action::see_case);
    auto const figures = storage::team::figures(tx, scope, days_of(context));
    auto const absences = storage::absences::not_over_on(tx, context.today, most_absences);
    auto const accounts = storage::accounts::list(tx, false);
    auto const name_of = [&](std::optional<AccountId> id) {
        auto const found = std::find_if(accounts.begin(), accounts.end(),
                                        [&](auto const& account) { return account.id == id; });
        return found == accounts.end() ? std::string() : found->name;
    };
    std::vector<Officer> officers;
    for (auto const& account : accounts) {
        if (!may_own_cases(account.roles)) continue;
        Officer officer{.id = account.id,
                        .name = account.name,
                        .job_title = account.job_title,
                        .load = {},
                        .away_from = {},
                        .away_until = {},
                        .covered_by = ""};
        for (auto const& row : figures)
            if (row.officer == account.id) officer.load = row.counts;
        auto const away = std::find_if(absences.begin(), absences.end(),
                                       [&](auto const& absence) { return absence.account == account.id; });
        if (away != absences.end()) {
            officer.away_from = away->from_on;
            officer.away_until = away->until_on;
            officer.covered_by = name_of(away->cover);
        }
        officers.push_back(std::move(officer));
    }
    return officers;
}

std::string load_words(Officer const& officer, Date today) {
    std::string words = std::to_string(officer.of(Figure::open)) + " open";
    if (officer.of(Figure::overdue) > 0)
        words += ", " + std::to_string(officer.of(Figure::overdue)) + " with something overdue";
    if (officer.of(Figure::high_risk) > 0)
        words += ", " + std::to_string(officer.of(Figure::high_risk)) + " high risk";
    words += ".";
    if (officer.away_from && officer.away_until) {
        words +=
            officer.is_away(today) ? " Away to " : " Away from " + date_words(*officer.away_from) + " to ";
        words += date_words(officer.away_until->plus_days(-1));
        words += officer.covered_by.empty() ? ", nobody covers." : ", covered by " + officer.covered_by + ".";
    }
    return words;
}

}  // namespace doorstep::usecases::team
