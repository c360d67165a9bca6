#include "storage/team.h"

#include <gmock/gmock.h>

#include "storage/absences.h"
#include "storage/case_access.h"
#include "storage/on_a_case.h"

namespace doorstep::storage::team {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Team : public test::OnACase {
  protected:
    CaseScope everything{.sees_everything = true};
    Days days{.today = june(10), .quiet_since = june(1)};

    cases::CaseFile another(std::optional<AccountId> owner) {
        auto made = file;
        made.id = CaseFileId(ids.next());
        made.reference = "ASB-26-0000" + std::to_string(++made_);
        made.owner = owner;
        write([&](sql::Write& tx) {
            cases::insert(tx, made);
            return true;
        });
        return made;
    }
    std::vector<CaseFileId> behind(Figure figure, std::optional<AccountId> whose = {}, bool nobodys = false) {
        return read([&](sql::Read& tx) {
            return cases_behind(tx, everything, days, {figure, whose, nobodys}, 25, 0);
        });
    }
    int made_ = 1;
};

TEST_P(Team, figures_count_by_owner_and_nobodys_last) {
    another(officer.id);
    another(std::nullopt);
    auto const rows = read([&](sql::Read& tx) { return figures(tx, everything, days); });
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].officer, officer.id);
    EXPECT_EQ(rows[0].name, "Dana Okafor");
    EXPECT_EQ(rows[0].of(Figure::open), 2);
    EXPECT_EQ(rows[0].of(Figure::no_plan), 2);
    EXPECT_FALSE(rows[1].officer);
}

TEST_P(Team, each_figure_has_the_cases_behind_it) {
    auto const calm = another(officer.id);
    file.risk_band = domain::cases::RiskBand::high;
    file.next_contact_by = june(9);
    write([&](sql::Write& tx) { return cases::update(tx, file); });
    EXPECT_THAT(behind(Figure::open), ElementsAre(file.id, calm.id));
    EXPECT_THAT(behind(Figure::overdue), ElementsAre(file.id));
    EXPECT_THAT(behind(Figure::high_risk), ElementsAre(file.id));
    auto taken = calm;
    taken.taken_as_high_on = june(9);
    write([&](sql::Write& tx) { return cases::update(tx, taken); });
    EXPECT_THAT(behind(Figure::high_risk), ElementsAre(file.id, calm.id));
    taken = *read([&](sql::Read& tx) { return cases::find(tx, calm.id); });
    taken.risk_band = domain::cases::RiskBand::standard;
    taken.in_danger = true;
    write([&](sql::Write& tx) { return cases::update(tx, taken); });
    EXPECT_THAT(behind(Figure::high_risk), ElementsAre(file.id)) << "once assessed, the band decides";
    EXPECT_THAT(behind(Figure::unread), IsEmpty());
    EXPECT_THAT(behind(Figure::open, manager.id), IsEmpty());
    EXPECT_THAT(behind(Figure::open, {}, true), IsEmpty());
    EXPECT_EQ(read([&](sql::Read& tx) {
                  return count_behind(tx, everything, days, {Figure::overdue, {}, false});
              }),
              1);
}

TEST_P(Team, no_contact_lately_is_any_complainant_without_a_conversation) {
    write([&](sql::Write& tx) {
        ana.raised_on = june(1);
        ana.last_contact_on = june(1);
        return people::update(tx, ana);
    });
    EXPECT_THAT(behind(Figure::no_contact), IsEmpty());
    days.quiet_since = june(2);
    EXPECT_THAT(behind(Figure::no_contact), ElementsAre(file.id));
}

TEST_P(Team, restricted_cases_are_nobodys_figure_but_theirs_who_are_named) {
    file.restricted = true;
    write([&](sql::Write& tx) { return cases::update(tx, file); });
    CaseScope const scope{.sees_all = true, .viewer = std::string(manager.id.text())};
    auto const seen = [&] { return read([&](sql::Read& tx) { return figures(tx, scope, days); }); };
    EXPECT_THAT(seen(), IsEmpty());
    write([&](sql::Write& tx) {
        case_access::name(tx, file.id,
                          {.account = manager.id,
                           .name = {},
                           .reason = "Owns it",
                           .by = officer.id,
                           .by_name = {},
                           .at = clock.now()});
        return true;
    });
    EXPECT_EQ(seen().size(), 1u);
}

TEST_P(Team, what_falls_due_is_theirs_and_in_order) {
    auto const item = [&](work_items::Kind kind, Date due, AccountId whose) {
        return work_items::WorkItem{.id = WorkItemId(ids.next()),
                                    .account = whose,
                                    .kind = kind,
                                    .case_file = file.id,
                                    .report = {},
                                    .subject = std::string(ana.id.text()),
                                    .due_on = due,
                                    .high_risk = false};
    };
    write([&](sql::Write& tx) {
        work_items::put(tx, item(work_items::Kind::contact, june(15), officer.id), clock.now());
        work_items::put(tx, item(work_items::Kind::tell_officers, june(12), officer.id), clock.now());
        work_items::put(tx, item(work_items::Kind::plan, june(12), manager.id), clock.now());
        return true;
    });
    auto const due = [&](Date until) {
        std::vector<work_items::Kind> kinds;
        for (auto const& found :
             read([&](sql::Read& tx) { return due_before(tx, everything, officer.id, until, 10); }))
            kinds.push_back(found.item.kind);
        return kinds;
    };
    EXPECT_THAT(due(june(16)), ElementsAre(work_items::Kind::tell_officers, work_items::Kind::contact));
    EXPECT_THAT(due(june(15)), ElementsAre(work_items::Kind::tell_officers));
}

TEST_P(Team, absences_that_are_not_over_are_listed_by_their_first_day) {
    auto const absence = [&](char const* id, Date from, Date until) {
        return absences::Absence{.id = id,
                                 .account = officer.id,
                                 .from_on = from,
                                 .until_on = until,
                                 .cover = manager.id,
                                 .note = "Ring the duty line",
                                 .recorded_by = manager.id,
                                 .recorded_at = clock.now()};
    };
    write([&](sql::Write& tx) {
        absences::insert(tx, absence("later", june(20), june(25)));
        absences::insert(tx, absence("now", june(8), june(11)));
        absences::insert(tx, absence("over", june(1), june(10)));
        return true;
    });
    auto const listed = read([&](sql::Read& tx) { return absences::not_over_on(tx, june(10), 10); });
    ASSERT_EQ(listed.size(), 2u);
    EXPECT_EQ(listed[0].id, "now");
    EXPECT_EQ(listed[1].cover, manager.id);
    auto const found = read([&](sql::Read& tx) { return absences::find(tx, "later"); });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->note, "Ring the duty line");
    EXPECT_FALSE(read([&](sql::Read& tx) { return absences::find(tx, "none"); }));
}

TEST_P(Team, conflicts_are_found_for_many_cases_at_once) {
    EXPECT_TRUE(read([&](sql::Read& tx) { return conflicts(tx, {file.id}); }).empty());
    EXPECT_TRUE(read([&](sql::Read& tx) { return conflicts(tx, {}); }).empty());
}

DOORSTEP_ON_BOTH_DATABASES(Team);

}  // namespace
}  // namespace doorstep::storage::team
