#include "domain/plans/copy.h"

#include <gtest/gtest.h>

namespace doorstep::domain::plans {
namespace {

CasePersonId person(char last) {
    return *CasePersonId::parse(std::string("00000000-0000-7000-8000-00000000000") + last);
}
CasePersonId const ana = person('1');
CasePersonId const ben = person('2');
CasePersonId const ivo = person('3');

PlanStep step(OwnerKind kind, std::string what, std::optional<CasePersonId> owner = {}) {
    PlanStep made;
    made.owner_kind = kind;
    made.what = std::move(what);
    made.owner_person = owner;
    made.owner_name = "Northgate Council";
    return made;
}

outbound::Facts others() {
    return {.hidden = {{.who = "a neighbour",
                        .name = "Ivo Marsh",
                        .address = "Flat 12, Acre Court",
                        .telephone = "07700 900456"},
                       {.who = "a neighbour", .name = "Ben Carter"}}};
}

std::string word_of(CopyOwner whose) {
    switch (whose) {
        case CopyOwner::we:
            return "we";
        case CopyOwner::reader:
            return "reader";
        case CopyOwner::partner:
            return "partner";
        case CopyOwner::support_team:
            return "support";
    }
    return "";
}

std::string everything(PlanCopy const& copy) {
    std::string words;
    for (auto const& line : copy.lines) words += line.what + "|" + word_of(line.whose) + "|";
    return words;
}

PlanCopy copy_of(std::vector<PlanStep> const& steps) { return copy_for(steps, ana, others()); }

}  // namespace

TEST(PlanCopy, shows_our_steps_and_the_readers_own) {
    auto const copy = copy_of({step(OwnerKind::officer, "Ring you every two weeks"),
                               step(OwnerKind::complainant, "Keep a diary", ana),
                               step(OwnerKind::complainant, "Tell us when it is safe")});
    EXPECT_EQ(everything(copy),
              "Ring you every two weeks|we|Keep a diary|reader|Tell us when it is safe|reader|");
    EXPECT_FALSE(copy.others_work_too);
}

TEST(PlanCopy, says_no_more_than_that_others_have_steps_too) {
    auto const copy = copy_of({step(OwnerKind::person_complained_about, "Keep the dog in at night", ivo),
                               step(OwnerKind::complainant, "Meet the mediator", ben)});
    EXPECT_TRUE(copy.lines.empty());
    EXPECT_TRUE(copy.others_work_too);
}

TEST(PlanCopy, names_no_partner_and_no_team) {
    auto const words = everything(copy_of({step(OwnerKind::partner, "Measure the sound"),
                                           step(OwnerKind::support_team, "Look at what help there is")}));
    EXPECT_EQ(words.find("Northgate"), std::string::npos);
    EXPECT_EQ(words, "Measure the sound|partner|Look at what help there is|support|");
}

TEST(PlanCopy, hides_a_step_whose_words_give_somebody_away_and_tells_staff) {
    for (auto const* what :
         {"Warn Ivo about the music", "Visit flat 12", "Ring 07700900456", "Ask Mr CARTER too"}) {
        auto const copy = copy_of({step(OwnerKind::officer, what)});
        EXPECT_TRUE(copy.lines.empty()) << what;
        ASSERT_EQ(copy.hidden.size(), 1u) << what;
        EXPECT_EQ(copy.hidden[0].what, what);
        EXPECT_FALSE(copy.hidden[0].findings.empty());
    }
}

TEST(PlanCopy, shows_what_is_done_and_leaves_out_what_was_dropped) {
    auto done = step(OwnerKind::officer, "Visit");
    done.state = StepState::done;
    done.done_on = Date::of(2026, 6, 9);
    auto dropped = step(OwnerKind::officer, "Write");
    dropped.state = StepState::dropped;
    auto const copy = copy_of({done, dropped});
    ASSERT_EQ(copy.lines.size(), 1u);
    EXPECT_EQ(copy.lines[0].done_on, Date::of(2026, 6, 9));
}

}  // namespace doorstep::domain::plans
