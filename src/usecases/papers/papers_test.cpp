#include <gtest/gtest.h>

#include "legal/paper_template.h"
#include "storage/sql/query.h"
#include "support/site/closed_case.h"
#include "support/site/test_site.h"
#include "usecases/papers/paper_file.h"
#include "usecases/papers/paper_report.h"
#include "usecases/papers/view_section.h"
#include "usecases/papers/write_paper.h"

namespace doorstep::usecases::papers {
namespace {

using domain::access::Role;
using test::TestSite;

/// A site with two cases of the quarter that is over, and a paper about it.
class Papers : public ::testing::Test {
  protected:
    TestSite site;
    domain::accounts::Account manager = site.account(Role::asb_manager);
    domain::accounts::Account board = site.account(Role::board_member);
    Date const meeting = *Date::of(2026, 7, 9);

    void SetUp() override {
        site.set_today(*Date::of(2026, 2, 10));
        site.open_case();
        site.open_case({.category = "drugs"});
        site.set_today(*Date::of(2026, 6, 10));
    }
    PaperDetails details() {
        return {.period = "2025-26-Q4",
                .board_name = "Homes Committee",
                .meeting_on = meeting,
                .title = "Anti-social behaviour: Q4 2025/26",
                .author_role = "ASB team manager",
                .recommendation = "To note",
                .report_part = "Part B"};
    }
    std::string draft() {
        auto context = site.as(manager);
        auto const made = draft_paper(context, details());
        EXPECT_TRUE(made) << made.error().message();
        return std::string(made->text());
    }
    void answer_implications(std::string const& id) {
        for (auto const& one : legal::board_paper_template().implications) {
            auto context = site.as(manager);
            auto const done = write_section(
                context, {.id = id, .code = "implications." + one.code, .answer = false, .words = ""});
            ASSERT_TRUE(done) << done.error().message();
        }
    }
    void freeze(std::string const& id) {
        answer_implications(id);
        auto context = site.as(manager);
        auto const done = send_for_approval(context, id);
        ASSERT_TRUE(done) << done.error().message();
    }
    Expected<Done> approve(std::string const& id, std::string role, Date on) {
        auto context = site.as(manager);
        return approve_paper(context, {.id = id, .approval = {std::move(role), "Ade Cole", on}});
    }
    void issue(std::string const& id) {
        for (auto const& role : legal::board_paper_template().approvals)
            ASSERT_TRUE(approve(id, role.code, site.today()));
        auto context = site.as(manager);
        auto const done = issue_paper(context, id);
        ASSERT_TRUE(done) << done.error().message();
    }
    PaperView view(std::string const& id) {
        auto context = site.as(manager);
        return view_paper(context, id).value();
    }
};

TEST_F(Papers, begin_with_the_figures_of_their_quarter_in_words) {
    auto const id = draft();
    auto const paper = view(id);
    EXPECT_EQ(paper.figures.of("opened", paper.figures.now()).counted, 2);
    EXPECT_NE(paper.section("cases")->words.find("We opened 2 cases"), std::string::npos)
        << paper.section("cases")->words;
    for (auto const& section : paper.sections)
        EXPECT_EQ(section.words.find('{'), std::string::npos) << section.form->code << ": " << section.words;
}

TEST_F(Papers, are_begun_once_for_a_quarter_that_has_begun) {
    draft();
    auto context = site.as(manager);
    EXPECT_EQ(draft_paper(context, details()).error().code(), "has-paper");
    auto later = details();
    later.period = "2026-27-Q2";
    EXPECT_EQ(draft_paper(context, later).error().code(), "period-not-begun");
    later.period = "yesterday";
    EXPECT_EQ(draft_paper(context, later).error().code(), "no-such-quarter");
}

TEST_F(Papers, keep_every_version_of_a_section_and_lose_nobodys_words) {
    auto const id = draft();
    auto context = site.as(manager);
    ASSERT_TRUE(write_section(context, {.id = id, .code = "summary", .answer = {}, .words = "First"}));
    auto const meanwhile =
        write_section(context, {.id = id, .code = "summary", .answer = {}, .words = "Mine"});
    ASSERT_FALSE(meanwhile);
    EXPECT_EQ(meanwhile.error().code(), "changed-meanwhile");
    ASSERT_TRUE(write_section(
        context, {.id = id, .code = "summary", .answer = {}, .words = "Second", .seen_version = 1}));
    auto const form = view_section(context, id, "summary").value();
    EXPECT_EQ(form.words, "Second");
    ASSERT_EQ(form.older.size(), 1u);
    EXPECT_EQ(form.older.front().words, "First");
}

TEST_F(Papers, freeze_their_figures_and_name_those_that_differ_later) {
    auto const id = draft();
    freeze(id);
    site.set_today(*Date::of(2026, 2, 20));
    site.open_case();
    site.set_today(*Date::of(2026, 6, 11));
    EXPECT_EQ(view(id).figures.of("opened", view(id).figures.now()).counted, 2);
    EXPECT_NE(view(id).section("cases")->words.find("We opened 2 cases"), std::string::npos);
    auto context = site.as(manager);
    auto const checked = check_paper(context, "2025-26-Q4").value();
    auto const opened = std::find_if(
        checked.differences.begin(), checked.differences.end(),
        [](auto const& one) { return one.measure == "Cases opened" && one.period == "Q4 2025/26"; });
    ASSERT_NE(opened, checked.differences.end());
    EXPECT_EQ(opened->frozen, "2");
    EXPECT_EQ(opened->counted, "3");
}

TEST_F(Papers, say_nothing_differs_when_nothing_does) {
    freeze(draft());
    auto context = site.as(manager);
    EXPECT_TRUE(check_paper(context, "2025-26-Q4").value().differences.empty());
}

TEST_F(Papers, are_not_frozen_before_their_quarter_is_over_or_an_implication_is_answered) {
    auto context = site.as(manager);
    auto now = details();
    now.period = "2026-27-Q1";
    auto const early = std::string(draft_paper(context, now)->text());
    EXPECT_EQ(send_for_approval(context, early).error().code(), "not-over");
    auto const unanswered = draft();
    auto later = site.as(manager);
    EXPECT_EQ(send_for_approval(later, unanswered).error().code(), "not-answered");
}

TEST_F(Papers, are_approved_before_the_meeting_by_every_role_and_then_issued) {
    auto const id = draft();
    freeze(id);
    site.set_today(meeting.plus_days(1));
    EXPECT_EQ(approve(id, "governance", meeting).error().code(), "after-meeting");
    auto context = site.as(manager);
    EXPECT_EQ(issue_paper(context, id).error().code(), "not-approved");
    site.set_today(meeting.plus_days(-3));
    issue(id);
    auto reader = site.as(board);
    EXPECT_TRUE(view_paper(reader, id));
}

TEST_F(Papers, of_the_board_are_those_that_are_issued) {
    auto const id = draft();
    auto reader = site.as(board);
    EXPECT_EQ(view_paper(reader, id).error().kind(), RefusalKind::not_found);
    EXPECT_EQ(list_papers(reader, 1)->count, 0);
    EXPECT_EQ(write_section(reader, {.id = id, .code = "summary", .answer = {}, .words = "x"}).error().kind(),
              RefusalKind::forbidden);
    freeze(id);
    issue(id);
    auto again = site.as(board);
    EXPECT_EQ(list_papers(again, 1)->count, 1);
    EXPECT_FALSE(view_paper(again, id)->may_write);
    auto officer = site.account(Role::asb_officer);
    auto other = site.as(officer);
    EXPECT_EQ(view_paper(other, id).error().kind(), RefusalKind::forbidden);
}

TEST_F(Papers, are_corrected_by_a_new_edition_and_both_stay) {
    auto const id = draft();
    freeze(id);
    issue(id);
    site.set_today(*Date::of(2026, 2, 20));
    site.open_case();
    site.set_today(*Date::of(2026, 6, 12));
    auto context = site.as(manager);
    EXPECT_EQ(
        write_section(context, {.id = id, .code = "summary", .answer = {}, .words = "x", .seen_version = 1})
            .error()
            .code(),
        "is-issued");
    auto const second = correct_paper(context, {.id = id, .why = "A case was recorded late"}).value();
    EXPECT_EQ(view(id).figures.of("opened", view(id).figures.now()).counted, 2);
    auto const newer = view(std::string(second.text()));
    EXPECT_EQ(newer.figures.of("opened", newer.figures.now()).counted, 3);
    EXPECT_EQ(newer.paper.edition, 2);
    EXPECT_EQ(view(id).newer, second);
    EXPECT_EQ(correct_paper(context, {.id = id, .why = "Again"}).error().code(), "corrected");
    auto const page =
        documents::report_page(paper_report(newer, context.settings()), documents::Pictures::inside);
    auto const old =
        documents::report_page(paper_report(view(id), context.settings()), documents::Pictures::inside);
    EXPECT_NE(old.find("A newer edition of this paper corrects it"), std::string::npos);
    EXPECT_EQ(page.find("A newer edition"), std::string::npos);
}

TEST_F(Papers, keep_their_figures_as_they_were_in_json) {
    auto context = site.as(manager);
    auto const counted = count_paper(context, {2025, 4});
    auto const back = read_figures(figures_json(counted));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->figures, counted.figures);
    EXPECT_EQ(back->comments, counted.comments);
    EXPECT_FALSE(read_figures("{}"));
    EXPECT_FALSE(read_figures("nonsense"));
}

TEST_F(Papers, show_every_chart_with_its_table_in_each_document) {
    auto context = site.as(manager);
    auto const paper = view(draft());
    auto const report = paper_report(paper, context.settings());
    EXPECT_EQ(documents::charts_of(report).size(), 6u);
    for (auto const* chart : documents::charts_of(report)) {
        EXPECT_FALSE(chart->table.rows.empty()) << chart->title;
        for (auto const& row : chart->table.rows)
            EXPECT_EQ(row.size(), chart->table.head.size()) << chart->title;
    }
    auto const page = make_paper_file(paper, context.settings(), PaperFormat::html).value();
    EXPECT_NE(page.bytes.find("<html lang=\"en-GB\">"), std::string::npos);
    EXPECT_EQ(page.bytes.find("<script"), std::string::npos);
    EXPECT_EQ(make_paper_file(paper, context.settings(), PaperFormat::xlsx)->bytes.substr(0, 2), "PK");
}

TEST_F(Papers, record_an_event_for_each_act) {
    auto const id = draft();
    freeze(id);
    issue(id);
    auto const kinds = site.events_of("settings-papers");
    EXPECT_EQ(kinds.front(), "paper-drafted");
    EXPECT_EQ(kinds.back(), "paper-issued");
    EXPECT_NE(std::find(kinds.begin(), kinds.end(), "paper-frozen"), kinds.end());
    EXPECT_EQ(std::count(kinds.begin(), kinds.end(), "paper-approved"), 3);
}

}  // namespace
}  // namespace doorstep::usecases::papers
