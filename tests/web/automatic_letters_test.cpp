#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/messages.h"
#include "storage/people.h"
#include "support/site/closed_case.h"
#include "support/web/test_browser.h"
#include "usecases/messages/clear_outbox.h"
#include "usecases/reports/send_report.h"
#include "usecases/surveys/invite.h"

namespace doorstep::test {
namespace {

using domain::access::Role;
using ::testing::HasSubstr;
using ::testing::Not;

/// What colleagues see of letters that the program writes by itself.
class AutomaticLetters : public ::testing::Test {
  protected:
    TestSite site;  // Wednesday 10 June 2026
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    TestBrowser browser{web};

    static domain::people::SafeContact by_email() {
        domain::people::SafeContact safe;
        safe.email_allowed = true;
        safe.email = "ana@example.org";
        return safe;
    }
    std::string triage_page_of(domain::people::SafeContact const& safe) {
        usecases::reports::SendReport input;
        input.report.channel = "online";
        input.report.what_happened = "Loud music until 4am";
        input.report.categories = {"noise"};
        input.safe_contact = safe;
        auto context = site.as_public();
        auto const sent = usecases::reports::send_report(context, input);
        EXPECT_TRUE(sent) << sent.error().message();
        return "/triage/" + std::string(sent->id.text());
    }
    void clear() {
        auto context = site.as_system();
        usecases::messages::clear_outbox(context);
    }
};

TEST_F(AutomaticLetters, triage_says_what_became_of_the_acknowledgement) {
    browser.sign_in(officer);
    auto const page = triage_page_of(by_email());
    EXPECT_THAT(text_of(browser.get(page)), HasSubstr("Acknowledgement E-mail waiting to go"));
    clear();
    EXPECT_THAT(text_of(browser.get(page)), HasSubstr("Acknowledgement E-mail sent on 10 June 2026"));
}

TEST_F(AutomaticLetters, triage_says_why_there_is_no_acknowledgement) {
    browser.sign_in(officer);
    auto safe = by_email();
    safe.email_allowed = false;
    safe.will_contact_us = true;
    EXPECT_THAT(text_of(browser.get(triage_page_of(safe))),
                HasSubstr("Nothing was sent. They did not say that letters or e-mail are safe"));
}

TEST_F(AutomaticLetters, the_notice_of_rights_is_sent_from_the_page_of_a_person_and_told_once_it_has_left) {
    auto const made = site.open_case({.owner = officer.id, .category = "violence"});
    site.database().write([&](storage::sql::Write& tx) {
        auto part = made.complainants.front();
        part.safe_contact_id = std::string(site.ids.next().text());
        storage::people::insert_safe_contact_row(tx, *part.safe_contact_id, by_email());
        return storage::people::update(tx, part);
    });
    browser.sign_in(officer);
    auto const person =
        "/cases/" + made.file.reference + "/people/" + std::string(made.complainants.front().id.text());
    EXPECT_THAT(text_of(browser.get(person)), HasSubstr("What happened may be a crime: tell them"));
    EXPECT_THAT(browser.get(person + "/rights").body, HasSubstr("href=\"" + person + "/rights-letter\""));
    auto const form = browser.get(person + "/rights-letter");
    EXPECT_THAT(text_of(form), HasSubstr("Victim Support"));
    http::Pairs unsafe;
    unsafe.add("channel", "letter");
    unsafe.add("numbers", "victim-support");
    auto const refused = browser.post(person + "/rights-letter", unsafe);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(text_of(refused), HasSubstr("did not agree to this way"));
    http::Pairs safe;
    safe.add("channel", "email");
    safe.add("numbers", "victim-support");
    auto const sent = browser.post(person + "/rights-letter", safe);
    ASSERT_EQ(sent.status, 303) << text_of(sent);
    EXPECT_THAT(text_of(browser.follow(sent)), HasSubstr("E-mail waiting to go"));
    clear();
    auto const told = text_of(browser.get(person));
    EXPECT_THAT(told, HasSubstr("Told on 10 June 2026 by Dana Okafor (e-mail)"));
    EXPECT_THAT(told, HasSubstr("Numbers given: Victim Support, 08 08 16 89 111"));
}

TEST_F(AutomaticLetters, whoever_rings_for_a_survey_sees_whether_they_were_written_to) {
    auto const caller = site.account(Role::business_support);
    auto const closed = closed_case(site, {.of_case = {.owner = officer.id}});
    browser.sign_in(caller);
    auto const page = "/surveys/" + std::string(closed.survey.id.text()) + "/call";
    EXPECT_THAT(text_of(browser.get(page)), HasSubstr("Nothing was sent. We have no address to write to"));
    site.database().write([&](storage::sql::Write& tx) {
        auto const part = *storage::people::find_case_person(tx, closed.survey.person);
        auto person = storage::people::find_people(tx, {*part.person}).front();
        person.address_text = "4 Mill Lane, Milton Keynes, MK9 3XS";
        return storage::people::update(tx, person);
    });
    auto context = site.as_system();
    usecases::surveys::invite_to_surveys(context);
    EXPECT_THAT(text_of(browser.get(page)), HasSubstr("Invitation Letter waiting to go"));
}

}  // namespace
}  // namespace doorstep::test
