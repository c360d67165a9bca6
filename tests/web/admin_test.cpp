#include <gtest/gtest.h>

#include <regex>

#include "storage/accounts.h"
#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;

class AdminPages : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account admin = site.account(Role::administrator);
    TestBrowser browser{web};

    void SetUp() override { browser.sign_in(admin); }
    std::string page(std::string const& address) {
        auto const response = browser.get(address);
        EXPECT_EQ(response.status, 200) << address;
        return text_of(response);
    }
    static http::Pairs somebody(std::string const& email = "noor@elmfield.example") {
        http::Pairs fields;
        fields.add("name", "Noor <Aziz>");
        fields.add("email", email);
        fields.add("job-title", "Officer");
        fields.add("roles", "asb-officer");
        return fields;
    }
    static http::Pairs date(http::Pairs fields, std::string const& name, Date day) {
        fields.add(name + "-day", std::to_string(day.day()));
        fields.add(name + "-month", std::to_string(day.month()));
        fields.add(name + "-year", std::to_string(day.year()));
        return fields;
    }
    std::string address_of(domain::accounts::Account const& account) {
        return "/admin/accounts/" + std::string(account.id.text());
    }
};

TEST_F(AdminPages, invite_somebody_and_show_the_starting_password_once) {
    browser.get("/admin/accounts/new");
    auto const answer = browser.post("/admin/accounts/new", somebody());
    ASSERT_EQ(answer.status, 200) << text_of(answer);
    EXPECT_NE(text_of(answer).find("Starting password"), std::string::npos);
    EXPECT_EQ(answer.body.find("<Aziz>"), std::string::npos);
    auto const list = page("/admin/accounts");
    EXPECT_NE(list.find("Noor <Aziz>"), std::string::npos) << list;
    EXPECT_NE(list.find("Invited"), std::string::npos);
}

TEST_F(AdminPages, show_the_form_again_with_what_was_typed) {
    browser.get("/admin/accounts/new");
    auto fields = somebody("not an address");
    fields.remove("roles");
    auto const answer = browser.post("/admin/accounts/new", fields);
    EXPECT_EQ(answer.status, 422);
    auto const text = text_of(answer);
    EXPECT_NE(text.find("Choose at least one role"), std::string::npos);
    EXPECT_NE(text.find("Enter an e-mail address"), std::string::npos);
    EXPECT_NE(answer.body.find("value=\"Noor &lt;Aziz&gt;\""), std::string::npos);
    EXPECT_NE(answer.body.find("<title>Error: "), std::string::npos);
}

TEST_F(AdminPages, narrow_the_accounts_down) {
    site.account(Role::asb_officer, "Olive Officer");
    site.account(Role::board_member, "Bao Board");
    auto const officers = page("/admin/accounts?role=asb-officer");
    EXPECT_NE(officers.find("Olive Officer"), std::string::npos);
    EXPECT_EQ(officers.find("Bao Board"), std::string::npos);
    EXPECT_NE(page("/admin/accounts?state=disabled").find("No accounts match"), std::string::npos);
}

TEST_F(AdminPages, change_an_account_and_tell_when_somebody_else_did_meanwhile) {
    auto const officer = site.account(Role::asb_officer, "Olive Officer");
    auto const edit = address_of(officer) + "/edit";
    browser.get(edit);
    auto const opened = browser.open_page();
    browser.get(edit);
    auto const fields = somebody(officer.email);
    EXPECT_EQ(location_of(browser.post(edit, fields)), address_of(officer));
    EXPECT_NE(page(address_of(officer)).find("Noor <Aziz>"), std::string::npos);
    browser.show_page(opened);
    EXPECT_EQ(browser.post(edit, fields).status, 409);
}

TEST_F(AdminPages, do_not_take_the_last_administrator_away) {
    auto const edit = address_of(admin) + "/edit";
    browser.get(edit);
    auto const answer = browser.post(edit, somebody(admin.email));
    EXPECT_EQ(answer.status, 422);
    EXPECT_NE(text_of(answer).find("This is the only administrator"), std::string::npos) << text_of(answer);
    EXPECT_EQ(page(address_of(admin)).find("Disable"), std::string::npos);
}

TEST_F(AdminPages, ask_before_somebody_is_disabled_and_say_what_is_left_behind) {
    auto const officer = site.account(Role::asb_officer, "Olive Officer");
    site.open_case({.owner = officer.id});
    auto const ask = page(address_of(officer) + "/disablement");
    EXPECT_NE(ask.find("They own 1 open case"), std::string::npos) << ask;
    EXPECT_EQ(location_of(browser.post(address_of(officer) + "/disablement")), address_of(officer));
    auto const after = page(address_of(officer));
    EXPECT_NE(after.find("still owns 1 open case"), std::string::npos);
    EXPECT_EQ(location_of(browser.post(address_of(officer) + "/enablement")), address_of(officer));
}

TEST_F(AdminPages, reset_a_lost_sign_in) {
    auto const officer = site.account(Role::asb_officer, "Olive Officer");
    browser.get(address_of(officer) + "/sign-in-reset");
    auto const answer = browser.post(address_of(officer) + "/sign-in-reset");
    EXPECT_NE(text_of(answer).find("Starting password"), std::string::npos);
    auto const again = browser.post(address_of(officer) + "/sign-in-reset");
    EXPECT_NE(again.status, 500);
}

TEST_F(AdminPages, record_leave) {
    auto const officer = site.account(Role::asb_officer, "Olive Officer");
    auto const address = address_of(officer) + "/leave/new";
    browser.get(address);
    EXPECT_EQ(browser.post(address).status, 422);
    auto const today = site.today();
    auto const fields = date(date({}, "from", today.plus_days(1)), "last-day", today.plus_days(5));
    EXPECT_EQ(location_of(browser.post(address, fields)), address_of(officer));
    EXPECT_NE(page(address_of(officer)).find(date_words(today.plus_days(6))), std::string::npos);
}

TEST_F(AdminPages, add_a_team) {
    EXPECT_NE(page("/admin/teams").find("There are no teams yet"), std::string::npos);
    http::Pairs fields;
    fields.add("name", "North");
    EXPECT_EQ(location_of(browser.post("/admin/teams", fields)), "/admin/teams");
    EXPECT_NE(page("/admin/teams").find("North"), std::string::npos);
    EXPECT_EQ(browser.post("/admin/teams", fields).status, 422);
}

TEST_F(AdminPages, let_one_propose_a_promise_and_another_approve_it) {
    auto const propose = std::string("/admin/standards/sla.first_contact_wd/proposals/new?for=high");
    EXPECT_NE(page(propose).find("1 working day now"), std::string::npos) << page(propose);
    http::Pairs fields;
    fields.add("value", "2");
    fields.add("reason", "Agreed by the board");
    auto const sent = browser.post(propose, date(fields, "from", site.today().plus_days(7)));
    ASSERT_EQ(location_of(sent), "/admin/standards/sla.first_contact_wd") << text_of(sent);
    auto const list = browser.get("/admin/standards");
    EXPECT_NE(text_of(list).find("Waiting to be approved"), std::string::npos);
    auto const at = list.body.find("/admin/standards/proposals/");
    ASSERT_NE(at, std::string::npos);
    auto const proposal = list.body.substr(at, list.body.find('"', at) - at);
    // Nobody who may only propose has a way to decide.
    EXPECT_EQ(browser.get(proposal).body.find("Save decision"), std::string::npos);

    TestBrowser other(web);
    other.sign_in(site.account(Role::asb_manager));
    EXPECT_NE(other.get(proposal).body.find("Save decision"), std::string::npos);
    EXPECT_EQ(other.post(proposal).status, 422);
    http::Pairs decision;
    decision.add("decision", "approve");
    EXPECT_EQ(location_of(other.post(proposal, decision)), "/admin/standards");
    EXPECT_NE(text_of(other.get("/admin/standards")).find("2 working days from"), std::string::npos);
}

TEST_F(AdminPages, refuse_a_promise_for_days_that_have_been) {
    auto const propose = std::string("/admin/standards/sla.first_contact_wd/proposals/new");
    browser.get(propose);
    http::Pairs fields;
    fields.add("value", "3");
    fields.add("reason", "Agreed by the board");
    auto const sent = browser.post(propose, date(fields, "from", site.today()));
    EXPECT_EQ(sent.status, 422);
    EXPECT_NE(text_of(sent).find("The first day must be tomorrow or later"), std::string::npos);
}

TEST_F(AdminPages, add_and_change_entries_of_a_list) {
    EXPECT_NE(page("/admin/lists").find("Case types"), std::string::npos);
    browser.get("/admin/categories/new");
    http::Pairs fields;
    fields.add("label", "Drones & <rockets>");
    fields.add("like", "noise");
    EXPECT_EQ(location_of(browser.post("/admin/categories/new", date(fields, "from", site.today()))),
              "/admin/categories");
    EXPECT_NE(page("/admin/categories").find("Drones & <rockets>"), std::string::npos);
    EXPECT_NE(page("/admin/categories/noise").find("Change an entry"), std::string::npos);
    EXPECT_EQ(browser.get("/admin/categories/nothing").status, 404);
    EXPECT_EQ(browser.get("/admin/lists/nothing").status, 404);
}

TEST_F(AdminPages, show_letters_side_by_side_preview_and_publish_them) {
    auto const both = page("/admin/wording/action-plan");
    EXPECT_NE(both.find("English"), std::string::npos);
    EXPECT_NE(both.find("Welsh"), std::string::npos);
    auto const address = std::string("/admin/wording/action-plan/en");
    browser.get(address);
    http::Pairs fields;
    fields.add("subject", "Your plan");
    fields.add("body", "Dear {{name}}\n\n<script>alert(1)</script>");
    fields.add("preview", "yes");
    auto const preview = browser.post(address, date(fields, "from", site.today()));
    EXPECT_EQ(preview.status, 200);
    EXPECT_NE(text_of(preview).find("Dear [name]"), std::string::npos) << text_of(preview);
    EXPECT_EQ(preview.body.find("<script>alert"), std::string::npos);
    fields.remove("preview");
    EXPECT_EQ(location_of(browser.post(address, date(fields, "from", site.today()))),
              "/admin/wording/action-plan");
    EXPECT_NE(page("/admin/wording/action-plan").find("version 1"), std::string::npos);
    http::Pairs wrong;
    wrong.add("subject", "Your plan");
    wrong.add("body", "Dear {{nmae}}");
    EXPECT_EQ(browser.post(address, date(wrong, "from", site.today())).status, 422);
}

TEST_F(AdminPages, show_every_version_of_the_questions) {
    EXPECT_NE(page("/admin/risk-sets").find("In use"), std::string::npos);
    EXPECT_NE(page("/admin/risk-sets/1").find("version 1"), std::string::npos);
    EXPECT_NE(page("/admin/survey-sets/2").find("version 2"), std::string::npos);
    EXPECT_EQ(browser.get("/admin/risk-sets/99").status, 404);
}

TEST_F(AdminPages, are_found_under_the_addresses_they_had_before) {
    for (auto const& [before, now] : std::vector<std::pair<std::string, std::string>>{
             {"/admin/lists/categories", "/admin/categories"},
             {"/admin/lists/closing-reasons", "/admin/outcomes"},
             {"/admin/lists/interventions/new", "/admin/interventions/new"},
             {"/admin/lists/categories/noise", "/admin/categories/noise"},
             {"/admin/question-sets", "/admin/risk-sets"},
             {"/admin/question-sets/survey/2", "/admin/survey-sets/2"}}) {
        auto const moved = browser.get(before);
        EXPECT_EQ(moved.status, 301) << before;
        EXPECT_EQ(location_of(moved), now);
        EXPECT_EQ(browser.get(now).status, 200) << now;
    }
    EXPECT_EQ(browser.get("/admin/signposts").status, 200);
    EXPECT_EQ(browser.get("/admin/lists/channels").status, 200) << "the others stay where they are";
}

TEST_F(AdminPages, switch_the_public_performance_page_on_and_off) {
    EXPECT_NE(page("/admin/publication").find("Nobody has changed this yet"), std::string::npos);
    EXPECT_EQ(browser.post("/admin/publication", {}).status, 422);
    http::Pairs fields;
    fields.add("is-public", "yes");
    EXPECT_EQ(location_of(browser.post("/admin/publication", fields)), "/admin/publication");
    EXPECT_NE(page("/admin/publication").find("Switched on by " + admin.name), std::string::npos);
    browser.get("/admin/publication");
    http::Pairs day;
    day.add("measure", "opened");
    EXPECT_NE(browser.post("/admin/publication/measures", day).status, 500);
    fields.set("is-public", "no");
    browser.post("/admin/publication", fields);
    EXPECT_NE(page("/admin/publication").find("Switched off by " + admin.name), std::string::npos);
}

TEST_F(AdminPages, keep_a_register_of_qualifications_and_say_who_looks_after_what) {
    auto const officer = site.account(Role::housing_officer, "Huw Pritchard");
    auto const address = address_of(officer);
    EXPECT_NE(page(address).find("No patch as housing officer"), std::string::npos);
    browser.get(address + "/qualifications/new");
    EXPECT_EQ(browser.post(address + "/qualifications/new").status, 422);
    http::Pairs fields;
    fields.add("title", "Level 4 <certificate>");
    fields.add("state", "held");
    EXPECT_EQ(location_of(browser.post(address + "/qualifications/new",
                                       date(fields, "held-from", site.today().plus_days(-30)))),
              address);
    auto const shown = browser.get(address);
    EXPECT_NE(text_of(shown).find("Level 4 <certificate>"), std::string::npos);
    auto const at = shown.body.find(address + "/qualifications/0");
    ASSERT_NE(at, std::string::npos);
    auto const one = shown.body.substr(at, shown.body.find('"', at) - at);
    EXPECT_NE(browser.get(one).body.find("value=\"Level 4 &lt;certificate&gt;\""), std::string::npos);
    fields.set("state", "lapsed");
    EXPECT_EQ(location_of(browser.post(one, fields)), address);
    EXPECT_NE(page(address).find("Lapsed"), std::string::npos);
    EXPECT_EQ(browser.get(address + "/places").status, 200);
    EXPECT_EQ(location_of(browser.post(address + "/places")), address);
    EXPECT_EQ(browser.get(address + "/qualifications/01890000-0000-7000-8000-000000000000").status, 404);
}

TEST_F(AdminPages, propose_risk_questions_that_a_manager_approves_under_approvals) {
    auto const propose = std::string("/admin/risk-sets/proposals/new");
    auto const form = browser.get(propose);
    EXPECT_NE(form.body.find("how often does it happen?"), std::string::npos);
    EXPECT_EQ(browser.post(propose).status, 422);
    http::Pairs fields;
    static std::regex const filled(
        R"re(name="((?:text|hint|option|score|band)\.[^"]*)" type="text" value="([^"]*)")re");
    for (std::sregex_iterator at(form.body.begin(), form.body.end(), filled), end; at != end; ++at)
        fields.add((*at)[1], text_of({.body = (*at)[2]}));
    fields.set("text.how-often", "How often does it happen <now>?");
    fields.set("reason", "The panel asked for it");
    auto const sent = browser.post(propose, date(fields, "from", site.today().plus_days(7)));
    ASSERT_EQ(location_of(sent), "/admin/risk-sets") << text_of(sent);
    EXPECT_NE(page("/admin/risk-sets").find("How often does it happen <now>?"), std::string::npos);

    TestBrowser other(web);
    other.sign_in(site.account(Role::asb_manager));
    auto const list = other.get("/approvals");
    EXPECT_NE(text_of(list).find("Change a set of questions"), std::string::npos) << text_of(list);
    auto const at = list.body.find("/approvals/0");
    auto const approval = list.body.substr(at, list.body.find('"', at) - at);
    EXPECT_NE(text_of(other.get(approval)).find("How often does it happen <now>?"), std::string::npos);
    http::Pairs decision;
    decision.add("decision", "approved");
    EXPECT_EQ(location_of(other.post(approval, decision)), "/approvals");
    EXPECT_NE(page("/admin/risk-sets").find("To come"), std::string::npos);
}

TEST_F(AdminPages, let_a_manager_decide_a_promise_under_approvals) {
    auto const propose = std::string("/admin/standards/sla.first_contact_wd/proposals/new?for=high");
    browser.get(propose);
    http::Pairs fields;
    fields.add("value", "2");
    fields.add("reason", "Agreed by the board");
    browser.post(propose, date(fields, "from", site.today().plus_days(7)));
    TestBrowser other(web);
    other.sign_in(site.account(Role::asb_manager));
    auto const list = other.get("/approvals");
    EXPECT_NE(text_of(list).find("Change a standard"), std::string::npos) << text_of(list);
    auto const at = list.body.find("/approvals/0");
    ASSERT_NE(at, std::string::npos);
    auto const approval = list.body.substr(at, list.body.find('"', at) - at);
    auto const shown = text_of(other.get(approval));
    EXPECT_NE(shown.find("2 working days"), std::string::npos) << shown;
    EXPECT_NE(shown.find("Agreed by the board"), std::string::npos);
    http::Pairs decision;
    decision.add("decision", "approved");
    EXPECT_EQ(location_of(other.post(approval, decision)), "/approvals");
    EXPECT_NE(text_of(other.get("/admin/standards")).find("2 working days from"), std::string::npos);
    EXPECT_EQ(text_of(other.get("/approvals")).find("Change a standard"), std::string::npos);
}

TEST_F(AdminPages, tell_whether_a_colour_can_be_read) {
    EXPECT_NE(page("/admin/site").find("That can be read"), std::string::npos);
    http::Pairs fields;
    fields.add("landlord-name", "Elmfield Homes");
    fields.add("team-name", "Team");
    fields.add("exit-page", "https://www.example.org/");
    fields.add("division", "england-and-wales");
    fields.add("body", "registered-provider-non-profit");
    fields.add("brand-colour", "#ffcc00");
    auto const low = browser.post("/admin/site", fields);
    EXPECT_EQ(low.status, 422);
    EXPECT_NE(text_of(low).find("Choose a darker colour"), std::string::npos);
    fields.set("brand-colour", "#123456");
    EXPECT_EQ(location_of(browser.post("/admin/site", fields)), "/admin/site");
    EXPECT_NE(browser.get("/admin/site").body.find("/brand.css?123456"), std::string::npos);
}

TEST_F(AdminPages, say_how_the_site_stands) {
    auto const health = page("/admin");
    EXPECT_NE(health.find("There is no nightly copy"), std::string::npos) << health;
    EXPECT_NE(health.find("GB free of"), std::string::npos);
    EXPECT_EQ(health.find("All is well"), std::string::npos);
}

TEST_F(AdminPages, show_what_was_done_and_hide_restricted_references) {
    auto const open = site.open_case({});
    auto const hidden = site.open_case({.restricted = true});
    browser.get("/admin/teams");
    http::Pairs fields;
    fields.add("name", "North");
    browser.post("/admin/teams", fields);
    auto const audit = page("/admin/audit");
    EXPECT_NE(audit.find("Site settings changed"), std::string::npos) << audit;
    EXPECT_NE(audit.find("Signed in"), std::string::npos);
    EXPECT_EQ(audit.find(hidden.file.reference), std::string::npos);
    EXPECT_NE(page("/admin/audit?side=seen").find("What was looked at"), std::string::npos);
    EXPECT_EQ(browser.get("/admin/audit?from-day=32&from-month=1&from-year=2026").status, 422);
}

TEST_F(AdminPages, keep_to_twelve_statements) {
    site.account(Role::asb_officer, "Olive Officer");
    for (auto const* address :
         {"/admin", "/admin/accounts", "/admin/teams", "/admin/lists", "/admin/categories",
          "/admin/publication", "/admin/standards", "/admin/standards/sla.first_contact_wd",
          "/admin/risk-sets", "/admin/risk-sets/proposals/new", "/admin/wording",
          "/admin/wording/action-plan", "/admin/site", "/admin/audit"}) {
        auto const response = browser.get(address);
        for (auto const& [name, value] : response.headers)
            if (name == "Server-Timing") {
                auto const count = std::stoi(value.substr(value.find('"') + 1));
                EXPECT_LE(count, 12) << address;
                EXPECT_GT(count, 0) << address;
            }
    }
}

}  // namespace
}  // namespace doorstep::test
