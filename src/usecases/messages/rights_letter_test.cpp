#include "usecases/messages/rights_letter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/people/rights.h"
#include "storage/messages.h"
#include "storage/people.h"
#include "storage/rights_notices.h"
#include "storage/work_items.h"
#include "support/site/test_site.h"
#include "usecases/messages/clear_outbox.h"
#include "usecases/people/tell_rights.h"

namespace doorstep::usecases::messages {
namespace {

using domain::access::Role;
using domain::messages::Channel;
using domain::messages::Message;
using domain::people::SafeContact;
using domain::work::Kind;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(RightsAreDue, where_what_happened_may_be_a_crime) {
    using domain::people::are_rights_due;
    EXPECT_FALSE(are_rights_due({}));
    EXPECT_TRUE(are_rights_due({.kind_may_be_crime = true}));
    EXPECT_TRUE(are_rights_due({.hate = true}));
    EXPECT_TRUE(are_rights_due({.in_danger = true}));
    EXPECT_FALSE(are_rights_due({.division = Division::scotland, .kind_may_be_crime = true, .hate = true}));
}

class RightsLetterTest : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026, 10am
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");

    static SafeContact by_email() {
        SafeContact safe;
        safe.email_allowed = true;
        safe.email = "ana@example.org";
        return safe;
    }
    test::TestSite::MadeCase case_of(std::string category, std::optional<SafeContact> const& safe,
                                     bool hate = false) {
        auto made = site.open_case({.owner = officer.id, .category = std::move(category), .hate = hate});
        if (safe)
            site.database().write([&](storage::sql::Write& tx) {
                auto part = *storage::people::find_case_person(tx, made.complainants.front().id);
                part.safe_contact_id = std::string(site.ids.next().text());
                storage::people::insert_safe_contact_row(tx, *part.safe_contact_id, *safe);
                storage::people::update(tx, part);
                return true;
            });
        return made;
    }
    int write(domain::cases::CaseFile const& file) {
        auto context = site.as(officer);
        int written = 0;
        auto const done = context.change([&](Change& change) -> Expected<Done> {
            written = write_rights_letters(change, context.settings(), file);
            change.record(file.id, domain::events::case_edited, file.id.text());
            return Done{};
        });
        EXPECT_TRUE(done);
        return written;
    }
    std::vector<Message> letters(domain::cases::CaseFile const& file) {
        return site.database().read(
            [&](storage::sql::Read& tx) { return storage::messages::of_case(tx, file.id, 25, 0); });
    }
    std::vector<storage::rights_notices::RightsNotice> notices(domain::cases::CaseFile const& file) {
        return site.database().read(
            [&](storage::sql::Read& tx) { return storage::rights_notices::of_case(tx, file.id); });
    }
    std::vector<Kind> items(domain::cases::CaseFile const& file) {
        return site.database().read([&](storage::sql::Read& tx) {
            std::vector<Kind> kinds;
            for (auto const& item : storage::work_items::open_of_case(tx, file.id))
                kinds.push_back(item.kind);
            return kinds;
        });
    }
    void clear() {
        auto context = site.as_system();
        clear_outbox(context);
    }
};

TEST_F(RightsLetterTest, is_written_for_a_kind_that_may_be_a_crime_and_not_for_noise) {
    auto const noise = case_of("noise", by_email());
    EXPECT_EQ(write(noise.file), 0);
    EXPECT_TRUE(letters(noise.file).empty());
    auto const threats = case_of("harassment", by_email());
    EXPECT_EQ(write(threats.file), 1);
    auto const message = letters(threats.file).front();
    EXPECT_EQ(message.wording, "victims-code");
    EXPECT_THAT(message.body, HasSubstr("Victim Support: 08 08 16 89 111"));
    EXPECT_THAT(message.body, Not(HasSubstr("Stop Hate UK")));
}

TEST_F(RightsLetterTest, gives_the_numbers_for_what_the_case_is_about) {
    auto const hate = case_of("noise", by_email(), true);
    EXPECT_EQ(write(hate.file), 1);
    EXPECT_THAT(letters(hate.file).front().body, HasSubstr("Stop Hate UK"));
}

TEST_F(RightsLetterTest, is_written_down_as_told_only_when_it_has_left_with_its_words_and_numbers) {
    auto const made = case_of("violence", by_email());
    write(made.file);
    EXPECT_TRUE(notices(made.file).empty());
    clear();
    auto const told = notices(made.file);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told.front().wording, "victims-code");
    EXPECT_EQ(told.front().wording_version, letters(made.file).front().wording_version);
    EXPECT_EQ(told.front().told_how, domain::contacts::Method::email);
    EXPECT_EQ(told.front().told_on, site.today());
    EXPECT_EQ(told.front().told_by_name, "Dana Okafor");
    ASSERT_EQ(told.front().numbers.size(), 1U);
    EXPECT_EQ(told.front().numbers.front().telephone, "08 08 16 89 111");
    EXPECT_THAT(site.events_of(made.file.id.text()), Contains("rights-told"));
}

TEST_F(RightsLetterTest, that_failed_or_lies_in_a_folder_told_nobody) {
    auto const refused = case_of("violence", by_email());
    site.mail.answer = {gateways::Delivery::Result::refused, "550 no such person"};
    write(refused.file);
    clear();
    EXPECT_TRUE(notices(refused.file).empty());
    EXPECT_THAT(items(refused.file), Contains(Kind::message_failed));
}

TEST_F(RightsLetterTest, is_written_once_for_a_person_of_a_case) {
    auto const made = case_of("violence", by_email());
    EXPECT_EQ(write(made.file), 1);
    EXPECT_EQ(write(made.file), 0);
    clear();
    EXPECT_EQ(write(made.file), 0);
    EXPECT_EQ(letters(made.file).size(), 1U);
    EXPECT_THAT(items(made.file), Not(Contains(Kind::tell_rights)));
}

TEST_F(RightsLetterTest, is_not_written_to_somebody_who_was_told_already) {
    auto const made = case_of("violence", by_email());
    auto context = site.as(officer);
    ASSERT_TRUE(people::tell_rights(context, {.reference = made.file.reference,
                                              .person = made.complainants.front().id,
                                              .told_on = site.today(),
                                              .numbers = {"police"}}));
    EXPECT_EQ(write(made.file), 0);
}

TEST_F(RightsLetterTest, becomes_work_of_the_owner_where_writing_is_not_safe_until_they_are_told) {
    auto const made = case_of("violence", std::nullopt);
    EXPECT_EQ(write(made.file), 0);
    EXPECT_TRUE(letters(made.file).empty());
    EXPECT_THAT(items(made.file), Contains(Kind::tell_rights));
    auto context = site.as(officer);
    ASSERT_TRUE(people::tell_rights(context, {.reference = made.file.reference,
                                              .person = made.complainants.front().id,
                                              .told_on = site.today(),
                                              .numbers = {"police"}}));
    EXPECT_THAT(items(made.file), Not(Contains(Kind::tell_rights)));
}

TEST_F(RightsLetterTest, is_in_welsh_for_somebody_who_asked_for_it) {
    auto safe = by_email();
    safe.language = "cy";
    auto const made = case_of("violence", safe);
    write(made.file);
    auto const message = letters(made.file).front();
    EXPECT_EQ(message.language, "cy");
    EXPECT_THAT(message.body, HasSubstr("Cymorth i Ddioddefwyr: 08 08 16 89 111"));
}

TEST_F(RightsLetterTest, is_sent_by_an_officer_with_the_numbers_they_choose) {
    auto const made = case_of("noise", by_email());
    auto context = site.as(officer);
    SendRights input{.reference = made.file.reference,
                     .person = made.complainants.front().id,
                     .channel = Channel::email,
                     .numbers = {"police", "samaritans"}};
    auto const sent = send_rights_letter(context, input);
    ASSERT_TRUE(sent) << sent.error().message();
    EXPECT_THAT(letters(made.file).front().body, HasSubstr("116 123"));
    clear();
    EXPECT_EQ(notices(made.file).front().numbers.size(), 2U);
}

TEST_F(RightsLetterTest, by_an_officer_refuses_what_is_not_safe_says_nothing_or_gives_no_numbers) {
    auto const made = case_of("noise", by_email());
    auto context = site.as(officer);
    SendRights input{.reference = made.file.reference,
                     .person = made.complainants.front().id,
                     .channel = Channel::letter,
                     .numbers = {"police"}};
    EXPECT_EQ(send_rights_letter(context, input).error().code(), "channel-not-safe");
    input.channel = Channel::text;
    EXPECT_EQ(send_rights_letter(context, input).error().code(), "channel-says-nothing");
    input.channel = Channel::email;
    input.numbers = {};
    EXPECT_EQ(send_rights_letter(context, input).error().code(), "numbers-missing");
    input.numbers = {"no-such-number"};
    EXPECT_EQ(send_rights_letter(context, input).error().code(), "number-unknown");
    input.numbers = {"police"};
    input.person = made.alleged_perpetrator->id;
    EXPECT_EQ(send_rights_letter(context, input).error().code(), "not-reporting");
    auto const support = site.account(Role::business_support);
    auto by_support = site.as(support);
    EXPECT_EQ(send_rights_letter(by_support, input).error().kind(), RefusalKind::forbidden);
    EXPECT_TRUE(letters(made.file).empty());
}

}  // namespace
}  // namespace doorstep::usecases::messages
