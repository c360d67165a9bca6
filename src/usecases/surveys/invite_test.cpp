#include "usecases/surveys/invite.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/messages.h"
#include "storage/people.h"
#include "storage/surveys.h"
#include "support/site/closed_case.h"
#include "usecases/messages/clear_outbox.h"
#include "usecases/post/post_room.h"
#include "usecases/surveys/call.h"
#include "usecases/surveys/invitation_link.h"
#include "usecases/surveys/online.h"

namespace doorstep::usecases::surveys {
namespace {

using domain::access::Role;
using domain::messages::Message;
using domain::messages::NoWay;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

class SurveyInvitation : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    domain::accounts::Account caller = site.account(Role::business_support);

    test::ClosedCase closed(Date closed_on, bool may_ring = true) {
        auto made = test::closed_case(
            site, {.of_case = {.owner = officer.id}, .closed_on = closed_on, .may_ring = may_ring});
        change_person(made, [](domain::people::Person& person) {
            person.address_text = "4 Mill Lane, Milton Keynes, MK9 3XS";
        });
        return made;
    }
    template <class Work>
    void change_person(test::ClosedCase const& made, Work work) {
        site.database().write([&](storage::sql::Write& tx) {
            auto const part = *storage::people::find_case_person(tx, made.survey.person);
            auto person = storage::people::find_people(tx, {*part.person}).front();
            work(person);
            return storage::people::update(tx, person);
        });
    }
    std::string invite() {
        auto context = site.as_system();
        return invite_to_surveys(context);
    }
    std::vector<Message> letters(test::ClosedCase const& made) {
        return site.database().read(
            [&](storage::sql::Read& tx) { return storage::messages::of_case(tx, made.file.id, 25, 0); });
    }
    /// Residents reach the site from now on.
    void is_reached() {
        site.database().write([](storage::sql::Write& tx) {
            usecases::set_site_value(tx, "web_address", "https://asb.elmfield.example");
        });
        site.settings().reload();
    }
    std::string secret(test::ClosedCase const& made) {
        return invitation_secret(site.services().site_key, made.survey.id);
    }
    bool opens(test::ClosedCase const& made) {
        auto context = site.as_public();
        return view_online_survey(context, secret(made)).has_value();
    }
    /// The letter as this person prints it; the code of the refusal otherwise.
    std::string printed(domain::accounts::Account const& who, test::ClosedCase const& made) {
        auto context = site.as(who);
        auto const letter = post::view_post_letter(context, letters(made).front().id);
        return letter ? letter->message.body : letter.error().code();
    }
    /// Closed so long ago that its survey falls due today.
    Date due_today = Date::of(2026, 5, 10).value();
};

TEST_F(SurveyInvitation, is_written_on_the_day_the_survey_falls_due_and_not_the_day_before) {
    auto const made = closed(due_today.plus_days(1));
    EXPECT_EQ(made.survey.due_on, site.today().plus_days(1));
    EXPECT_EQ(invite(), "0 survey invitations written");
    site.set_today(site.today().plus_days(1));
    EXPECT_EQ(invite(), "1 survey invitation written");
    EXPECT_THAT(site.events_of(made.file.id.text()), Contains("message-written"));
}

TEST_F(SurveyInvitation, says_from_when_somebody_rings_and_names_neither_caller_nor_the_other_side) {
    auto const made = closed(due_today);
    invite();
    ASSERT_EQ(letters(made).size(), 1U);
    auto const message = letters(made).front();
    EXPECT_EQ(message.wording, "survey-invitation");
    EXPECT_THAT(message.body, HasSubstr("From 10 June 2026"));
    EXPECT_THAT(message.body, HasSubstr("may ring you"));
    EXPECT_THAT(message.body, HasSubstr(made.file.reference));
    EXPECT_THAT(message.body, Not(HasSubstr("Marsh")));
    EXPECT_THAT(message.body, Not(HasSubstr(officer.name)));
    EXPECT_THAT(message.body, Not(HasSubstr(caller.name)));
}

TEST_F(SurveyInvitation, does_not_speak_of_ringing_to_somebody_who_did_not_say_that_it_is_safe) {
    auto const made = closed(due_today, false);
    invite();
    auto const message = letters(made).front();
    EXPECT_EQ(message.wording, "survey-invitation-on-paper");
    EXPECT_THAT(message.body, Not(HasSubstr("may ring you")));
    EXPECT_THAT(message.body, HasSubstr("on paper"));
}

TEST_F(SurveyInvitation, is_written_once) {
    auto const made = closed(due_today);
    invite();
    EXPECT_EQ(invite(), "0 survey invitations written");
    site.set_today(site.today().plus_days(1));
    EXPECT_EQ(invite(), "0 survey invitations written");
    EXPECT_EQ(letters(made).size(), 1U);
}

TEST_F(SurveyInvitation, is_not_written_where_writing_is_not_safe_and_the_caller_is_told) {
    auto const made = closed(due_today);
    change_person(made, [](domain::people::Person& person) { person.address_text.clear(); });
    EXPECT_EQ(invite(), "0 survey invitations written, 1 person who cannot be written to");
    EXPECT_TRUE(letters(made).empty());
    auto context = site.as(caller);
    auto const call = view_call(context, made.survey.id.text());
    ASSERT_TRUE(call) << call.error().message();
    EXPECT_EQ(call->invitation.why_not, NoWay::no_address);
    EXPECT_FALSE(call->invitation.message);
}

TEST_F(SurveyInvitation, is_not_written_once_somebody_has_rung_or_the_case_is_open_again) {
    auto const made = closed(due_today);
    site.database().write([&](storage::sql::Write& tx) {
        auto survey = *storage::surveys::find(tx, made.survey.id);
        survey.state = domain::surveys::State::cancelled;
        return storage::surveys::update(tx, survey);
    });
    auto const tried = closed(due_today);
    site.database().write([&](storage::sql::Write& tx) {
        auto survey = *storage::surveys::find(tx, tried.survey.id);
        survey.state = domain::surveys::State::attempted;
        survey.attempts = 1;
        return storage::surveys::update(tx, survey);
    });
    EXPECT_EQ(invite(), "0 survey invitations written");
}

TEST_F(SurveyInvitation, is_not_written_for_what_fell_due_long_ago) {
    closed(due_today);
    site.set_today(site.today().plus_months(6));
    EXPECT_EQ(invite(), "0 survey invitations written");
}

TEST_F(SurveyInvitation, carries_a_link_of_its_own_on_paper_that_is_kept_nowhere) {
    is_reached();
    auto const made = closed(due_today);
    invite();
    auto const kept = letters(made).front();
    EXPECT_EQ(kept.wording, "survey-invitation-online");
    EXPECT_THAT(kept.body, HasSubstr("by 8 July 2026"));
    EXPECT_THAT(kept.body, HasSubstr("https://asb.elmfield.example/s/survey/" + std::string(hidden_secret)));
    EXPECT_THAT(kept.body, Not(HasSubstr(secret(made))));
    EXPECT_THAT(printed(caller, made), HasSubstr("https://asb.elmfield.example/s/survey/" + secret(made)));
    EXPECT_TRUE(opens(made));
    site.set_today(*Date::of(2026, 7, 9));
    EXPECT_FALSE(opens(made));
}

TEST_F(SurveyInvitation, is_printed_and_its_link_opened_by_nobody_who_worked_on_the_case) {
    is_reached();
    auto const made = closed(due_today);
    invite();
    EXPECT_EQ(printed(officer, made), "handled-the-case");
    auto context = site.as(officer);
    EXPECT_TRUE(post::letters_to_print(context)->letters.empty());
    EXPECT_EQ(view_online_survey(context, secret(made)).error().code(), "link-expired");
    auto other = site.as(caller);
    EXPECT_EQ(post::letters_to_print(other)->letters.size(), 1U);
}

TEST_F(SurveyInvitation, goes_by_e_mail_with_its_link_to_somebody_who_agreed_to_that) {
    is_reached();
    auto const made = closed(due_today, false);
    site.database().write([&](storage::sql::Write& tx) {
        auto part = *storage::people::find_case_person(tx, made.survey.person);
        domain::people::SafeContact safe;
        safe.email_allowed = true;
        safe.email = "ana@example.org";
        safe.language = "cy";
        part.safe_contact_id = std::string(site.ids.next().text());
        storage::people::insert_safe_contact_row(tx, *part.safe_contact_id, safe);
        return storage::people::update(tx, part);
    });
    EXPECT_EQ(invite(), "1 survey invitation written");
    EXPECT_EQ(letters(made).front().wording, "survey-invitation-online-only");
    auto context = site.as_system();
    messages::clear_outbox(context);
    ASSERT_EQ(site.mail.sent.size(), 1U);
    EXPECT_THAT(site.mail.sent.front().text,
                HasSubstr("https://asb.elmfield.example/cy/s/survey/" + secret(made)));
    EXPECT_THAT(letters(made).front().body, Not(HasSubstr(secret(made))));
}

TEST_F(SurveyInvitation, is_not_written_to_somebody_who_asked_us_to_stop_asking) {
    auto const made = closed(due_today);
    auto const person = site.database().read([&](storage::sql::Read& tx) {
        return storage::people::find_case_person(tx, made.survey.person)->person;
    });
    auto const other = closed(due_today);
    site.database().write([&](storage::sql::Write& tx) {
        auto part = *storage::people::find_case_person(tx, other.survey.person);
        part.person = person;
        storage::people::update(tx, part);
        auto survey = *storage::surveys::find(tx, other.survey.id);
        survey.state = domain::surveys::State::declined;
        survey.stop_asking = true;
        return storage::surveys::update(tx, survey);
    });
    EXPECT_EQ(invite(), "0 survey invitations written, 1 person who cannot be written to");
    EXPECT_TRUE(letters(made).empty());
}

}  // namespace
}  // namespace doorstep::usecases::surveys
