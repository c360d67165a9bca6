#include <gtest/gtest.h>

#include "base/embedded.h"
#include "domain/messages/channels.h"
#include "domain/messages/email_address.h"
#include "domain/messages/letters.h"
#include "domain/messages/plain_text.h"
#include "domain/messages/retry.h"
#include "domain/wording/merge.h"

namespace doorstep::domain::messages {
namespace {

Reach reach() {
    Reach made{.safe_contact = people::SafeContact{}, .postal_address = "4 Mill Lane\nMK9 3XS"};
    made.safe_contact->letter_allowed = true;
    made.safe_contact->email_allowed = true;
    made.safe_contact->email = " ana@example.org ";
    made.safe_contact->telephone = "07700 900123";
    return made;
}

}  // namespace

TEST(IsSafe, is_no_for_every_way_until_somebody_has_asked) {
    Reach const unknown{.safe_contact = {}, .postal_address = "4 Mill Lane"};
    for (auto const& channel : all_of<Channel>()) EXPECT_FALSE(is_safe(unknown, channel.value));
}

TEST(IsSafe, is_what_the_person_said) {
    EXPECT_TRUE(is_safe(reach(), Channel::letter));
    EXPECT_TRUE(is_safe(reach(), Channel::email));
    EXPECT_FALSE(is_safe(reach(), Channel::text));
}

TEST(BestChannel, is_an_email_where_emails_leave_the_building) {
    EXPECT_EQ(best_channel(reach(), true), Channel::email);
    EXPECT_EQ(best_channel(reach(), false), Channel::letter);
}

TEST(BestChannel, needs_somewhere_to_go) {
    auto homeless = reach();
    homeless.postal_address.clear();
    EXPECT_EQ(best_channel(homeless, false), std::nullopt);
    EXPECT_EQ(best_channel(homeless, true), Channel::email);
}

TEST(BestChannel, is_never_a_text_which_says_nothing) {
    auto only_text = reach();
    only_text.safe_contact->letter_allowed = false;
    only_text.safe_contact->email_allowed = false;
    only_text.safe_contact->text_allowed = true;
    EXPECT_EQ(best_channel(only_text, true), std::nullopt);
}

TEST(DestinationOf, is_tidied) { EXPECT_EQ(destination_of(reach(), Channel::email), "ana@example.org"); }

TEST(NameForLetters, is_the_one_they_chose) {
    auto chosen = reach();
    EXPECT_EQ(name_for_letters(chosen, "Ana Silva"), "Ana Silva");
    chosen.safe_contact->name_to_use = "Ms Silva";
    EXPECT_EQ(name_for_letters(chosen, "Ana Silva"), "Ms Silva");
}

TEST(IsEmailAddress, takes_what_people_have) {
    for (auto const* good : {"ana@example.org", "a.b-c_d+e@mail.example.co.uk", "o'neill@example.org"})
        EXPECT_TRUE(is_email_address(good)) << good;
}

TEST(IsEmailAddress, refuses_what_could_smuggle_something_in) {
    for (auto const* bad : {"", "ana", "ana@", "@example.org", "ana@example", "a b@example.org",
                            "ana@exa mple.org", "ana@example.org>\r\nRCPT TO:<x@y.z", "ana@example.org\n",
                            "<ana@example.org>", "a@b@example.org", "ana,ben@example.org", ".ana@example.org",
                            "ana@example..org", "ana@[127.0.0.1]", "\"ana\"@example.org"})
        EXPECT_FALSE(is_email_address(bad)) << bad;
}

TEST(WaitAfter, doubles_up_to_four_hours_and_ends_after_a_day) {
    EXPECT_EQ(wait_after(1), std::chrono::minutes(2));
    EXPECT_EQ(wait_after(2), std::chrono::minutes(4));
    EXPECT_EQ(wait_after(30), std::chrono::hours(4));
    std::chrono::minutes total{};
    for (int tries = 1; tries < most_attempts; ++tries) total += wait_after(tries);
    EXPECT_GE(total, std::chrono::hours(20));
    EXPECT_LE(total, std::chrono::hours(28));
}

TEST(Letters, each_have_english_and_welsh_words_with_fields_they_may_use) {
    for (auto const& letter : all_letters())
        for (auto const* language : {"en", "cy"}) {
            auto const name = "content/letters/" + std::string(letter.code) + "." + language + ".md";
            auto const file = embedded_file(name);
            ASSERT_TRUE(file.has_value()) << name;
            EXPECT_TRUE(file->content.starts_with("# ")) << name;
            EXPECT_EQ(unknown_fields(letter, "", file->content), std::vector<std::string>{}) << name;
        }
}

TEST(Letters, ask_for_the_same_fields_in_both_languages) {
    for (auto const& letter : all_letters()) {
        auto const fields_in = [&](char const* language) {
            auto const file =
                embedded_file("content/letters/" + std::string(letter.code) + "." + language + ".md");
            auto names = wording::field_names(file ? file->content : std::string_view{});
            std::sort(names.begin(), names.end());
            names.erase(std::unique(names.begin(), names.end()), names.end());
            return names;
        };
        EXPECT_EQ(fields_in("en"), fields_in("cy")) << letter.code;
    }
}

TEST(Letters, that_are_no_letter_of_ours_are_not_shipped) {
    for (auto const& file : embedded_files("content/letters/")) {
        auto name = file.name.substr(std::string_view("content/letters/").size());
        EXPECT_TRUE(letter_named(name.substr(0, name.find('.')))) << name;
    }
}

TEST(UnknownFields, names_each_once) {
    auto const* letter = letter_named(letters::hand_over);
    EXPECT_EQ(unknown_fields(*letter, "{{surname}}", "{{name_to_use}} {{surname}} {{other}}"),
              (std::vector<std::string>{"surname", "other"}));
}

TEST(PlainText, drops_the_marks_and_keeps_the_words) {
    EXPECT_EQ(plain_text("## What next\n\n- **Ring** [us](tel:01632960001)\n"),
              "What next\n\n- Ring us (tel:01632960001)\n");
    EXPECT_EQ(plain_text("1\\. first, ASB\\-26"), "1. first, ASB-26");
    EXPECT_EQ(plain_text("#5 is a door, 5 * 3 [no link"), "#5 is a door, 5 * 3 [no link");
    EXPECT_EQ(plain_text(""), "");
}

}  // namespace doorstep::domain::messages
