#include "cli/law_output.h"

#include <gtest/gtest.h>

namespace doorstep::cli {
namespace {

using legal::Law;

legal::LawMoment moment(std::string_view text) { return legal::parse_law_moment(text).value(); }

template <class Print>
std::string printed_by(Print&& print) {
    ::testing::internal::CaptureStdout();
    print();
    std::fflush(stdout);
    return ::testing::internal::GetCapturedStdout();
}

TEST(LawOutput, gives_a_deadline_in_its_fixed_form) {
    auto const law = Law::shipped();
    auto const deadline = law.deadline("closure.hearing_deadline_h", moment("2026-12-24T15:00")).value();
    EXPECT_EQ(printed_by([&] { print_deadline(law, deadline, true); }),
              R"({"id":"closure.hearing_deadline_h","from":"2026-12-24T15:00:00+00:00",)"
              R"("last_lawful":"2026-12-27T15:00:00+00:00","target":"2026-12-27T03:00:00+00:00","rules":[)"
              R"({"id":"closure.hearing_deadline_h","value":48,"unit":"hours",)"
              R"x("source":"Anti-social Behaviour, Crime and Policing Act 2014, section 80(3) to (4)",)x"
              R"("evidence":"V","in_force_from":"2014-10-20"},)"
              R"({"id":"sla.target_share","value":25,"unit":"percent","source":"Product default",)"
              R"("evidence":"-","in_force_from":"1980-01-01"}]})"
              "\n");
}

TEST(LawOutput, gives_days_as_dates) {
    auto const law = Law::shipped();
    auto const text = printed_by([&] {
        print_deadline(law, law.deadline("poss.abs.notice.c4_months", moment("2026-01-15")).value(), true);
    });
    EXPECT_NE(text.find(R"("from":"2026-01-15","last_lawful":"2026-04-14","target":"2026-04-10")"),
              std::string::npos)
        << text;
}

TEST(LawOutput, gives_a_term_in_its_fixed_form) {
    auto const law = Law::shipped();
    auto const made = moment("2026-01-15").day;
    auto const term = law.term({.kind = "closure.total",
                                .made = made,
                                .until = moment("2026-07-15").day,
                                .previous_until = moment("2026-07-14").day})
                          .value();
    auto const text = printed_by([&] { print_term(term, true); });
    EXPECT_TRUE(text.starts_with(R"({"lawful":false,"latest":"2026-07-14","reason":")")) << text;
    auto const open = law.term(
        {.kind = "injunction", .made = made, .until = std::nullopt, .previous_until = {}, .age = 30});
    EXPECT_TRUE(printed_by([&] { print_term(*open, true); }).starts_with(R"({"lawful":true,"latest":null,)"));
}

TEST(LawOutput, gives_who_may_in_its_fixed_form) {
    auto const law = Law::shipped();
    auto const answer =
        law.who("closure.notice", "county-council-with-districts", moment("2026-06-01").day).value();
    EXPECT_EQ(
        printed_by([&] { print_who(law, answer, true); }),
        R"({"may":false,"reason":"A county council may issue one only where there is no district council",)"
        R"("instead":["district-council","police"],"rules":[{"id":"who.closure.notice","value":false,)"
        R"("unit":"bool","source":"Anti-social Behaviour, Crime and Policing Act 2014, sections 76(1) )"
        R"(and 92","evidence":"V","in_force_from":"2014-10-20"}]})"
        "\n");
}

TEST(LawOutput, gives_no_start_for_what_is_pending) {
    auto const law = Law::shipped();
    auto const text = printed_by([&] { print_history(law, "rra.social_commencement", true); });
    EXPECT_NE(text.find(R"("value":null,"unit":"date")"), std::string::npos) << text;
    EXPECT_NE(text.find(R"("status":"pending","in_force_from":null)"), std::string::npos) << text;
    EXPECT_FALSE(print_history(law, "closure.nothing", true));
}

TEST(LawOutput, says_to_people_what_is_not_confirmed) {
    auto const law = Law::shipped();
    auto const text = printed_by([&] { print_history(law, "dispersal.direction.max_h", false); });
    EXPECT_NE(text.find("not yet in force"), std::string::npos) << text;
    EXPECT_NE(text.find("https://www.legislation.gov.uk"), std::string::npos) << text;
    auto const unsure = printed_by([&] { print_history(law, "sar.months", false); });
    EXPECT_NE(unsure.find("Not confirmed"), std::string::npos) << unsure;
}

}  // namespace
}  // namespace doorstep::cli
