#include "domain/risk/case_risk.h"

#include <algorithm>

namespace doorstep::domain::risk {
namespace {

void keep_earlier(std::optional<Date>& kept, std::optional<Date> candidate) {
    if (candidate && (!kept || *candidate < *kept)) kept = candidate;
}

}  // namespace

CaseRisk case_risk(std::vector<Assessment> const& newest_of_each) {
    CaseRisk risk;
    for (auto const& assessment : newest_of_each) {
        // (1)
        bool const higher = !risk.band || assessment.band > *risk.band ||
                            (assessment.band == *risk.band && assessment.score > *risk.score);
        if (higher) {
            risk.band = assessment.band;
            risk.score = assessment.score;
        }
        // (2)
        if (!risk.assessed_on || *risk.assessed_on < assessment.made_on)
            risk.assessed_on = assessment.made_on;
        // (3)
        keep_earlier(risk.review_by, assessment.review_by);
    }
    return risk;
}

std::optional<Date> next_assessment_by(std::vector<Assessment> const& newest_of_each,
                                       std::vector<PersonToAssess> const& people) {
    std::optional<Date> due;
    for (auto const& assessment : newest_of_each) keep_earlier(due, assessment.review_by);
    for (auto const& person : people) {
        bool const assessed = std::any_of(newest_of_each.begin(), newest_of_each.end(), [&](auto const& a) {
            return !a.person || *a.person == person.person;
        });
        if (!assessed) keep_earlier(due, person.first_due_on);
    }
    return due;
}

}  // namespace doorstep::domain::risk
