#include "usecases/cases/timeline.h"

#include <gtest/gtest.h>

#include "domain/events/detail.h"
#include "domain/people/people.h"
#include "support/site/test_site.h"
#include "usecases/cases/timeline_words.h"

namespace doorstep::usecases::cases {
namespace {

using domain::events::Detail;

class TimelineTest : public ::testing::Test {
  protected:
    test::TestSite site;

    TimelineItem item(std::string_view kind, Detail const& detail, TimelineNames const& names = {},
                      std::string_view door = "web") {
        auto const json = detail.json();
        return timeline_item({.sequence = 7,
                              .at = site.clock.now(),
                              .kind = kind,
                              .actor_name = "Dana Okafor",
                              .door = door,
                              .detail = json},
                             *site.settings().current(), names);
    }
    static std::string words(TimelineItem const& item) {
        std::string all;
        for (auto const& fact : item.facts) all += std::string(fact.label) + ": " + fact.value + ". ";
        return all;
    }
};

TEST_F(TimelineTest, gives_heading_facts_in_their_order_and_what_was_said) {
    auto const shown = item("contact-recorded", Detail()
                                                    .personal("summary", "It was loud\nagain")
                                                    .set("result", domain::people::Side::neutral)
                                                    .set("method", "telephone")
                                                    .set("made_on", *Date::of(2026, 6, 10)));
    EXPECT_EQ(shown.heading, "Contact");
    EXPECT_EQ(words(shown), "On: 10 June 2026. How: Telephone. Result: Neutral. ");
    EXPECT_EQ(shown.said, "It was loud\nagain");
    EXPECT_EQ(shown.by, "Dana Okafor");
    EXPECT_EQ(shown.audience, domain::events::Audience::resident);
}

TEST_F(TimelineTest, keeps_from_residents_what_the_other_side_and_others_told_us) {
    using domain::events::Audience;
    using domain::people::Part;
    EXPECT_EQ(item("contact-recorded", Detail().set("with", Part::complainant)).audience, Audience::resident);
    EXPECT_EQ(item("contact-recorded", Detail().set("with", Part::respondent)).audience, Audience::staff);
    EXPECT_EQ(item("incident-added", Detail().set("source", "complainant")).audience, Audience::resident);
    EXPECT_EQ(item("incident-added", Detail().set("source", "police")).audience, Audience::staff);
    EXPECT_EQ(item("report-decided", Detail().personal("reason", "Ours")).audience, Audience::staff);
}

TEST_F(TimelineTest, names_people_the_viewer_may_know_and_leaves_out_the_others) {
    auto const detail = Detail().set("person", "id-1").set("owner", "id-2");
    EXPECT_EQ(words(item("contact-recorded", detail, {{"id-1", "Ana Silva"}})), "With: Ana Silva. ");
}

TEST_F(TimelineTest, says_what_changed_to_what) {
    auto const shown =
        item("case-edited", Detail()
                                .change("category", std::string("noise"), std::string("animals"))
                                .change("hate", true, false)
                                .change("subcategory", std::string("noise-dog"), std::string()));
    EXPECT_EQ(words(shown),
              "Kind: Noise changed to Animals. Closer kind: Dog barking removed. Hate: Yes changed to No. ");
}

TEST_F(TimelineTest, shows_the_heading_alone_when_the_words_were_redacted) {
    auto const json = domain::events::redact(Detail().personal("summary", "words").json());
    auto const shown = timeline_item({.sequence = 1,
                                      .at = site.clock.now(),
                                      .kind = "note-added",
                                      .actor_name = "Dana Okafor",
                                      .door = "web",
                                      .detail = json},
                                     *site.settings().current());
    EXPECT_EQ(shown.heading, "Note");
    EXPECT_EQ(shown.said, "");
}

TEST_F(TimelineTest, shows_a_kind_that_a_newer_program_wrote_by_its_name) {
    auto const shown = item("moon-landed", Detail());
    EXPECT_EQ(shown.heading, "moon-landed");
    EXPECT_EQ(shown.audience, domain::events::Audience::staff);
}

TEST_F(TimelineTest, folds_what_the_program_did_into_one_line_a_day) {
    std::vector<TimelineItem> items;
    auto const add = [&](std::string_view kind, std::string_view door, int days) {
        auto made = item(kind, Detail(), {}, door);
        made.at = made.at.plus_hours(24 * days);
        items.push_back(made);
    };
    add("message-sent", "job", 0);
    add("note-added", "web", 0);
    add("message-sent", "job", 0);
    add("survey-due", "job", 0);
    add("message-sent", "job", -1);
    auto const folded = with_program_folded(items);
    ASSERT_EQ(folded.size(), 3U);
    EXPECT_EQ(folded[0].heading, "Done by the system: 3 things");
    EXPECT_EQ(folded[0].said, "Message sent (2). Survey call due");
    EXPECT_EQ(folded[1].heading, "Note");
    EXPECT_EQ(folded[2].heading, "Message sent");
}

TEST(TimelineWords, finds_a_field_by_its_whole_name_only) {
    ASSERT_NE(fact_shown("made_on"), nullptr);
    EXPECT_EQ(fact_shown("made_on")->label, "On");
    EXPECT_EQ(fact_shown("made_o"), nullptr);
    EXPECT_EQ(fact_shown(""), nullptr);
    EXPECT_EQ(said_rank("summary"), 0);
    EXPECT_FALSE(said_rank("made_on"));
}

}  // namespace
}  // namespace doorstep::usecases::cases
