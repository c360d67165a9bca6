#include "domain/access/permissions.h"

#include <algorithm>
#include <array>

namespace doorstep::domain::access {
namespace {

constexpr auto n = Grant::no;
constexpr auto i = Grant::involved;
constexpr auto y = Grant::yes;

// The scope a program's token needs besides.
constexpr std::optional<Scope> none;
constexpr std::optional rr = Scope::read_reports;
constexpr std::optional wr = Scope::write_reports;
constexpr std::optional rc = Scope::read_cases;
constexpr std::optional wc = Scope::write_cases;
constexpr std::optional rs = Scope::read_surveys;
constexpr std::optional ws = Scope::write_surveys;
constexpr std::optional rf = Scope::read_figures;

struct Row {
    Action action;
    std::array<Grant, role_count> grants;  // in the order of Role
    std::optional<Scope> scope;
};

// clang-format off
constexpr std::array permission_table{
    //                                   ASB  hous mgr  head bsup part bord tent admin  token
    Row{Action::take_report,            { y,   y,   y,   y,   y,   n,   n,   n,   n }, wr},
    Row{Action::log_note,               { y,   y,   y,   y,   y,   n,   n,   n,   n }, wr},
    Row{Action::import_records,         { n,   n,   y,   n,   n,   n,   n,   n,   y }, none},
    Row{Action::see_triage,             { y,   n,   y,   y,   n,   n,   n,   n,   n }, rr},
    Row{Action::decide_triage,          { y,   n,   y,   y,   n,   n,   n,   n,   n }, wr},
    Row{Action::see_restricted_triage,  { n,   n,   y,   y,   n,   n,   n,   n,   n }, rr},
    Row{Action::find_cases,             { y,   y,   y,   y,   n,   n,   n,   n,   n }, rc},
    Row{Action::see_case,               { y,   i,   y,   y,   n,   n,   n,   n,   n }, rc},
    Row{Action::see_protected_details,  { y,   i,   y,   y,   n,   n,   n,   n,   n }, rc},
    Row{Action::work_case,              { y,   i,   y,   y,   n,   n,   n,   n,   n }, wc},
    Row{Action::assess_risk,            { y,   n,   y,   y,   n,   n,   n,   n,   n }, wc},
    Row{Action::agree_plan,             { y,   n,   y,   y,   n,   n,   n,   n,   n }, wc},
    Row{Action::hand_over_case,         { y,   n,   y,   y,   n,   n,   n,   n,   n }, wc},
    Row{Action::restrict_case,          { n,   n,   y,   y,   n,   n,   n,   n,   n }, wc},
    Row{Action::close_case,             { y,   n,   y,   y,   n,   n,   n,   n,   n }, wc},
    Row{Action::reopen_case,            { y,   n,   y,   y,   n,   n,   n,   n,   n }, wc},
    Row{Action::approve,                { n,   n,   y,   y,   n,   n,   n,   n,   n }, wc},
    Row{Action::see_file_history,       { y,   n,   y,   y,   n,   n,   n,   n,   n }, rc},
    Row{Action::see_places,             { y,   y,   y,   y,   n,   n,   n,   n,   n }, rc},
    Row{Action::see_people,             { y,   n,   y,   y,   n,   n,   n,   n,   n }, rc},
    Row{Action::see_my_work,            { y,   y,   y,   y,   y,   n,   n,   n,   n }, rc},
    Row{Action::see_team,               { n,   n,   y,   y,   n,   n,   n,   n,   n }, rc},
    Row{Action::reassign_cases,         { n,   n,   y,   y,   n,   n,   n,   n,   n }, wc},
    Row{Action::record_absence,         { y,   y,   y,   y,   n,   n,   n,   n,   n }, none},
    Row{Action::see_surveys,            { n,   n,   y,   y,   y,   n,   n,   n,   n }, rs},
    Row{Action::make_survey_call,       { n,   n,   n,   n,   y,   n,   n,   n,   n }, ws},
    Row{Action::sort_comments,          { n,   n,   y,   y,   y,   n,   n,   n,   n }, ws},
    Row{Action::print_post,             { y,   y,   y,   y,   y,   n,   n,   n,   n }, none},
    Row{Action::see_figures,            { y,   y,   y,   y,   n,   n,   n,   n,   n }, rf},
    Row{Action::see_performance,        { y,   y,   y,   y,   y,   n,   y,   y,   n }, rf},
    Row{Action::see_settings,           { n,   n,   y,   y,   n,   n,   n,   n,   y }, none},
    Row{Action::manage_accounts,        { n,   n,   n,   n,   n,   n,   n,   n,   y }, none},
    Row{Action::manage_lists,           { n,   n,   y,   y,   n,   n,   n,   n,   y }, none},
    Row{Action::propose_standard,       { n,   n,   y,   y,   n,   n,   n,   n,   y }, none},
    Row{Action::approve_standard,       { n,   n,   y,   y,   n,   n,   n,   n,   n }, none},
    Row{Action::manage_question_sets,   { n,   n,   y,   y,   n,   n,   n,   n,   y }, none},
    Row{Action::manage_wording,         { n,   n,   y,   y,   n,   n,   n,   n,   y }, none},
    Row{Action::manage_places,          { n,   n,   y,   y,   n,   n,   n,   n,   y }, none},
    Row{Action::manage_site,            { n,   n,   n,   n,   n,   n,   n,   n,   y }, none},
    Row{Action::see_audit,              { n,   n,   n,   y,   n,   n,   n,   n,   y }, none},
    Row{Action::see_order,             { y,   y,   y,   y,   y,   n,   n,   n,   n }, rc},
    Row{Action::work_order,            { y,   n,   y,   y,   n,   n,   n,   n,   n }, wc},
    Row{Action::pass_gate,             { n,   n,   y,   y,   n,   n,   n,   n,   n }, wc},
    Row{Action::see_papers,            { n,   n,   y,   y,   y,   n,   y,   n,   n }, rf},
    Row{Action::write_papers,          { n,   n,   y,   y,   y,   n,   n,   n,   n }, rf},
    Row{Action::approve_papers,        { n,   n,   y,   y,   n,   n,   n,   n,   n }, rf},
    Row{Action::see_panel,             { n,   n,   y,   y,   y,   n,   y,   y,   n }, rf},
    Row{Action::work_meetings,         { n,   n,   y,   y,   y,   n,   n,   n,   n }, none},
    Row{Action::ask_panel_question,    { n,   n,   n,   n,   n,   n,   y,   y,   n }, none},
    Row{Action::check_quality,         { n,   n,   y,   y,   n,   n,   n,   n,   n }, none},
    Row{Action::see_law,               { y,   y,   y,   y,   y,   n,   n,   n,   y }, none},
};
// clang-format on

static_assert(permission_table.size() == enum_names(Action{}).size(), "every action has a row");

Row const& row_of(Action action) {
    auto const& row = permission_table[static_cast<std::size_t>(action)];
    return row;
}

static_assert(
    [] {
        for (std::size_t position = 0; position < permission_table.size(); ++position)
            if (permission_table[position].action != static_cast<Action>(position)) return false;
        return true;
    }(),
    "the rows stand in the order of Action");

}  // namespace

Grant grant_of_role(Role role, Action action) {
    return row_of(action).grants[static_cast<std::size_t>(role)];
}

std::optional<Scope> scope_of(Action action) { return row_of(action).scope; }

Grant grant(Viewer const& viewer, Action action) {
    if (viewer.is_system) return Grant::yes;
    if (viewer.scopes) {
        auto const& scope = row_of(action).scope;
        if (!scope || !viewer.scopes->has(*scope)) return Grant::no;
    }
    auto best = Grant::no;
    for (auto const& role : all_of<Role>())
        if (viewer.roles.has(role.value)) best = std::max(best, grant_of_role(role.value, action));
    return best;
}

bool may_on_case(Viewer const& viewer, Action action, CaseStanding const& standing) {
    if (viewer.is_system) return true;
    if (standing.conflict) return false;
    // The owner of a restricted case is always on its list, so `named` alone decides.
    if (standing.restricted && !standing.named) return false;
    switch (grant(viewer, action)) {
        case Grant::no:
            return false;
        case Grant::involved:
            return standing.owner || standing.housing_officer || standing.named;
        case Grant::yes:
            return true;
    }
    return false;
}

}  // namespace doorstep::domain::access
