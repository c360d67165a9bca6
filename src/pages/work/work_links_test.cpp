#include "pages/work/work_links.h"

#include <gtest/gtest.h>

namespace doorstep::pages::work {
namespace {

using domain::work::Kind;
using domain::work::WorkItem;

WorkItem item_of(Kind kind) {
    WorkItem item;
    item.kind = kind;
    item.subject = "s1";
    return item;
}

Date const today = *Date::of(2026, 6, 10);

}  // namespace

TEST(WorkLinks, lead_to_the_act_itself_with_the_person_chosen) {
    auto const link = work_link(item_of(Kind::contact), "ASB-26-00001", "Ana Silva");
    EXPECT_EQ(link.href, "/cases/ASB-26-00001/contacts/new?person=s1");
    EXPECT_EQ(link.words, "Contact Ana Silva");
}

TEST(WorkLinks, make_sense_without_a_name) {
    for (auto const& kind : all_of<Kind>()) {
        auto const link = work_link(item_of(kind.value), "ASB-26-00001", "");
        EXPECT_FALSE(link.words.ends_with(' ') || link.words.ends_with(':')) << link.words;
        EXPECT_TRUE(link.href.starts_with('/')) << link.href;
    }
}

TEST(WorkLinks, shorten_what_somebody_typed) {
    auto const link = work_link(item_of(Kind::task), "ASB-26-00001", std::string(200, 'a'));
    EXPECT_LE(link.words.size(), 100U);
}

TEST(DueTag, says_it_in_words_and_colour_by_how_urgent_it_is) {
    EXPECT_EQ(due_tag(today.plus_days(-2), today, 7).text, "2 days overdue");
    EXPECT_EQ(due_tag(today.plus_days(-1), today, 7, "Contact").text, "Contact 1 day overdue");
    EXPECT_EQ(due_tag(today, today, 7).text, "Due today");
    EXPECT_EQ(due_tag(today.plus_days(3), today, 7).text, "Due in 3 days");
    EXPECT_EQ(due_tag(today.plus_days(7), today, 7).classes, "govuk-tag--yellow");
    EXPECT_TRUE(due_tag(today.plus_days(8), today, 7).empty());
}

TEST(DueWords, give_the_day_and_what_is_left) {
    EXPECT_EQ(due_words(today.plus_days(14), today), "by 24 June 2026 (14 days left)");
    EXPECT_EQ(due_words(today, today), "by 10 June 2026 (today)");
    EXPECT_EQ(due_words(today.plus_days(-1), today), "by 9 June 2026 (1 day ago)");
}

}  // namespace doorstep::pages::work
