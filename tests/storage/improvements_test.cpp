#include "storage/improvements.h"

#include "storage/on_a_case.h"
#include "storage/survey_links.h"
#include "storage/surveys.h"

namespace doorstep::storage {
namespace {

class Improvements : public test::OnACase {};

TEST_P(Improvements, keep_what_is_done_and_what_came_of_it) {
    improvements::Improvement one;
    one.id = std::string(ids.next().text());
    one.measure = "plan-kept-said";
    one.period = "2025-26-Q4";
    one.why = "52%";
    one.what = "Plans are read out again at each contact";
    one.owner_name = "ASB manager";
    one.review_on = june(30);
    auto other = one;
    other.id = std::string(ids.next().text());
    other.review_on = june(20);
    write([&](sql::Write& tx) {
        improvements::insert(tx, one, manager.id, clock.now());
        improvements::insert(tx, other, manager.id, clock.now());
        return true;
    });
    EXPECT_EQ(read([&](sql::Read& tx) { return improvements::list(tx, 5, 0); }).front().id, other.id);
    other.result = "Better";
    other.reviewed_on = june(10);
    other.told_panel_on = june(10);
    write([&](sql::Write& tx) {
        EXPECT_TRUE(improvements::update(tx, other));
        return true;
    });
    read([&](sql::Read& tx) {
        EXPECT_EQ(improvements::list(tx, 5, 0).front().id, one.id) << "those to be reviewed come first";
        EXPECT_EQ(improvements::find(tx, other.id)->told_panel_on, june(10));
        EXPECT_EQ(improvements::count(tx), 2);
        return true;
    });
}

TEST_P(Improvements, links_to_a_survey_open_until_they_are_used_or_replaced) {
    domain::surveys::Survey survey;
    survey.id = SurveyId(ids.next());
    survey.case_file = file.id;
    survey.person = ana.id;
    survey.closed_on = june(2);
    survey.due_on = survey.next_try_on = june(5);
    write([&](sql::Write& tx) {
        surveys::insert(tx, survey);
        survey_links::insert(tx, "one", survey.id, clock.now(), june(30));
        survey_links::insert(tx, "two", survey.id, clock.now(), june(30));
        return true;
    });
    EXPECT_FALSE(read([&](sql::Read& tx) { return survey_links::find(tx, "one"); }));
    auto const link = read([&](sql::Read& tx) { return survey_links::find(tx, "two"); });
    ASSERT_TRUE(link);
    EXPECT_EQ(link->expires_on, june(30));
    EXPECT_FALSE(link->used_at);
    write([&](sql::Write& tx) {
        survey_links::use(tx, survey.id, clock.now());
        return true;
    });
    EXPECT_EQ(read([&](sql::Read& tx) { return survey_links::find(tx, "two"); })->used_at, clock.now());
}

DOORSTEP_ON_BOTH_DATABASES(Improvements);

}  // namespace
}  // namespace doorstep::storage
