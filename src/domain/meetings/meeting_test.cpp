#include "domain/meetings/meeting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace doorstep::domain::meetings {
namespace {

std::vector<Attendee> register_of_the_meeting() {
    auto people = read_attendees(Part::member, "Ada Byron\nJSM John Stuart Mill\n\n");
    for (auto& one : read_attendees(Part::officer, "Ann Baker")) people.push_back(one);
    return people;
}

Item said(std::int64_t position, std::string speaker, std::string words, ItemKind kind = ItemKind::note) {
    Item item;
    item.position = position;
    item.kind = kind;
    item.speaker = std::move(speaker);
    item.words = std::move(words);
    return item;
}

std::vector<std::pair<WarningKind, std::int64_t>> kinds(std::vector<Warning> const& warnings) {
    std::vector<std::pair<WarningKind, std::int64_t>> found;
    for (auto const& one : warnings) found.emplace_back(one.kind, one.position);
    return found;
}

TEST(UsualNext, is_three_months_on_and_a_day_of_the_week) {
    EXPECT_EQ(usual_next(*Date::of(2024, 6, 28)), *Date::of(2024, 9, 27));
    EXPECT_EQ(usual_next(*Date::of(2026, 1, 14)), *Date::of(2026, 4, 14));
}

TEST(Attendees, have_their_own_initials_or_those_of_their_name) {
    auto const people = register_of_the_meeting();
    ASSERT_EQ(people.size(), 3u);
    EXPECT_EQ(people[0].initials, "AB");
    EXPECT_EQ(people[1].initials, "JSM");
    EXPECT_EQ(people[1].name, "John Stuart Mill");
    EXPECT_EQ(read_attendees(Part::member, attendee_lines(people, Part::member)).size(), 2u);
}

TEST(Minutes, warn_of_initials_that_nobody_or_several_have) {
    auto const found = kinds(warnings_about(
        register_of_the_meeting(),
        {said(1, "AB", "Hello"), said(2, "XY", "Hello"), said(3, "JSM", "Hello"), said(4, "Group", "Hello")},
        {}));
    EXPECT_THAT(found, ::testing::ElementsAre(std::pair(WarningKind::ambiguous_initials, 1),
                                              std::pair(WarningKind::unknown_initials, 2)));
}

TEST(Minutes, spot_a_promise_that_has_no_action) {
    auto promise = said(1, "JSM", "We will report back on the lifts");
    auto kept = promise;
    kept.position = 2;
    kept.action = "Report on the lifts";
    auto excused = promise;
    excused.position = 3;
    excused.no_action_because = "Done the same day";
    auto const found = kinds(warnings_about(
        register_of_the_meeting(), {promise, kept, excused, said(4, "JSM", "Goodwill grows")}, {"will "}));
    EXPECT_THAT(found, ::testing::ElementsAre(std::pair(WarningKind::promise_without_action, 1)));
}

TEST(Minutes, keep_a_question_beside_its_answer) {
    auto const found = kinds(warnings_about(
        register_of_the_meeting(),
        {said(1, "JSM", "Why?", ItemKind::question), said(2, "JSM", "Because", ItemKind::answer),
         said(3, "JSM", "And now?", ItemKind::question)},
        {}));
    EXPECT_THAT(found, ::testing::ElementsAre(std::pair(WarningKind::question_without_answer, 3)));
}

TEST(Minutes, name_a_speaker_where_only_one_can_be_meant) {
    auto const people = register_of_the_meeting();
    EXPECT_EQ(speaker_words(people, "JSM"), "John Stuart Mill (JSM)");
    EXPECT_EQ(speaker_words(people, "AB"), "AB");
    EXPECT_EQ(speaker_words(people, "group"), "The group");
}

TEST(Item, has_words_and_its_action_an_owner) {
    Meeting meeting;
    meeting.held_on = *Date::of(2024, 6, 28);
    auto item = said(1, "", " ");
    EXPECT_EQ(check_item(item, meeting).error().code(), "no-words");
    item.words = "x";
    item.action = "Look";
    EXPECT_EQ(check_item(item, meeting).error().code(), "no-owner");
    item.action_owner = "JSM";
    item.action_due_on = *Date::of(2024, 6, 27);
    EXPECT_EQ(check_item(item, meeting).error().code(), "due-before");
    item.action_due_on = *Date::of(2024, 9, 27);
    EXPECT_TRUE(check_item(item, meeting));
}

}  // namespace
}  // namespace doorstep::domain::meetings
