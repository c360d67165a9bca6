#include "pages/admin/account_forms.h"

#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/admin/accounts.h"
#include "pages/admin/admin_page.h"
#include "pages/errors/error_pages.h"

namespace doorstep::pages::admin {

using forms::required;
using usecases::accounts::AccountDetails;
using usecases::accounts::RecordLeave;

namespace {

using Teams = std::vector<storage::teams::TeamWithMembers>;

bool looks_like_an_address(std::string const& email) {
    auto const at = email.find('@');
    return at != std::string::npos && at > 0 && email.find('.', at) != std::string::npos &&
           email.find(' ') == std::string::npos && email.back() != '.';
}

std::vector<forms::Choice> role_choices() {
    std::vector<forms::Choice> choices;
    for (auto const& role : all_of<domain::access::Role>())
        choices.push_back({.value = std::string(role.name), .text = std::string(role.words)});
    return choices;
}

http::Response new_account_page(Visit& visit, Teams const& teams, http::Pairs typed,
                                std::vector<Problem> problems) {
    auto const shapes = account_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1("Invite somebody");
    body << html::p(
        "You get a starting password to give to them. They choose their own at the first sign-in.");
    Html fields = forms::render_fields(
        shapes, {.typed = std::move(typed), .problems = problems, .choices = account_choices(teams)});
    fields << forms::buttons("Add account", "/admin/accounts");
    body << visit.form("/admin/accounts/new", fields);
    auto page =
        admin_page_below(visit, Section::accounts, {"Accounts", "/admin/accounts"}, "Invite somebody", body);
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

forms::Form<RecordLeave> const& leave_form() {
    static auto const form = forms::form<RecordLeave>(
        "record-leave",
        forms::date_field(&RecordLeave::from_on,
                          {.name = "from", .label = "First day away", .hint = "For example, 27 3 2026"},
                          {required("Enter the first day away")}),
        forms::date_field(&RecordLeave::last_day,
                          {.name = "last-day", .label = "Last day away", .hint = "For example, 10 4 2026"},
                          {required("Enter the last day away")}),
        forms::select_field(&RecordLeave::cover, {.name = "cover",
                                                  .label = "Who covers for them?",
                                                  .hint = "What falls due is shown to them too",
                                                  .optional = true}));
    return form;
}

forms::Choices cover_choices(Visit& visit, AccountId away) {
    forms::Choices choices;
    auto& cover = choices["cover"];
    cover.push_back({.value = "", .text = "Nobody yet"});
    for (auto const& account : usecases::accounts::who_could_cover(visit.context, away))
        cover.push_back({.value = std::string(account.id.text()), .text = account.name});
    return choices;
}

http::Response leave_page(Visit& visit, usecases::accounts::AccountView const& view, http::Pairs typed,
                          std::vector<Problem> problems) {
    auto const address = "/admin/accounts/" + std::string(view.account.id.text());
    auto const shapes = leave_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1("Record leave");
    Html fields = forms::render_fields(
        shapes,
        {.typed = std::move(typed), .problems = problems, .choices = cover_choices(visit, view.account.id)});
    fields << forms::buttons("Save leave", address);
    body << visit.form(address + "/leave/new", fields);
    auto page =
        admin_page_below(visit, Section::accounts, {"Accounts", "/admin/accounts"}, "Record leave", body);
    page.breadcrumbs.push_back({view.account.name, address});
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

struct TeamName {
    std::string name;
};
forms::Form<TeamName> const& team_form() {
    static auto const form = forms::form<TeamName>(
        "team", forms::text_field(&TeamName::name, {.name = "name", .label = "Name of a new team"},
                                  {required("Enter a name for the team"),
                                   forms::at_most(80, "The name must be 80 characters or fewer")}));
    return form;
}

http::Response teams_page(Visit& visit, Teams const& teams, http::Pairs typed,
                          std::vector<Problem> problems) {
    auto const shapes = team_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1("Teams");
    if (teams.empty()) {
        body << html::p("There are no teams yet. Accounts can be without one.");
    } else {
        govuk::Table table{.rows = {},
                           .head = {{.text = "Team"}, {.text = "People", .format = "numeric"}},
                           .caption = "Teams",
                           .caption_classes = "govuk-visually-hidden",
                           .first_cell_is_header = true};
        for (auto const& row : teams)
            table.rows.push_back(
                {{.html = html::a("/admin/accounts?team=" + std::string(row.team.id.text()), row.team.name)},
                 {.text = std::to_string(row.members), .format = "numeric"}});
        body << govuk::table_wrap({.table = table, .label = ""});
    }
    Html fields = forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems});
    fields << forms::buttons("Add team", "");
    body << visit.form("/admin/teams", fields);
    auto page = admin_page(visit, Section::teams, "Teams", body);
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

}  // namespace

forms::Form<AccountDetails> const& account_form() {
    static auto const form = forms::form<AccountDetails>(
        "account",
        forms::text_field(
            &AccountDetails::name, {.name = "name", .label = "Name"},
            {required("Enter their name"), forms::at_most(120, "The name must be 120 characters or fewer")}),
        forms::text_field(&AccountDetails::email,
                          {.name = "email",
                           .label = "E-mail address",
                           .hint = "They sign in with it",
                           .input_type = "email",
                           .spellcheck = false},
                          {required("Enter their e-mail address"),
                           forms::holds<std::string>(looks_like_an_address,
                                                     "Enter an e-mail address, such as name@example.org")}),
        forms::text_field(&AccountDetails::job_title,
                          {.name = "job-title", .label = "Job", .optional = true}),
        forms::text_field(&AccountDetails::telephone, {.name = "telephone",
                                                       .label = "Telephone",
                                                       .hint = "Residents are told this number",
                                                       .classes = "govuk-input--width-20",
                                                       .optional = true}),
        forms::select_field(&AccountDetails::team, {.name = "team", .label = "Team", .optional = true}),
        forms::checkboxes_field(&AccountDetails::roles,
                                {.name = "roles",
                                 .label = "Roles",
                                 .hint = "Each lets them do more. Give what their work needs",
                                 .choices = role_choices()},
                                {required("Choose at least one role")}));
    return form;
}

forms::Choices account_choices(Teams const& teams) {
    forms::Choices choices;
    choices["team"].push_back({.value = "", .text = "No team"});
    for (auto const& row : teams)
        choices["team"].push_back({.value = std::string(row.team.id.text()), .text = row.team.name});
    return choices;
}

AccountDetails details_of(domain::accounts::Account const& account) {
    AccountDetails details{.name = account.name,
                           .email = account.email,
                           .job_title = account.job_title,
                           .telephone = account.telephone,
                           .team = account.team ? std::string(account.team->text()) : "",
                           .roles = {}};
    for (auto const& role : all_of<domain::access::Role>())
        if (account.roles.has(role.value)) details.roles.emplace_back(role.name);
    return details;
}

http::Response show_new_account(Visit& visit) {
    auto const teams = usecases::accounts::list_teams(visit.context);
    if (!teams) return visit.refused(teams.error());
    return new_account_page(visit, *teams, {}, {});
}

http::Response post_new_account(Visit& visit) {
    auto const teams = usecases::accounts::list_teams(visit.context);
    if (!teams) return visit.refused(teams.error());
    auto parsed = visit.parse(account_form(), account_choices(*teams));
    if (!parsed.ok())
        return new_account_page(visit, *teams, std::move(parsed.typed), std::move(parsed.problems));
    auto const invited = usecases::accounts::invite_account(visit.context, parsed.input);
    if (invited) return starting_password_page(visit, parsed.input.name, *invited);
    return refused_form(visit, invited.error(), [&](std::vector<Problem> problems) {
        return new_account_page(visit, *teams, std::move(parsed.typed), std::move(problems));
    });
}

http::Response show_new_leave(Visit& visit) {
    auto const id = AccountId::parse(visit.request.parameter("id"));
    if (!id) return page_not_found(visit);
    auto const view = usecases::accounts::view_account(visit.context, *id);
    if (!view) return visit.refused(view.error());
    return leave_page(visit, *view, {}, {});
}

http::Response post_new_leave(Visit& visit) {
    auto const id = AccountId::parse(visit.request.parameter("id"));
    if (!id) return page_not_found(visit);
    auto const view = usecases::accounts::view_account(visit.context, *id);
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(leave_form(), cover_choices(visit, *id));
    if (!parsed.ok()) return leave_page(visit, *view, std::move(parsed.typed), std::move(parsed.problems));
    auto const recorded = usecases::accounts::record_leave(visit.context, *id, parsed.input);
    if (recorded) return visit.done("/admin/accounts/" + std::string(id->text()), "Leave is recorded.");
    return refused_form(visit, recorded.error(), [&](std::vector<Problem> problems) {
        return leave_page(visit, *view, std::move(parsed.typed), std::move(problems));
    });
}

http::Response show_teams(Visit& visit) {
    auto const teams = usecases::accounts::list_teams(visit.context);
    if (!teams) return visit.refused(teams.error());
    return teams_page(visit, *teams, {}, {});
}

http::Response post_teams(Visit& visit) {
    auto const teams = usecases::accounts::list_teams(visit.context);
    if (!teams) return visit.refused(teams.error());
    auto parsed = visit.parse(team_form());
    if (!parsed.ok()) return teams_page(visit, *teams, std::move(parsed.typed), std::move(parsed.problems));
    auto const added = usecases::accounts::add_team(visit.context, parsed.input.name);
    if (added) return visit.done("/admin/teams", "The team is added.");
    return refused_form(visit, added.error(), [&](std::vector<Problem> problems) {
        return teams_page(visit, *teams, std::move(parsed.typed), std::move(problems));
    });
}

}  // namespace doorstep::pages::admin
