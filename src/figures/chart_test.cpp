#include "figures/chart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "figures/chart_scale.h"
#include "figures/svg.h"

namespace doorstep::figures {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::size_t count_of(std::string const& text, std::string const& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

ChartFrame a_frame() {
    return {.id = "c", .title = "Cases opened", .description = "Cases rose from 12 to 17."};
}

TEST(AxisTicks, are_round_numbers_from_zero_to_the_greatest_or_above) {
    EXPECT_THAT(axis_ticks(17), ElementsAre(0, 5, 10, 15, 20));
    EXPECT_THAT(axis_ticks(20), ElementsAre(0, 5, 10, 15, 20));
    EXPECT_THAT(axis_ticks(3), ElementsAre(0, 1, 2, 3));
    EXPECT_THAT(axis_ticks(100), ElementsAre(0, 25, 50, 75, 100));
    EXPECT_THAT(axis_ticks(0), ElementsAre(0, 1));
    EXPECT_EQ(axis_ticks(12430).back(), 15000);
    EXPECT_EQ(axis_ticks(0.8).back(), 0.8);
}

TEST(WrappedLines, break_between_words_and_inside_only_longer_ones) {
    EXPECT_THAT(wrapped_lines("Milton Keynes East", 13), ElementsAre("Milton Keynes", "East"));
    EXPECT_THAT(wrapped_lines("Llanfairpwllgwyngyll", 8), ElementsAre("Llanfair", "pwllgwyn", "gyll"));
    EXPECT_THAT(wrapped_lines("ŵŵŵŵ", 2), ElementsAre("ŵŵ", "ŵŵ"));
    EXPECT_THAT(wrapped_lines("", 8), ElementsAre(""));
}

TEST(LabelSteps, leave_out_labels_that_would_run_together_and_never_show_narrow_what_wide_leaves_out) {
    auto const few = label_steps(4, 7);
    EXPECT_EQ(few.wide, 1u);
    auto const many = label_steps(36, 7);
    EXPECT_GT(many.wide, 1u);
    EXPECT_GT(many.narrow, many.wide);
    EXPECT_EQ(many.narrow % many.wide, 0u);
}

TEST(ValueWords, are_written_as_people_read_them) {
    EXPECT_EQ(value_words(12430, ValueFormat::count), "12,430");
    EXPECT_EQ(value_words(52, ValueFormat::percent), "52%");
    EXPECT_EQ(value_words(52.26, ValueFormat::percent), "52.3%");
    EXPECT_EQ(value_words(50, ValueFormat::pounds), "£50");
    EXPECT_EQ(value_words(37.5, ValueFormat::pounds), "£37.50");
    EXPECT_EQ(value_words(-0.5, ValueFormat::decimal), "-0.5");
}

TEST(Chart, is_an_image_with_a_title_and_a_description) {
    auto const svg = bar_chart({.frame = a_frame(), .labels = {"April"}, .series = {{"Cases", {{12}}}}});
    EXPECT_THAT(svg, HasSubstr("role=\"img\" aria-labelledby=\"c-title c-description\""));
    EXPECT_THAT(svg, HasSubstr("<title id=\"c-title\">Cases opened</title>"));
    EXPECT_THAT(svg, HasSubstr("<desc id=\"c-description\">Cases rose from 12 to 17.</desc>"));
    EXPECT_THAT(svg, HasSubstr("font-size=\"16\""));
    EXPECT_THAT(svg, Not(HasSubstr("style=")));
}

TEST(Chart, escapes_every_word) {
    ChartFrame const frame{.id = "c", .title = "<t>", .description = "\"d\" & e"};
    auto const bars = bar_chart({.frame = frame, .labels = {"<script>"}, .series = {{"a", {{1}}}}});
    EXPECT_THAT(bars, HasSubstr("&lt;t&gt;"));
    EXPECT_THAT(bars, HasSubstr("&quot;d&quot; &amp; e"));
    EXPECT_THAT(bars, HasSubstr("&lt;script&gt;"));
    auto const lines = line_chart({.frame = frame,
                                   .labels = {"<i>"},
                                   .series = {{"<a>", {{1}}}, {"<b>", {{2}}}},
                                   .value_title = "<v>"});
    for (auto const* raw : {"<i>", "<a>", "<b>", "<v>"}) EXPECT_THAT(lines, Not(HasSubstr(raw)));
}

TEST(BarChart, draws_bars_in_proportion) {
    auto const svg =
        bar_chart({.frame = a_frame(), .labels = {"A", "B", "C"}, .series = {{"Cases", {{20}, {10}, {0}}}}});
    EXPECT_THAT(svg, HasSubstr("width=\"70%\""));
    EXPECT_THAT(svg, HasSubstr("width=\"35%\""));
    EXPECT_EQ(count_of(svg, "<rect"), 2u);
    EXPECT_THAT(svg, HasSubstr(">0</text>"));
}

TEST(BarChart, says_what_was_not_collected_and_draws_no_bar_for_it) {
    auto const svg =
        bar_chart({.frame = a_frame(),
                   .labels = {"2022/23", "2023/24", "2024/25"},
                   .series = {{"Cases", {{std::nullopt}, {std::nullopt, "fewer than 5"}, {7}}}}});
    EXPECT_THAT(svg, HasSubstr(">not collected</text>"));
    EXPECT_THAT(svg, HasSubstr(">fewer than 5</text>"));
    EXPECT_EQ(count_of(svg, "<rect"), 1u);
}

TEST(BarChart, tells_series_apart_by_pattern_too) {
    auto const svg = bar_chart(
        {.frame = a_frame(), .labels = {"A"}, .series = {{"This quarter", {{1}}}, {"Last quarter", {{2}}}}});
    EXPECT_THAT(svg, HasSubstr("<pattern id=\"c-paint-1\""));
    EXPECT_THAT(svg, HasSubstr("fill=\"url(#c-paint-1)\""));
    EXPECT_THAT(svg, HasSubstr(">Last quarter</text>"));
}

TEST(BarChart, wraps_long_names_instead_of_cutting_them) {
    auto const svg = bar_chart({.frame = a_frame(),
                                .labels = {"Stantonbury, Bradville and New Bradwell neighbourhood area"},
                                .series = {{"Cases", {{1}}}}});
    EXPECT_THAT(svg, HasSubstr(">Stantonbury, Bradville and New</text>"));
    EXPECT_THAT(svg, HasSubstr(">Bradwell neighbourhood area</text>"));
}

TEST(LineChart, breaks_the_line_where_there_is_no_number) {
    LineChart const whole{
        .frame = a_frame(), .labels = {"a", "b", "c", "d"}, .series = {{"Cases", {{1}, {2}, {3}, {4}}}}};
    auto broken = whole;
    broken.series[0].values[1].number.reset();
    auto const series_lines = [](std::string const& svg) {
        return count_of(svg, "stroke=\"#12436d\" stroke-width=\"3\"");
    };
    EXPECT_EQ(series_lines(line_chart(whole)), 3u);
    EXPECT_EQ(series_lines(line_chart(broken)), 1u);
    EXPECT_THAT(line_chart(broken), HasSubstr(">Not collected</text>"));
}

TEST(LineChart, tells_series_apart_by_dashes_and_shapes) {
    auto const svg = line_chart(
        {.frame = a_frame(), .labels = {"a", "b"}, .series = {{"One", {{1}, {2}}}, {"Two", {{2}, {1}}}}});
    EXPECT_THAT(svg, HasSubstr("stroke-dasharray=\"8 4\""));
    EXPECT_THAT(svg, HasSubstr("M-5-5H5V5H-5z"));
}

TEST(RunChart, draws_its_centre_line_limits_and_named_points) {
    auto const svg = run_chart({.frame = a_frame(),
                                .labels = {"a", "b", "c"},
                                .series = {"Cases", {{5}, {6}, {20}}},
                                .value_title = "Cases",
                                .centre = 6,
                                .lower_limit = 1,
                                .upper_limit = 12,
                                .marks = {{.index = 2, .words = "beyond limit"}}});
    EXPECT_THAT(svg, HasSubstr(">Median: 6</text>"));
    EXPECT_THAT(svg, HasSubstr(">Limits: 1 to 12</text>"));
    EXPECT_THAT(svg, HasSubstr(">A: beyond limit</text>")) << "in the key";
    EXPECT_THAT(svg, HasSubstr(">A</text>")) << "at the point";
}

TEST(PieChart, names_each_part_with_its_number_and_share) {
    auto const svg = pie_chart({.frame = a_frame(), .labels = {"Noise", "Dogs"}, .values = {3, 1}});
    EXPECT_THAT(svg, HasSubstr(">Noise: 3 (75%)</text>"));
    EXPECT_THAT(svg, HasSubstr(">Dogs: 1 (25%)</text>"));
    EXPECT_EQ(count_of(svg, "<path transform"), 2u);
}

TEST(PieChart, of_one_part_is_a_whole_circle_and_of_nothing_is_no_slice) {
    EXPECT_EQ(count_of(pie_chart({.frame = a_frame(), .labels = {"A"}, .values = {3}}), "<path transform"),
              1u);
    EXPECT_EQ(count_of(pie_chart({.frame = a_frame(), .labels = {"A"}, .values = {0}}), "<path transform"),
              0u);
}

TEST(PieChart, refuses_more_parts_than_people_can_tell_apart) {
    PieChart chart{.frame = a_frame(), .labels = {}, .values = {}};
    for (int i = 0; i < 7; ++i) {
        chart.labels.push_back("part");
        chart.values.push_back(1);
    }
    EXPECT_THROW(pie_chart(chart), std::logic_error);
}

TEST(FunnelChart, names_only_what_is_outside_the_limits) {
    auto const svg =
        funnel_chart({.frame = a_frame(),
                      .points = {{.name = "Inside", .size = 50, .value = 1.0},
                                 {.name = "Outside", .size = 80, .value = 2.0, .is_outside = true}},
                      .limits = {{.name = "95% limits", .points = {{10, 1.6}, {100, 1.2}}},
                                 {.name = "95% limits", .points = {{10, 0.4}, {100, 0.8}}}},
                      .centre = 1,
                      .size_title = "Homes",
                      .value_title = "Ratio"});
    EXPECT_THAT(svg, HasSubstr(">Outside</text>"));
    EXPECT_THAT(svg, Not(HasSubstr(">Inside</text>")));
    EXPECT_EQ(count_of(svg, ">95% limits</text>"), 1u);
}

TEST(ChartColours, keep_three_to_one_against_white) {
    auto const channel = [](std::string_view colour, std::size_t i) {
        double const value = std::stoi(std::string(colour.substr(1 + 2 * i, 2)), nullptr, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    for (std::size_t i = 0; i < Svg::paints; ++i) {
        auto const colour = Svg::series_colour(i);
        double const luminance =
            0.2126 * channel(colour, 0) + 0.7152 * channel(colour, 1) + 0.0722 * channel(colour, 2);
        EXPECT_GE(1.05 / (luminance + 0.05), 3.0) << colour;
    }
}

}  // namespace
}  // namespace doorstep::figures
