#include <gtest/gtest.h>

#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;

class PeoplePages : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    TestSite::MadeCase made = site.open_case({.owner = officer.id, .raised_on = site.today().plus_days(-2)});
    TestBrowser browser{web};
    std::string const address = "/cases/" + made.file.reference + "/people";
    std::string const ana = address + "/" + std::string(made.complainants.front().id.text());

    void SetUp() override { browser.sign_in(officer); }
    static http::Pairs pairs(std::initializer_list<std::pair<char const*, char const*>> list) {
        http::Pairs fields;
        for (auto const& [name, value] : list) fields.add(name, value);
        return fields;
    }
    std::string text(std::string const& at) { return text_of(browser.get(at)); }
    std::string saved(std::string const& at, http::Pairs fields) {
        browser.get(at);
        auto const response = browser.post(at, std::move(fields));
        EXPECT_EQ(response.status, 303) << text_of(response);
        return text_of(browser.follow(response));
    }
    static void expect(std::string const& page, char const* words) {
        EXPECT_NE(page.find(words), std::string::npos) << words << " is missing in " << page;
    }
};

TEST_F(PeoplePages, show_everybody_by_side) {
    auto const page = text(address);
    auto const reporting = page.find("Reporting side");
    auto const complained = page.find("Complained about");
    ASSERT_NE(reporting, std::string::npos) << page;
    ASSERT_NE(complained, std::string::npos);
    EXPECT_LT(reporting, page.find("Ana Silva 1"));
    EXPECT_LT(page.find("Ana Silva 1"), complained);
    expect(page, "First contact by 15 June 2026");
    expect(page, "Not told yet");
}

TEST_F(PeoplePages, add_a_second_complainant_with_a_clock_of_their_own) {
    auto const page = saved(address + "/new", pairs({{"part", "complainant"},
                                                     {"known", "yes"},
                                                     {"name", "Zoë <b>Marsh</b>"},
                                                     {"raised-on", "2026-06-09"}}));
    expect(page, "Person added. First contact with them by 16 June 2026.");
    expect(page, "Zoë <b>Marsh</b>");
    expect(text("/cases/" + made.file.reference), "People (3)");
}

TEST_F(PeoplePages, take_an_unknown_person_with_a_description) {
    browser.get(address + "/new");
    auto const refused =
        browser.post(address + "/new", pairs({{"part", "alleged-perpetrator"}, {"known", "no"}}));
    EXPECT_EQ(refused.status, 422);
    expect(text_of(refused), "Describe them as far as anyone can");
    expect(saved(address + "/new", pairs({{"part", "alleged-perpetrator"},
                                          {"known", "no"},
                                          {"description", "A man with a white van"}})),
           "A man with a white van");
}

TEST_F(PeoplePages, ask_whether_it_is_somebody_we_know) {
    auto const fields = pairs({{"part", "witness"}, {"known", "yes"}, {"name", "Ana Silva 1"}});
    browser.get(address + "/new");
    auto const asked = browser.post(address + "/new", fields);
    EXPECT_EQ(asked.status, 422);
    expect(text_of(asked), "Is it one of these people we know?");
    auto again = fields;
    again.set("same-as", "new");
    EXPECT_EQ(browser.post(address + "/new", again).status, 303);
}

TEST_F(PeoplePages, keep_what_both_typed_when_two_people_change_one_person) {
    TestBrowser other{web};
    other.sign_in(site.account(Role::asb_officer, "Huw Pritchard"));
    browser.get(ana + "/edit");
    other.get(ana + "/edit");
    EXPECT_EQ(
        other.post(ana + "/edit", pairs({{"name", "Ana Silva 1"}, {"vulnerabilities", "Has asthma"}})).status,
        303);
    auto const both =
        browser.post(ana + "/edit", pairs({{"name", "Ana Silva-Jones"}, {"vulnerabilities", "Lives alone"}}));
    EXPECT_EQ(both.status, 409);
    auto const page = text_of(both);
    expect(page, "Someone changed this while you were working");
    expect(page, "Huw Pritchard");
    expect(page, "Has asthma");
    expect(page, "Lives alone");
    expect(page, "Ana Silva-Jones");
    auto const not_chosen = browser.post(ana + "/edit", pairs({{"choose-name", "mine"}}));
    EXPECT_EQ(not_chosen.status, 422);
    expect(text_of(not_chosen), "Choose which to keep");
    expect(text_of(not_chosen), "Lives alone");
    auto const chosen =
        browser.post(ana + "/edit", pairs({{"choose-name", "mine"},
                                           {"choose-vulnerabilities", "both"},
                                           {"together-vulnerabilities", "Has asthma and lives alone"}}));
    EXPECT_EQ(chosen.status, 303) << text_of(chosen);
    auto const after = text_of(browser.follow(chosen));
    expect(after, "Ana Silva-Jones");
    expect(after, "Has asthma and lives alone");
}

TEST_F(PeoplePages, save_without_asking_when_only_a_contact_was_recorded_meanwhile) {
    browser.get(ana + "/edit");
    TestBrowser other{web};
    other.sign_in(officer);
    auto const contact = "/cases/" + made.file.reference + "/contacts/new";
    other.get(contact);
    ASSERT_EQ(other
                  .post(contact, pairs({{"person", std::string(made.complainants.front().id.text()).c_str()},
                                        {"made-on", "2026-06-10"},
                                        {"method", "telephone"},
                                        {"result", "conversation"},
                                        {"summary", "We spoke"}}))
                  .status,
              303);
    EXPECT_EQ(browser.post(ana + "/edit", pairs({{"name", "Ana Silva-Jones"}})).status, 303);
}

TEST_F(PeoplePages, record_safe_contact_channel_by_channel) {
    auto fields = pairs({{"ways", "text"},
                         {"telephone", "07700 900123"},
                         {"language", "en"},
                         {"interpreter", "Polish"},
                         {"agreed-on", "2026-06-10"}});
    fields.add("ways", "email");
    fields.add("email", "ana@home.example");
    auto const page = saved(ana + "/safe-contact", fields);
    expect(page, "Text");
    expect(page, "Interpreter: Polish");
    expect(text("/cases/" + made.file.reference), "Interpreter: Polish");
}

TEST_F(PeoplePages, record_that_they_were_told_who_deals_with_it_and_of_their_rights) {
    expect(text(ana + "/officers"), "ASB officer: Dana Okafor");
    expect(saved(ana + "/officers", pairs({{"told-on", "2026-06-10"}, {"how", "telephone"}})),
           "Told on 10 June 2026");
    expect(text(ana + "/rights"), "999");
    auto const told = saved(ana + "/rights", pairs({{"told-on", "2026-06-10"},
                                                    {"how", "letter"},
                                                    {"numbers", "police"},
                                                    {"crime-reference", "43260012345"}}));
    expect(told, "Told on 10 June 2026 by Dana Okafor (letter)");
    expect(told, "101");
    expect(told, "43260012345");
}

TEST_F(PeoplePages, warn_whoever_opens_the_case_until_the_marker_ends) {
    saved(ana + "/markers/new",
          pairs({{"warning", "A dog that bites"}, {"precaution", "Ring first"}, {"until", "2026-09-30"}}));
    auto const overview = text("/cases/" + made.file.reference);
    expect(overview, "Warning until 30 September 2026");
    expect(overview, "A dog that bites. Ring first");
    auto const body = browser.get(ana).body;
    auto const at = body.find("/markers/");
    auto const end = body.find("/end\"", at);
    ASSERT_NE(end, std::string::npos);
    auto const id = body.substr(at + 9, end - at - 9);
    saved(ana + "/markers/" + id + "/end", pairs({{"reason", "The dog is gone"}}));
    EXPECT_EQ(text("/cases/" + made.file.reference).find("Warning until"), std::string::npos);
}

TEST_F(PeoplePages, let_somebody_leave) {
    expect(saved(ana + "/leaving", pairs({{"left-on", "2026-06-10"}, {"reason", "Moved away"}})),
           "no longer on the case since 10 June 2026");
}

TEST_F(PeoplePages, show_an_address_only_when_asked) {
    saved(ana + "/edit", pairs({{"name", "Ana Silva 1"}, {"address", "4 Acre Court"}}));
    EXPECT_EQ(text(ana).find("4 Acre Court"), std::string::npos);
    auto const shown = browser.post(ana + "/address");
    EXPECT_EQ(shown.status, 200);
    expect(text_of(shown), "4 Acre Court");
}

TEST_F(PeoplePages, are_not_there_for_those_who_may_not_see_the_case) {
    auto const hidden = site.open_case({.restricted = true});
    EXPECT_EQ(browser.get("/cases/" + hidden.file.reference + "/people").status, 404);
    EXPECT_EQ(browser.get("/cases/" + hidden.file.reference + "/people/new").status, 404);
    EXPECT_EQ(browser
                  .get("/cases/" + hidden.file.reference + "/people/" +
                       std::string(hidden.complainants.front().id.text()))
                  .status,
              404);
    // A person of that case through one that may be seen.
    EXPECT_EQ(browser.get(address + "/" + std::string(hidden.complainants.front().id.text())).status, 404);
}

TEST_F(PeoplePages, keep_names_out_of_titles) {
    for (auto const& at : {address, ana, ana + "/edit", ana + "/safe-contact"}) {
        auto const body = browser.get(at).body;
        auto const title = body.substr(body.find("<title>"), body.find("</title>") - body.find("<title>"));
        EXPECT_EQ(title.find("Silva"), std::string::npos) << at;
    }
}

}  // namespace
}  // namespace doorstep::test
