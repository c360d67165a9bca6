#include "storage/risk.h"

#include <gmock/gmock.h>

#include "storage/on_a_case.h"

namespace doorstep::storage::risk {
namespace {

using domain::risk::OverrideState;
using domain::risk::RiskBand;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

class Risk : public test::OnACase {
  protected:
    Assessment made(std::optional<CasePersonId> person, RiskBand band, int day) {
        Assessment assessment{.id = RiskAssessmentId(ids.next()),
                              .case_file = file.id,
                              .person = person,
                              .question_set = "ram",
                              .set_version = 2,
                              .score = 12,
                              .worst_score = 16,
                              .complete = false,
                              .scored_band = RiskBand::medium,
                              .automatic_reason = "A weapon",
                              .band = band,
                              .override_band = RiskBand::standard,
                              .override_reason = "They moved",
                              .override_state = OverrideState::waiting,
                              .flags = {"hate", "self-harm"},
                              .made_by = officer.id,
                              .made_at = london_instant(june(day), {9, 0}),
                              .made_on = june(day),
                              .review_by = june(day).plus_days(14)};
        write([&](sql::Write& tx) {
            insert(tx, assessment, {{"how-often", "daily", 5, "Every night"}, {"linked", "", 0, ""}});
            return true;
        });
        return assessment;
    }
    std::vector<RiskAssessmentId> newest() {
        std::vector<RiskAssessmentId> found;
        for (auto const& assessment : read([&](sql::Read& tx) { return newest_of_each(tx, file.id); }))
            found.push_back(assessment.id);
        return found;
    }
};

TEST_P(Risk, keeps_everything_that_was_stored) {
    auto const assessment = made(ana.id, RiskBand::high, 9);
    auto const found = read([&](sql::Read& tx) { return find(tx, assessment.id); });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->made_by_name, "Dana Okafor");
    auto const& a = found->assessment;
    EXPECT_EQ(a.person, ana.id);
    EXPECT_EQ(a.set_version, 2);
    EXPECT_EQ(a.score, 12);
    EXPECT_EQ(a.worst_score, 16);
    EXPECT_FALSE(a.complete);
    EXPECT_EQ(a.scored_band, RiskBand::medium);
    EXPECT_EQ(a.automatic_reason, "A weapon");
    EXPECT_EQ(a.band, RiskBand::high);
    EXPECT_EQ(a.override_band, RiskBand::standard);
    EXPECT_EQ(a.override_reason, "They moved");
    EXPECT_EQ(a.override_state, OverrideState::waiting);
    EXPECT_EQ(a.flags, (std::vector<std::string>{"hate", "self-harm"}));
    EXPECT_EQ(a.made_on, june(9));
    EXPECT_EQ(a.review_by, june(23));
    EXPECT_THAT(
        read([&](sql::Read& tx) { return answers_of(tx, assessment.id); }),
        UnorderedElementsAre(Answer{"how-often", "daily", 5, "Every night"}, Answer{"linked", "", 0, ""}));
}

TEST_P(Risk, lists_a_case_newest_first_by_the_page) {
    auto const first = made(ana.id, RiskBand::high, 7);
    auto const second = made(ana.id, RiskBand::high, 8);
    auto const page = [&](int limit, int offset) {
        std::vector<RiskAssessmentId> found;
        for (auto const& line : read([&](sql::Read& tx) { return of_case(tx, file.id, limit, offset); }))
            found.push_back(line.assessment.id);
        return found;
    };
    EXPECT_THAT(page(5, 0), ElementsAre(second.id, first.id));
    EXPECT_THAT(page(1, 1), ElementsAre(first.id));
    EXPECT_EQ(read([&](sql::Read& tx) { return count_of_case(tx, file.id); }), 2);
}

TEST_P(Risk, knows_the_newest_of_each_person_still_on_the_case) {
    made(ana.id, RiskBand::high, 5);
    auto const of_ana = made(ana.id, RiskBand::medium, 8);
    auto const of_ben = made(ben.id, RiskBand::high, 6);
    auto const of_nobody = made({}, RiskBand::standard, 7);
    EXPECT_THAT(newest(), ElementsAre(of_ana.id, of_nobody.id, of_ben.id));
    ben.left_on = june(9);
    write([&](sql::Write& tx) { return people::update(tx, ben); });
    EXPECT_THAT(newest(), ElementsAre(of_ana.id, of_nobody.id));
}

TEST_P(Risk, writes_what_was_decided_about_the_band_and_nothing_else) {
    auto assessment = made(ana.id, RiskBand::medium, 9);
    assessment.band = RiskBand::standard;
    assessment.override_state = OverrideState::approved;
    assessment.review_by.reset();
    assessment.score = 99;
    write([&](sql::Write& tx) {
        decide(tx, assessment);
        return true;
    });
    auto const found = read([&](sql::Read& tx) { return find(tx, assessment.id)->assessment; });
    EXPECT_EQ(found.band, RiskBand::standard);
    EXPECT_EQ(found.override_state, OverrideState::approved);
    EXPECT_FALSE(found.review_by);
    EXPECT_EQ(found.score, 12);
}

TEST_P(Risk, keeps_the_last_band_of_each_day) {
    write([&](sql::Write& tx) {
        set_band_from(tx, file.id, {june(9), RiskBand::high});
        set_band_from(tx, file.id, {june(5), RiskBand::standard});
        set_band_from(tx, file.id, {june(9), RiskBand::medium});
        return true;
    });
    EXPECT_THAT(read([&](sql::Read& tx) { return bands_of_case(tx, file.id); }),
                ElementsAre(BandFrom{june(5), RiskBand::standard}, BandFrom{june(9), RiskBand::medium}));
}

DOORSTEP_ON_BOTH_DATABASES(Risk);

}  // namespace
}  // namespace doorstep::storage::risk
