#include "domain/risk/case_risk.h"

#include <gtest/gtest.h>

namespace doorstep::domain::risk {
namespace {

CasePersonId person(char last) {
    return *CasePersonId::parse(std::string("00000000-0000-7000-8000-00000000000") + last);
}
Date day(int day_of_june) { return *Date::of(2026, 6, day_of_june); }

Assessment assessment(std::optional<CasePersonId> of, RiskBand band, int score, Date made_on,
                      std::optional<Date> review_by = {}) {
    Assessment made;
    made.person = of;
    made.band = band;
    made.score = score;
    made.made_on = made_on;
    made.review_by = review_by;
    return made;
}

}  // namespace

TEST(CaseRisk, is_nothing_before_the_first_assessment) { EXPECT_EQ(case_risk({}), CaseRisk{}); }

TEST(CaseRisk, is_the_highest_of_anybody_on_the_case_with_its_score) {
    auto const risk = case_risk({assessment(person('1'), RiskBand::standard, 14, day(9)),
                                 assessment(person('2'), RiskBand::high, 6, day(4), day(18)),
                                 assessment(person('3'), RiskBand::medium, 20, day(5), day(30))});
    EXPECT_EQ(risk.band, RiskBand::high);
    EXPECT_EQ(risk.score, 6);
    EXPECT_EQ(risk.assessed_on, day(9));
    EXPECT_EQ(risk.review_by, day(18));
}

TEST(CaseRisk, shows_the_higher_score_of_two_in_one_band) {
    EXPECT_EQ(case_risk({assessment(person('1'), RiskBand::medium, 16, day(1)),
                         assessment(person('2'), RiskBand::medium, 22, day(1))})
                  .score,
              22);
}

TEST(NextAssessmentBy, is_the_earliest_review) {
    EXPECT_EQ(next_assessment_by({assessment(person('1'), RiskBand::medium, 16, day(1), day(29)),
                                  assessment(person('2'), RiskBand::high, 30, day(2), day(16))},
                                 {}),
              day(16));
}

TEST(NextAssessmentBy, counts_somebody_nobody_has_assessed_yet) {
    auto const assessed = assessment(person('1'), RiskBand::standard, 3, day(2));
    EXPECT_EQ(next_assessment_by({assessed}, {{person('1'), day(5)}, {person('2'), day(8)}}), day(8));
    EXPECT_EQ(next_assessment_by({assessed}, {{person('1'), day(5)}}), std::nullopt);
}

TEST(NextAssessmentBy, takes_an_assessment_of_nobody_in_particular_for_everybody) {
    EXPECT_EQ(next_assessment_by({assessment({}, RiskBand::standard, 3, day(2))}, {{person('1'), day(5)}}),
              std::nullopt);
}

}  // namespace doorstep::domain::risk
