#include <gtest/gtest.h>

#include "support/site/waiting_report.h"
#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;

class TriagePages : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    domain::accounts::Account sam = site.account(Role::asb_officer, "Sam Whitfield");
    domain::accounts::Account manager = site.account(Role::asb_manager, "Marta Lindqvist");
    MadePlace place = made_place(site, officer.id);
    domain::reports::Report report = waiting_report(site, {.address = place.address.id});
    TestBrowser browser{web};

    std::string address(domain::reports::Report const& of, std::string const& below = "") {
        return "/triage/" + std::string(of.id.text()) + below;
    }
    static http::Pairs answers() {
        http::Pairs fields;
        fields.set("is-asb", "yes");
        fields.set("path", "open-case");
        fields.set("kind", "noise");
        fields.set("closer-kind", "noise-music");
        fields.set("complained-about-described", "The man upstairs");
        fields.set("reason", "Music at night <b>again</b>");
        fields.set("explanation", "We have opened a case");
        return fields;
    }
    static bool says(http::Response const& response, std::string const& words) {
        auto const text = text_of(response);
        EXPECT_NE(text.find(words), std::string::npos) << words << " is not in:\n" << text;
        return true;
    }
    static bool says_not(http::Response const& response, std::string const& words) {
        EXPECT_EQ(text_of(response).find(words), std::string::npos) << words;
        return true;
    }
};

TEST_F(TriagePages, walk_from_the_queue_to_an_open_case) {
    browser.sign_in(officer);
    auto const queue = browser.get("/triage");
    says(queue, "1 report waits for a decision");
    says(queue, report.reference);
    auto const taken = browser.post("/triage/next");
    EXPECT_EQ(location_of(taken), address(report));
    auto const page = browser.follow(taken);
    says(page, "Loud music until 4am");
    says(page, "Flat 12, Acre Court, 4 Mill Lane, MK9 3XS");
    auto const form = browser.get(address(report, "/decision"));
    EXPECT_EQ(form.status, 200);
    says(form, "Dana Okafor (Officer of this area)");
    auto const saved = browser.post(address(report, "/decision"), answers());
    ASSERT_EQ(saved.status, 303) << text_of(saved);
    EXPECT_EQ(location_of(saved), "/cases/ASB-26-00001");
    auto const opened = browser.follow(saved);
    says(opened, "Case ASB-26-00001 is open. Owner: Dana Okafor. First contact by 17 June 2026.");
    says(opened, "Loud music or television, Acre Court");
    says(browser.get("/triage"), "All sorted");
    auto const settled = browser.get(address(report));
    says(settled, "What was decided");
    says(settled, "Music at night <b>again</b>");
    EXPECT_EQ(settled.body.find("<b>again</b>"), std::string::npos) << "escaped";
}

TEST_F(TriagePages, keep_what_was_typed_and_name_every_problem) {
    browser.sign_in(officer);
    browser.get(address(report, "/decision"));
    auto typed = answers();
    typed.remove("is-asb");
    typed.set("kind", "");
    auto const response = browser.post(address(report, "/decision"), typed);
    EXPECT_EQ(response.status, 422);
    says(response, "Error: Decide");
    says(response, "Select yes if it is anti-social behaviour");
    says(response, "Select what kind of behaviour it is");
    says(response, "Music at night <b>again</b>");
    typed = answers();
    typed.set("reason", "");
    says(browser.post(address(report, "/decision"), typed), "Enter the reason for the decision");
}

TEST_F(TriagePages, tell_that_a_colleague_looks_at_it_and_lose_nothing_when_one_takes_over) {
    TestBrowser other{web};
    other.sign_in(sam);
    other.get(address(report));
    EXPECT_EQ(location_of(other.post(address(report, "/holder"))), address(report, "/decision"));
    other.get(address(report, "/decision"));

    browser.sign_in(officer);
    says(browser.get(address(report)), "Sam Whitfield is looking at this");
    auto const held = browser.get(address(report, "/decision"));
    EXPECT_EQ(held.status, 409);
    says(held, "Take over");
    EXPECT_EQ(browser.post(address(report, "/holder")).status, 303);

    auto const late = other.post(address(report, "/decision"), answers());
    EXPECT_EQ(late.status, 409);
    says(late, "Dana Okafor started to look at this report while you were working");
    says(late, "Music at night <b>again</b>");
    EXPECT_EQ(other.post(address(report, "/decision"), answers()).status, 303) << "the second press decides";
}

TEST_F(TriagePages, suggest_what_it_may_be_the_same_as_and_lead_to_the_decision_filled_in) {
    browser.sign_in(officer);
    browser.get(address(report, "/decision"));
    browser.post(address(report, "/decision"), answers());
    auto const again = waiting_report(site, {.name = "Anna Sylva", .address = place.address.id});
    auto const page = browser.get(address(again, "/matches"));
    says(page, "The same address");
    says(page, "Somebody whose name is alike");
    auto const link = address(again, "/decision?path=add-to-case&case=ASB-26-00001");
    EXPECT_NE(page.body.find("path=add-to-case&amp;case=ASB-26-00001"), std::string::npos) << page.body;
    auto const form = browser.get(link);
    EXPECT_NE(form.body.find("value=\"ASB-26-00001\""), std::string::npos);
    says(form, "Do we know the person who reported it?");
    auto fields = answers();
    fields.set("path", "add-to-case");
    fields.set("case", "ASB-26-00001");
    auto const added = browser.post(address(again, "/decision"), fields);
    says(browser.follow(added), "The report is part of case ASB-26-00001.");
    auto const alone = waiting_report(site, {.name = "Zed Quill", .telephone = "07700 900999"});
    says(browser.get(address(alone, "/matches")), "Nothing like it that you can see");
}

TEST_F(TriagePages, say_what_is_to_be_told_to_somebody_who_can_only_be_rung_until_it_was) {
    browser.sign_in(officer);
    browser.post(address(report, "/holder"));
    browser.get(address(report, "/decision"));
    auto signposted = answers();
    signposted.set("is-asb", "no");
    signposted.set("path", "signpost");
    signposted.set("signpost", "repairs");
    signposted.set("explanation", "A repair helps here: ring our repairs team");
    auto const saved = browser.post(address(report, "/decision"), signposted);
    EXPECT_EQ(saved.status, 303);
    says(browser.follow(saved), "Now tell them what you wrote");
    auto const work = browser.get("/work");
    says(work, "Tell Ana Silva: nothing can be written to them");
    EXPECT_NE(work.body.find(address(report, "#to-tell")), std::string::npos);
    auto const page = browser.get(address(report));
    says(page, "I told them");
    says(page, "A repair helps here: ring our repairs team");
    auto const at = page.body.find(address(report, "/told/"));
    ASSERT_NE(at, std::string::npos);
    auto const told = page.body.substr(at, page.body.find('"', at) - at);
    http::Pairs version;
    version.set("version", "1");
    EXPECT_EQ(browser.post(told, version).status, 303);
    says_not(browser.get(address(report)), "I told them");
    says(browser.get("/work"), "Nothing is due");
    EXPECT_EQ(browser.post(told, version).status, 409);
    EXPECT_EQ(browser.post(address(report, "/told/nonsense"), version).status, 404);
}

TEST_F(TriagePages, mark_a_report_of_violence_as_high_risk_until_assessed) {
    auto const violence = waiting_report(site, {.kind = "violence", .address = place.address.id});
    browser.sign_in(officer);
    says(browser.get("/triage"), "High risk until assessed");
    says(browser.get(address(violence)), "First contact is due within the time for high risk");
    says_not(browser.get(address(report)), "High risk until assessed");
}

TEST_F(TriagePages, keep_the_restricted_queue_from_officers) {
    browser.sign_in(officer);
    browser.get(address(report, "/restriction"));
    http::Pairs why;
    why.set("reason", "About a colleague");
    EXPECT_EQ(browser.post(address(report, "/restriction"), why).status, 303);
    EXPECT_EQ(browser.get(address(report)).status, 404);
    EXPECT_EQ(browser.get("/triage?queue=restricted").status, 403);
    says_not(browser.get("/triage"), "Restricted");
    TestBrowser managers{web};
    managers.sign_in(manager);
    says(managers.get("/triage"), "Restricted (1)");
    says(managers.get("/triage?queue=restricted"), report.reference);
}

TEST_F(TriagePages, show_the_decision_to_whoever_comes_too_late_and_404_for_nonsense) {
    browser.sign_in(officer);
    browser.get(address(report, "/decision"));
    browser.post(address(report, "/decision"), answers());
    EXPECT_EQ(location_of(browser.get(address(report, "/decision"))), address(report));
    EXPECT_EQ(browser.get("/triage/nonsense").status, 404);
    EXPECT_EQ(browser.get("/triage/018f4e6a-7b1c-7d2e-8f30-000000000001").status, 404);
    TestBrowser outside{web};
    EXPECT_EQ(outside.get("/triage").status, 303);
    outside.sign_in(site.account(Role::housing_officer));
    EXPECT_EQ(outside.get("/triage").status, 403);
}

}  // namespace
}  // namespace doorstep::test
