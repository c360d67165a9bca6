#include "storage/papers.h"

#include "storage/on_a_case.h"

namespace doorstep::storage::papers {
namespace {

using domain::papers::State;

class BoardPapers : public test::OnACase {
  protected:
    Paper paper(std::string period = "2025-26-Q4", int edition = 1) {
        Paper made;
        made.id = BoardPaperId(ids.next());
        made.period = std::move(period);
        made.edition = edition;
        made.board_name = "Homes Committee";
        made.meeting_on = june(20);
        made.title = "Anti-social <behaviour>";
        made.author_role = "ASB team manager";
        made.recommendation = "To note";
        made.report_part = "Part B";
        made.created_at = clock.now();
        return made;
    }
    bool keep(Paper const& made) {
        return write([&](sql::Write& tx) { return insert(tx, made, manager.id); });
    }
};

TEST_P(BoardPapers, keep_everything_about_a_paper) {
    auto made = paper();
    ASSERT_TRUE(keep(made));
    auto found = read([&](sql::Read& tx) { return find(tx, made.id); });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->title, made.title);
    EXPECT_EQ(found->meeting_on, made.meeting_on);
    EXPECT_EQ(found->state, State::draft);
    EXPECT_FALSE(found->frozen_at);
    made.state = State::approval;
    made.figures = R"({"a":1})";
    made.frozen_at = clock.now();
    EXPECT_TRUE(write([&](sql::Write& tx) { return update(tx, made, manager.id); }));
    EXPECT_EQ(made.version, 2);
    auto stale = paper();
    stale.id = made.id;
    EXPECT_FALSE(write([&](sql::Write& tx) { return update(tx, stale, manager.id); }));
    found = read([&](sql::Read& tx) { return find(tx, made.id); });
    EXPECT_EQ(found->figures, made.figures);
    EXPECT_EQ(found->frozen_at, clock.now());
    EXPECT_FALSE(found->issued_at);
}

TEST_P(BoardPapers, have_one_of_each_edition_of_a_quarter) {
    auto const first = paper();
    ASSERT_TRUE(keep(first));
    EXPECT_FALSE(keep(paper()));
    auto second = paper("2025-26-Q4", 2);
    second.corrects = first.id;
    second.state = State::issued;
    ASSERT_TRUE(keep(second));
    ASSERT_TRUE(keep(paper("2025-26-Q3")));
    read([&](sql::Read& tx) {
        EXPECT_EQ(newest_of(tx, "2025-26-Q4")->id, second.id);
        EXPECT_EQ(newest_of(tx, "2025-26-Q4")->corrects, first.id);
        EXPECT_FALSE(newest_of(tx, "2024-25-Q1"));
        auto const all = list(tx, false, 10, 0);
        EXPECT_EQ(all.size(), 3u);
        EXPECT_EQ(all.front().id, second.id);
        EXPECT_EQ(list(tx, false, 1, 2).front().period, "2025-26-Q3");
        EXPECT_EQ(list(tx, true, 10, 0).size(), 1u);
        EXPECT_EQ(count(tx, true), 1);
        EXPECT_EQ(count(tx, false), 3);
        return true;
    });
}

TEST_P(BoardPapers, keep_every_version_of_a_section) {
    auto const made = paper();
    keep(made);
    write([&](sql::Write& tx) {
        EXPECT_TRUE(insert(tx, made.id, {"summary", {}, "First", 1}, manager.id, clock.now()));
        EXPECT_TRUE(insert(tx, made.id, {"summary", {}, "Second", 2}, officer.id, clock.now()));
        EXPECT_FALSE(insert(tx, made.id, {"summary", {}, "Lost", 2}, officer.id, clock.now()));
        EXPECT_TRUE(insert(tx, made.id, {"implications.legal", true, "Some", 1}, std::nullopt, clock.now()));
        return true;
    });
    read([&](sql::Read& tx) {
        auto const sections = sections_of(tx, made.id);
        EXPECT_EQ(sections.size(), 2u);
        EXPECT_EQ(sections[0].answer, true);
        EXPECT_EQ(sections[1].words, "Second");
        auto const& together = beside(tx, made.id, made.period).sections;
        EXPECT_EQ(together.size(), 2u);
        EXPECT_EQ(together[0].answer, true);
        EXPECT_FALSE(together[1].answer);
        EXPECT_EQ(together[1].version, 2);
        auto const versions = versions_of(tx, made.id, "summary");
        EXPECT_EQ(versions.size(), 2u);
        EXPECT_EQ(versions[0].edited_by, "Dana Okafor");
        EXPECT_EQ(words_of_period(tx, made.period, "summary"), "Second");
        EXPECT_FALSE(words_of_period(tx, made.period, "contact"));
        return true;
    });
}

TEST_P(BoardPapers, keep_one_approval_of_each_role_and_one_summary_of_each_partner) {
    auto const made = paper();
    keep(made);
    write([&](sql::Write& tx) {
        put(tx, made.id, {"governance", "Ade Cole", june(1)}, manager.id, clock.now());
        put(tx, made.id, {"governance", "Bo Lin", june(2)}, manager.id, clock.now());
        put(tx, made.period, {"Police", 12, {}, "Quiet"}, manager.id, clock.now());
        put(tx, made.period, {"Police", 14, 3, "Busy"}, manager.id, clock.now());
        return true;
    });
    read([&](sql::Read& tx) {
        auto const approvals = approvals_of(tx, made.id);
        EXPECT_EQ(approvals.size(), 1u);
        EXPECT_EQ(approvals.front().name, "Bo Lin");
        auto const all = beside(tx, made.id, made.period);
        EXPECT_EQ(all.approvals.size(), 1u);
        EXPECT_EQ(all.approvals.front().approved_on, june(2));
        EXPECT_EQ(all.newest->id, made.id);
        EXPECT_EQ(all.newest->number, 1);
        EXPECT_TRUE(beside(tx, {}, "2019-20-Q1").partners.empty());
        auto const& partners = all.partners;
        EXPECT_EQ(partners.size(), 1u);
        EXPECT_EQ(partners.front().patrols, 14);
        EXPECT_EQ(partners.front().referrals, 3);
        return true;
    });
    write([&](sql::Write& tx) {
        drop_approvals(tx, made.id);
        return true;
    });
    EXPECT_TRUE(read([&](sql::Read& tx) { return approvals_of(tx, made.id); }).empty());
}

DOORSTEP_ON_BOTH_DATABASES(BoardPapers);

}  // namespace
}  // namespace doorstep::storage::papers
