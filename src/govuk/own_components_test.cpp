#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "govuk/chart_with_table.h"
#include "govuk/empty_state.h"
#include "govuk/moj_filter.h"
#include "govuk/record_heading.h"
#include "govuk/sorting.h"
#include "govuk/stat_card.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"

// The components that are ours; those of the design systems are proved by their fixtures.
namespace doorstep::govuk {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(TableWrap, is_a_region_named_after_the_table_that_takes_the_keyboard) {
    auto const html = table_wrap({.table = {.rows = {{{.text = "1"}}}, .caption = "Cases & areas"}}).markup();
    EXPECT_THAT(html, HasSubstr("<div class=\"ds-table-wrap\" role=\"region\" tabindex=\"0\" "
                                "aria-label=\"Cases &amp; areas\"><table"));
    EXPECT_THAT(table_wrap({.table = {}, .label = "Other"}).markup(), HasSubstr("aria-label=\"Other\""));
}

TEST(SortHeading, links_to_the_other_order_and_says_the_present_one) {
    auto const html =
        table({.head = {sort_heading("Due", "?sort=-due&page=1", SortDirection::ascending, "numeric"),
                        sort_heading("Owner", "?sort=owner", SortDirection::none)}})
            .markup();
    EXPECT_THAT(
        html,
        HasSubstr("class=\"govuk-table__header govuk-table__header--numeric\" "
                  "aria-sort=\"ascending\"><a class=\"ds-sort\" href=\"?sort=-due&amp;page=1\">Due</a>"));
    EXPECT_THAT(html, HasSubstr("aria-sort=\"none\""));
}

TEST(StatCard, makes_number_and_words_one_link) {
    auto const html =
        stat_card({.figure = "12", .label = "Overdue <contacts>", .href = "/work?due=overdue"}).markup();
    EXPECT_EQ(html,
              "<div class=\"ds-stat\"><a class=\"ds-stat__link\" href=\"/work?due=overdue\">"
              "<span class=\"ds-stat__figure\">12</span> "
              "<span class=\"ds-stat__label\">Overdue &lt;contacts&gt;</span></a></div>");
    EXPECT_THAT(stat_card({.figure = "not collected", .label = "A"}).markup(), Not(HasSubstr("<a")));
}

TEST(StatCards, are_a_list) {
    auto const html =
        stat_cards({{.figure = "1", .label = "A"}, {.figure = "2", .label = "B", .note = "C & D"}}).markup();
    EXPECT_THAT(html, testing::StartsWith("<ul class=\"ds-stats\"><li class=\"ds-stat\">"));
    EXPECT_THAT(html, HasSubstr("<span class=\"ds-stat__note\">C &amp; D</span>"));
}

TEST(EmptyState, says_what_why_and_the_one_thing_to_do) {
    auto const html = empty_state({.title = "No cases match these filters",
                                   .text = "There are 112 cases without filters.",
                                   .action_text = "Clear filters",
                                   .action_href = "/cases"})
                          .markup();
    EXPECT_THAT(html, HasSubstr("<h2 class=\"govuk-heading-s\">No cases match these filters</h2>"));
    EXPECT_THAT(html, HasSubstr("<a class=\"govuk-link\" href=\"/cases\">Clear filters</a>"));
    EXPECT_THAT(empty_state({.title = "A"}).markup(), Not(HasSubstr("<a")));
}

TEST(RecordHeading, has_one_h1_and_its_tags) {
    auto const html =
        record_heading({.caption = "ASB-26-00142",
                        .title = "Loud music, Acre Court",
                        .tags = {{.text = "Open", .classes = "govuk-tag--blue"}, {.text = "High risk"}}})
            .markup();
    EXPECT_THAT(html, HasSubstr("<h1 class=\"govuk-heading-l\">Loud music, Acre Court</h1>"));
    EXPECT_THAT(html, HasSubstr("<strong class=\"govuk-tag govuk-tag--blue\">Open</strong> "));
}

TEST(FilterLayout, is_a_form_that_asks_and_changes_nothing) {
    auto const html =
        filter_layout({.action = "/cases", .filter = {}, .content = Html::text("list")}).markup();
    EXPECT_THAT(html, HasSubstr("<form method=\"get\" action=\"/cases\" novalidate>"));
    EXPECT_THAT(html, HasSubstr("<div class=\"moj-filter-layout__content\">list</div>"));
}

TEST(SummaryCard, frames_anything_under_its_title) {
    auto const html =
        summary_card({.title = {.text = "Reporting side", .heading_level = 3}}, Html::text("people"))
            .markup();
    EXPECT_THAT(html, HasSubstr("<h3 class=\"govuk-summary-card__title\">Reporting side</h3>"));
    EXPECT_THAT(html, testing::EndsWith("<div class=\"govuk-summary-card__content\">people</div></div>"));
}

TEST(ChartWithTable, always_has_the_table) {
    auto const html = chart_with_table({.title = "Cases opened",
                                        .finding = "Cases rose & fell.",
                                        .chart_svg = "<svg></svg>",
                                        .table = {.rows = {{{.text = "April"}, {.text = "12"}}}},
                                        .how_counted = Html::text("By date opened")})
                          .markup();
    EXPECT_THAT(html, HasSubstr("<div class=\"ds-chart\"><svg></svg></div>"));
    EXPECT_THAT(html, HasSubstr("<p class=\"govuk-body\">Cases rose &amp; fell.</p>"));
    EXPECT_THAT(html, HasSubstr("aria-label=\"Cases opened\"><table"));
    EXPECT_THAT(html, HasSubstr("How this is counted"));
}

}  // namespace
}  // namespace doorstep::govuk
