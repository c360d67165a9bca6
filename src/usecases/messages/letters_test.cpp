#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/messages.h"
#include "storage/people.h"
#include "storage/work_items.h"
#include "support/site/test_site.h"
#include "usecases/messages/clear_outbox.h"
#include "usecases/messages/end_letter.h"
#include "usecases/messages/officers_letter.h"
#include "usecases/messages/view_letters.h"
#include "usecases/messages/write_letter.h"

namespace doorstep::usecases::messages {
namespace {

using domain::access::Role;
using domain::messages::Channel;
using domain::messages::Message;
using domain::messages::State;
using domain::people::SafeContact;
using domain::work::Kind;
using gateways::Delivery;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

class LettersTest : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026, 10am
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    domain::accounts::Account housing = site.account(Role::housing_officer, "Sam Reyes");
    test::TestSite::MadeCase made = site.open_case({.owner = officer.id, .housing_officer = housing.id});
    CasePersonId ana = made.complainants.front().id;

    LettersTest() { agree(safe()); }

    static SafeContact safe() {
        SafeContact safe;
        safe.letter_allowed = true;
        safe.email_allowed = true;
        safe.email = "ana@example.org";
        safe.telephone = "07700 900123";
        safe.text_allowed = true;
        return safe;
    }
    /// Ana's safe contact and address from now on.
    void agree(SafeContact const& contact) {
        site.database().write([&](storage::sql::Write& tx) {
            auto part = *storage::people::find_case_person(tx, ana);
            auto const id = std::string(site.ids.next().text());
            storage::people::insert_safe_contact_row(tx, id, contact);
            part.safe_contact_id = id;
            storage::people::update(tx, part);
            auto person = storage::people::find_people(tx, {*part.person}).front();
            person.address_text = "4 Mill Lane, Milton Keynes, MK9 3XS";
            storage::people::update(tx, person);
        });
    }
    template <class Verb, class... Input>
    auto as(domain::accounts::Account const& who, Verb verb, Input const&... input) {
        auto context = site.as(who);
        return verb(context, input...);
    }
    WriteLetter letter(Channel channel = Channel::letter, std::string code = "update") const {
        return {
            .reference = made.file.reference, .person = ana, .letter = std::move(code), .channel = channel};
    }
    Message stored(MessageId id) {
        return site.database().read([&](storage::sql::Read& tx) { return *storage::messages::find(tx, id); });
    }
    MessageId draft(WriteLetter const& input) {
        auto const id = as(officer, write_letter, input);
        EXPECT_TRUE(id) << (id ? "" : id.error().message());
        return *id;
    }
    Expected<LetterReleased> send(MessageId id, std::string reason = "") {
        return as(officer, send_letter,
                  SendLetter{made.file.reference, id, stored(id).version, std::move(reason)});
    }
    MessageId sent(Channel channel, std::string code = "update") {
        auto const id = draft(letter(channel, std::move(code)));
        auto const released = send(id);
        EXPECT_TRUE(released) << (released ? "" : released.error().message());
        return id;
    }
    void change_words(MessageId id, std::string body) {
        auto const changed =
            as(officer, change_letter,
               ChangeLetter{made.file.reference, id, stored(id).version, "About your case", std::move(body)});
        ASSERT_TRUE(changed) << changed.error().message();
    }
    std::string clear() {
        auto context = site.as_system();
        return clear_outbox(context);
    }
    std::vector<Kind> open_items() {
        return site.database().read([&](storage::sql::Read& tx) {
            std::vector<Kind> kinds;
            for (auto const& item : storage::work_items::open_of_case(tx, made.file.id))
                kinds.push_back(item.kind);
            return kinds;
        });
    }
    domain::people::CasePerson part() {
        return site.database().read(
            [&](storage::sql::Read& tx) { return *storage::people::find_case_person(tx, ana); });
    }
};

TEST_F(LettersTest, are_written_with_their_fields_filled_in) {
    auto const message = stored(draft(letter(Channel::letter, "who-is-dealing")));
    EXPECT_EQ(message.state, State::draft);
    EXPECT_THAT(message.body, HasSubstr("Dana Okafor"));
    EXPECT_THAT(message.body, HasSubstr("Sam Reyes"));
    EXPECT_THAT(message.body, Not(HasSubstr("{{")));
    EXPECT_EQ(message.destination, "4 Mill Lane\nMilton Keynes\nMK9 3XS");
}

TEST_F(LettersTest, are_in_welsh_for_somebody_who_asked_for_it) {
    auto contact = safe();
    contact.language = "cy";
    agree(contact);
    auto const message = stored(draft(letter()));
    EXPECT_EQ(message.language, "cy");
    EXPECT_THAT(message.body, HasSubstr("Annwyl"));
}

TEST_F(LettersTest, refuse_a_way_the_person_did_not_agree_to) {
    auto contact = safe();
    contact.letter_allowed = false;
    agree(contact);
    auto const refused = as(officer, write_letter, letter(Channel::letter));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "channel-not-safe");
    EXPECT_EQ(refused.error().problems().front().field, "channel");
}

TEST_F(LettersTest, refuse_a_way_that_stopped_being_safe_after_they_were_written) {
    auto const id = draft(letter(Channel::email));
    auto contact = safe();
    contact.email_allowed = false;
    agree(contact);
    auto const refused = send(id);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "channel-not-safe");
    EXPECT_EQ(stored(id).state, State::draft);
}

TEST_F(LettersTest, to_somebody_complained_about_need_no_agreement_but_an_address) {
    auto input = letter();
    input.person = made.alleged_perpetrator->id;
    auto const refused = as(officer, write_letter, input);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "address-missing");
    input.channel = Channel::email;
    EXPECT_EQ(as(officer, write_letter, input).error().code(), "channel-not-safe");
}

TEST_F(LettersTest, refuse_one_that_only_the_program_writes) {
    EXPECT_EQ(as(officer, write_letter, letter(Channel::letter, "closing-resolved")).error().code(),
              "letter-unknown");
}

TEST_F(LettersTest, refuse_somebody_whose_role_does_not_work_on_cases) {
    auto const support = site.account(Role::business_support);
    EXPECT_EQ(as(support, write_letter, letter()).error().kind(), RefusalKind::forbidden);
}

TEST_F(LettersTest, do_not_leave_with_the_other_sides_name_in_them) {
    auto const id = draft(letter());
    change_words(id, "We have warned Ivo Marsh.");
    auto const refused = send(id, "They know anyway");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "outbound-block");
    EXPECT_EQ(stored(id).state, State::draft);
    auto const check = as(officer, check_letter, made.file.reference, id);
    ASSERT_TRUE(check);
    EXPECT_FALSE(check->findings.empty());
}

TEST_F(LettersTest, pass_a_caution_with_a_reason_that_is_kept) {
    auto const id = draft(letter());
    change_words(id, "Marsh Lane will be resurfaced.");
    EXPECT_EQ(send(id).error().code(), "outbound-caution");
    auto const released = send(id, "It is the name of a road");
    ASSERT_TRUE(released) << released.error().message();
    EXPECT_EQ(stored(id).check_reason, "It is the name of a road");
    EXPECT_THAT(site.events_of(made.file.id.text()), Contains("message-written"));
}

TEST_F(LettersTest, are_refused_when_somebody_changed_the_draft_meanwhile) {
    auto const id = draft(letter());
    auto const seen = stored(id).version;
    change_words(id, "Other words.");
    EXPECT_EQ(as(officer, send_letter, SendLetter{made.file.reference, id, seen, ""}).error().code(),
              "changed-meanwhile");
}

TEST_F(LettersTest, of_another_case_are_not_found) {
    auto const other = site.open_case({.owner = officer.id});
    EXPECT_EQ(as(officer, view_letter, other.file.reference, draft(letter())).error().kind(),
              RefusalKind::not_found);
}

TEST_F(LettersTest, as_emails_leave_by_the_outbox_and_say_nothing_outside) {
    auto const id = sent(Channel::email);
    EXPECT_TRUE(site.mail.sent.empty());
    EXPECT_EQ(clear(), "1 e-mail sent");
    ASSERT_EQ(site.mail.sent.size(), 1u);
    EXPECT_EQ(site.mail.sent.front().to_address, "ana@example.org");
    EXPECT_EQ(site.mail.sent.front().subject, "You have a message from Elmfield Homes");
    EXPECT_EQ(stored(id).state, State::sent);
    EXPECT_EQ(clear(), "0 e-mails sent");
    EXPECT_THAT(site.events_of(made.file.id.text()), Contains("message-sent"));
}

TEST_F(LettersTest, as_emails_wait_for_the_persons_best_times) {
    auto contact = safe();
    contact.best_times = "evenings";
    agree(contact);
    sent(Channel::email);
    EXPECT_EQ(clear(), "0 e-mails sent");
    site.set_today(site.today(), {17, 30});
    EXPECT_EQ(clear(), "1 e-mail sent");
}

TEST_F(LettersTest, as_emails_are_tried_again_and_given_up_after_a_day) {
    auto const id = sent(Channel::email);
    site.mail.answer = {Delivery::Result::try_again, "The mail server did not answer"};
    EXPECT_EQ(clear(), "0 e-mails sent, 1 to be tried again");
    EXPECT_EQ(clear(), "0 e-mails sent");  // not at once
    EXPECT_EQ(stored(id).last_error, "The mail server did not answer");
    for (int tries = 0; tries < 20 && stored(id).state == State::waiting; ++tries) {
        site.clock.set(stored(id).not_before);
        clear();
    }
    EXPECT_EQ(stored(id).state, State::failed);
    EXPECT_EQ(site.today(), *Date::of(2026, 6, 11));
    EXPECT_THAT(open_items(), Contains(Kind::message_failed));
    EXPECT_THAT(site.events_of(made.file.id.text()), Contains("message-failed"));
}

TEST_F(LettersTest, that_failed_can_be_tried_again_by_hand) {
    auto const id = sent(Channel::email);
    site.mail.answer = {Delivery::Result::refused, "The mail server answered: 550 no such user"};
    EXPECT_EQ(clear(), "0 e-mails sent, 1 failed");
    site.mail.answer = {Delivery::Result::taken, ""};
    auto const again = as(officer, try_again, MessageRef{made.file.reference, id, stored(id).version});
    ASSERT_TRUE(again) << again.error().message();
    EXPECT_THAT(open_items(), Not(Contains(Kind::message_failed)));
    EXPECT_EQ(clear(), "1 e-mail sent");
}

TEST_F(LettersTest, as_emails_do_not_go_to_somebody_who_changed_their_mind_while_they_waited) {
    auto const id = sent(Channel::email);
    auto contact = safe();
    contact.email_allowed = false;
    agree(contact);
    EXPECT_EQ(clear(), "0 e-mails sent, 1 failed");
    EXPECT_TRUE(site.mail.sent.empty());
    EXPECT_EQ(stored(id).last_error, "They no longer agree to e-mail");
}

TEST_F(LettersTest, that_wait_can_be_cancelled) {
    auto const id = sent(Channel::email);
    ASSERT_TRUE(as(officer, cancel_letter, MessageRef{made.file.reference, id, stored(id).version}));
    EXPECT_EQ(clear(), "0 e-mails sent");
    EXPECT_THAT(site.events_of(made.file.id.text()), Contains("message-cancelled"));
}

TEST_F(LettersTest, as_texts_are_an_item_until_a_colleague_sends_them) {
    auto const id = sent(Channel::text);
    EXPECT_THAT(open_items(), Contains(Kind::text_to_send));
    EXPECT_THAT(stored(id).body, Not(HasSubstr(made.file.reference)));
    ASSERT_TRUE(as(officer, mark_told, MessageRef{made.file.reference, id, stored(id).version}));
    EXPECT_THAT(open_items(), Not(Contains(Kind::text_to_send)));
}

TEST_F(LettersTest, that_name_the_officers_stamp_that_the_person_was_told_once_they_left) {
    sent(Channel::email, "who-is-dealing");
    EXPECT_FALSE(part().told_officers_on);
    clear();
    EXPECT_EQ(part().told_officers_on, site.today());
    EXPECT_EQ(part().told_owner, officer.id);
    EXPECT_EQ(part().told_housing_officer, housing.id);
    EXPECT_THAT(site.events_of(made.file.id.text()), Contains("officers-told"));
}

TEST_F(LettersTest, written_to_a_folder_tell_nobody) {
    sent(Channel::email, "who-is-dealing");
    site.mail.is_connected = false;
    clear();
    EXPECT_FALSE(part().told_officers_on);
}

TEST_F(LettersTest, are_not_sent_when_the_officers_they_name_have_changed) {
    auto const id = draft(letter(Channel::email, "who-is-dealing"));
    auto file = site.stored(made.file.id);
    file.owner = site.account(Role::asb_officer).id;
    site.database().write([&](storage::sql::Write& tx) { storage::cases::update(tx, file); });
    EXPECT_EQ(send(id).error().code(), "officers-changed");
}

TEST_F(LettersTest, that_wait_too_long_for_the_post_become_an_item) {
    sent(Channel::letter);
    auto const find_late = [&] {
        auto context = site.as_system();
        return find_late_letters(context);
    };
    EXPECT_EQ(find_late(), "0 letters wait for the post too long");
    site.set_today(*Date::of(2026, 6, 13));
    EXPECT_EQ(find_late(), "1 letter waits for the post too long");
    EXPECT_THAT(open_items(), Contains(Kind::letter_to_post));
}

TEST_F(LettersTest, who_is_dealing_goes_to_every_complainant_or_becomes_an_item) {
    auto const both = site.open_case({.owner = officer.id, .complainants = 2});
    auto context = site.as(officer);
    auto const& settings = context.settings();
    auto const tell = [&](domain::cases::CaseFile const& file) {
        return context.change([&](Change& change) -> Expected<OfficersLetters> {
            change.record(file.id, domain::events::case_edited, file.id.text());
            return write_officers_letters(change, settings, file, domain::messages::letters::who_is_dealing);
        });
    };
    auto const none_safe = tell(both.file);
    ASSERT_TRUE(none_safe);
    EXPECT_EQ(none_safe->by_hand, 2);
    auto const written = tell(made.file);
    ASSERT_TRUE(written);
    EXPECT_EQ(written->written, 1);
    EXPECT_EQ(letters_words(*written), "1 person is written to.");
}

}  // namespace
}  // namespace doorstep::usecases::messages
