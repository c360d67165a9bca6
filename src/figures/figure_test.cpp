#include "figures/figure.h"

#include <gtest/gtest.h>

#include "figures/figure_words.h"
#include "figures/reconciliation.h"
#include "figures/small_numbers.h"

namespace doorstep::figures {
namespace {

using domain::figures::Source;
using domain::figures::Split;
using domain::figures::Way;

Measure share(Source source, domain::figures::Choice base, domain::figures::Choice counted) {
    Measure measure;
    measure.way = Way::share;
    measure.source = source;
    measure.base = std::move(base);
    measure.counted = std::move(counted);
    measure.base_words = "first contacts due";
    return measure;
}

Tally tally(Source source, std::string a, std::string b, std::int64_t number, std::int64_t count) {
    return {.source = source,
            .period = 0,
            .group = "",
            .a = std::move(a),
            .b = std::move(b),
            .c = "",
            .number = number,
            .count = count};
}

TEST(Figure, of_a_share_counts_only_what_its_base_takes) {
    auto const measure = share(Source::intervals, {.a = {"first"}, .b = {"kept", "not-kept"}, .number = {}},
                               {.a = {}, .b = {"kept"}, .number = {}});
    auto const figure = evaluate(
        measure,
        {tally(Source::intervals, "first", "kept", 0, 41),
         tally(Source::intervals, "first", "not-kept", 0, 9),
         tally(Source::intervals, "first", "waiting", 0, 7),
         tally(Source::intervals, "first", "stopped", 0, 3),
         tally(Source::intervals, "update", "kept", 0, 100), tally(Source::opened, "first", "kept", 0, 100)},
        {});
    EXPECT_EQ(figure.counted, 41);
    EXPECT_EQ(figure.base, 50);
    EXPECT_EQ(figure_words(measure, figure, Readers::staff, 5).figure, "82%");
    EXPECT_EQ(figure_words(measure, figure, Readers::staff, 5).base, "41 of 50 first contacts due");
    EXPECT_EQ(cell_words(measure, figure, Readers::staff, 5), "82% (41 of 50)");
}

TEST(Figure, of_a_count_falls_into_parts_largest_first) {
    Measure measure;
    measure.source = Source::opened;
    measure.split = Split::a;
    auto const figure = evaluate(
        measure,
        {tally(Source::opened, "noise", "nuisance", 0, 3), tally(Source::opened, "noise", "nuisance", 1, 4),
         tally(Source::opened, "drugs", "personal", 0, 9)},
        {});
    EXPECT_EQ(figure.counted, 16);
    EXPECT_EQ(figure.parts, (std::vector<Part>{{"drugs", 9}, {"noise", 7}}));
}

TEST(Figure, of_days_has_mean_median_and_longest) {
    Measure measure;
    measure.way = Way::days;
    measure.source = Source::closed;
    measure.base_words = "closed";
    auto const figure =
        evaluate(measure,
                 {tally(Source::closed, "resolved", "", 1, 2), tally(Source::closed, "unresolved", "", 4, 1),
                  tally(Source::closed, "resolved", "", 100, 1), tally(Source::closed, "resolved", "", 2, 2)},
                 {});
    ASSERT_TRUE(figure.days);
    EXPECT_EQ(figure.base, 6);
    EXPECT_EQ(figure.days->sum, 110);
    EXPECT_DOUBLE_EQ(figure.days->median, 2);
    EXPECT_EQ(figure.days->longest, 100);
    auto const words = figure_words(measure, figure, Readers::staff, 5);
    EXPECT_EQ(words.figure, "18 days");
    EXPECT_EQ(words.base, "mean of 6 closed; half took 2 or fewer, the longest 100");
}

TEST(Figure, has_a_median_half_way_between_the_two_in_the_middle) {
    Measure measure;
    measure.way = Way::days;
    measure.source = Source::closed;
    auto const figure =
        evaluate(measure, {tally(Source::closed, "", "", 1, 1), tally(Source::closed, "", "", 4, 1)}, {});
    EXPECT_DOUBLE_EQ(figure.days->median, 2.5);
}

class SaidFigure : public ::testing::Test {
  protected:
    SaidFigure() {
        measure.way = Way::said;
        measure.source = Source::answers;
        measure.question = "rights-told-said";
        measure.base_words = "answers";
    }
    Measure measure;
    std::vector<SaidQuestion> const questions{{.measure = "rights-told-said",
                                               .question = "victims-code",
                                               .wording = 1,
                                               .good = {"yes"},
                                               .asked_from = {}},
                                              {.measure = "rights-told-said",
                                               .question = "victims-code",
                                               .wording = 2,
                                               .good = {"yes"},
                                               .asked_from = {}},
                                              {.measure = "satisfaction-handling",
                                               .question = "handling",
                                               .wording = 1,
                                               .good = {"very-well"},
                                               .asked_from = {}}};
    std::vector<Tally> const tallies{tally(Source::answers, "victims-code", "yes", 1, 6),
                                     tally(Source::answers, "victims-code", "no", 1, 2),
                                     tally(Source::answers, "victims-code", "yes", 2, 1),
                                     tally(Source::answers, "victims-code", "no", 2, 7),
                                     tally(Source::answers, "victims-code", "do-not-know", 2, 5),
                                     tally(Source::answers, "victims-code", "", 2, 4),
                                     tally(Source::answers, "handling", "very-well", 1, 90)};
};

TEST_F(SaidFigure, leaves_out_who_skipped_and_who_did_not_know) {
    auto const figure = evaluate(measure, tallies, questions);
    EXPECT_EQ(figure.counted, 7);
    EXPECT_EQ(figure.base, 16);
    EXPECT_EQ(certainty_words(measure, figure, 5), "between 23% and 67%, as far as 16 answers can tell");
}

TEST_F(SaidFigure, keeps_wordings_apart) {
    auto const by = evaluate_by_wording(measure, tallies, questions);
    ASSERT_EQ(by.size(), 2U);
    EXPECT_EQ(by[0].figure.counted, 6);
    EXPECT_EQ(by[0].figure.base, 8);
    EXPECT_EQ(by[1].figure.counted, 1);
    EXPECT_EQ(by[1].figure.base, 8);
}

TEST(FigureWords, are_not_collected_rather_than_nought) {
    Measure measure;
    measure.way = Way::count;
    auto const quarter = *parse_period("2023-24-Q1");
    auto const from = Date::of(2023, 7, 1);
    auto const before = not_collected_before(Figure{}, quarter, from);
    EXPECT_EQ(figure_words(measure, before, Readers::staff, 5).figure, "Not collected");
    EXPECT_FALSE(plain_number(measure, before, Readers::staff, 5));
    auto const after = not_collected_before(Figure{}, *parse_period("2023-24-Q2"), from);
    EXPECT_EQ(figure_words(measure, after, Readers::staff, 5).figure, "0");
    Figure some;
    some.counted = 3;
    EXPECT_TRUE(not_collected_before(some, quarter, from).is_collected) << "what was collected is shown";
    Figure without_codes;
    without_codes.counted = 3;
    without_codes.parts = {{"", 3}};
    EXPECT_FALSE(not_collected_before(without_codes, quarter, from).is_collected)
        << "no record says which part";
    without_codes.parts = {{"", 2}, {"noise", 1}};
    EXPECT_TRUE(not_collected_before(without_codes, quarter, from).is_collected);
}

TEST(FigureWords, hold_back_a_share_of_too_few_from_everybody) {
    auto const measure = share(Source::intervals, {}, {});
    Figure figure;
    figure.counted = 3;
    figure.base = 4;
    auto const words = figure_words(measure, figure, Readers::staff, 5);
    EXPECT_EQ(words.figure, "Too few to show");
    EXPECT_EQ(words.base, "fewer than 5 first contacts due");
    figure.base = 5;
    EXPECT_EQ(figure_words(measure, figure, Readers::staff, 5).figure, "60%");
    figure.base = figure.counted = 0;
    EXPECT_EQ(figure_words(measure, figure, Readers::staff, 5).figure, "None");
}

TEST(FigureWords, hold_back_small_counts_from_the_public_only) {
    Measure measure;
    measure.way = Way::count;
    Figure figure;
    figure.counted = 4;
    EXPECT_EQ(figure_words(measure, figure, Readers::staff, 5).figure, "4");
    EXPECT_EQ(figure_words(measure, figure, Readers::everyone, 5).figure, "Fewer than 5");
    EXPECT_FALSE(plain_number(measure, figure, Readers::everyone, 5));
    figure.counted = 0;
    EXPECT_EQ(figure_words(measure, figure, Readers::everyone, 5).figure, "0");
}

TEST(HeldBack, takes_a_second_count_so_that_the_total_does_not_tell) {
    using Flags = std::vector<bool>;
    EXPECT_EQ(held_back({10, 3, 8, 0}, 5), (Flags{false, true, true, false}));
    EXPECT_EQ(held_back({10, 3, 2, 0}, 5), (Flags{false, true, true, false}));
    EXPECT_EQ(held_back({10, 8, 0}, 5), (Flags{false, false, false}));
    EXPECT_EQ(held_back({3}, 5), (Flags{true}));
    EXPECT_EQ(held_back({}, 5), (Flags{}));
}

TEST(Reconciliation, says_by_how_many_it_does_not_add_up) {
    Reconciliation const adds_up{
        .open_at_start = 120, .opened = 40, .reopened = 2, .closed = 50, .open_at_end = 112};
    EXPECT_EQ(adds_up.difference(), 0);
    EXPECT_EQ(reconciliation_words(adds_up),
              "120 open at the start, 40 opened and 2 opened again, 50 closed: 112 open at the end.");
    auto out = adds_up;
    out.open_at_end = 110;
    EXPECT_EQ(out.difference(), -2);
    EXPECT_NE(reconciliation_words(out).find("112 would be expected, so the records are out by 2"),
              std::string::npos);
}

}  // namespace
}  // namespace doorstep::figures
