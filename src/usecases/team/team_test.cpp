#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/cases.h"
#include "storage/people.h"
#include "storage/work_items.h"
#include "support/site/test_site.h"
#include "usecases/team/absences.h"
#include "usecases/team/hand_over.h"
#include "usecases/team/reassign.h"
#include "usecases/team/view_team.h"

namespace doorstep::usecases::team {
namespace {

using domain::access::Role;
using storage::team::Figure;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

storage::sql::Query const insert_conflict{
    "team_test.insert_conflict",
    "INSERT INTO case_conflict (case_file_id, account_id, reason, declared_by, declared_at) "
    "VALUES (:file, :account, '', :account, 0)"};

class TeamTest : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026
    domain::accounts::Account dana = site.account(Role::asb_officer, "Dana Okafor");
    domain::accounts::Account sam = site.account(Role::asb_officer, "Sam Reyes");
    domain::accounts::Account manager = site.account(Role::asb_manager, "Marta Lindqvist");
    test::TestSite::MadeCase made = site.open_case({.owner = dana.id, .raised_on = Date::of(2026, 6, 8)});

    static Date june(int day) { return *Date::of(2026, 6, day); }
    template <class Verb, class... Input>
    auto as(domain::accounts::Account const& who, Verb verb, Input const&... input) {
        auto context = site.as(who);
        return verb(context, input...);
    }
    HandOver to_sam() const {
        return {.reference = made.file.reference,
                .version = made.file.version,
                .to = sam.id,
                .housing_officer = {},
                .brief = "Rings best after 6pm"};
    }
    void declare_conflict(CaseFileId file, AccountId account) {
        site.database().write([&](storage::sql::Write& tx) {
            return tx.run(insert_conflict, {{"file", file}, {"account", account}});
        });
    }
    std::vector<std::optional<AccountId>> item_owners(CaseFileId file) {
        return site.database().read([&](storage::sql::Read& tx) {
            std::vector<std::optional<AccountId>> owners;
            for (auto const& item : storage::work_items::open_of_case(tx, file))
                owners.push_back(item.account);
            return owners;
        });
    }
    std::vector<domain::work::Kind> items(CaseFileId file) {
        return site.database().read([&](storage::sql::Read& tx) {
            std::vector<domain::work::Kind> kinds;
            for (auto const& item : storage::work_items::open_of_case(tx, file)) kinds.push_back(item.kind);
            return kinds;
        });
    }
    Officer officer(domain::accounts::Account const& who) {
        auto context = site.as(manager);
        for (auto const& found : officers(context))
            if (found.id == who.id) return found;
        ADD_FAILURE() << "no such officer";
        return {};
    }
};

TEST_F(TeamTest, hand_over_moves_the_case_and_its_work_and_no_date) {
    auto const before = site.stored(made.file.id);
    auto const done = as(dana, hand_over, to_sam());
    ASSERT_TRUE(done) << done.error().message();
    EXPECT_EQ(done->new_owner, "Sam Reyes");
    auto const after = site.stored(made.file.id);
    EXPECT_EQ(after.owner, sam.id);
    EXPECT_EQ(after.next_contact_by, before.next_contact_by);
    EXPECT_EQ(after.first_contact_by, before.first_contact_by);
    for (auto const& owner : item_owners(made.file.id)) EXPECT_EQ(owner, sam.id);
    EXPECT_THAT(site.events_of(made.file.id.text()), Contains("case-handed-over"));
}

TEST_F(TeamTest, hand_over_asks_the_new_owner_to_tell_whoever_cannot_be_written_to) {
    auto const done = as(dana, hand_over, to_sam());
    ASSERT_TRUE(done);
    EXPECT_EQ(done->letters.by_hand, 1);
    EXPECT_THAT(items(made.file.id), Contains(domain::work::Kind::tell_officers));
}

TEST_F(TeamTest, hand_over_writes_to_whoever_can_be_written_to) {
    site.database().write([&](storage::sql::Write& tx) {
        auto part = *storage::people::find_case_person(tx, made.complainants.front().id);
        domain::people::SafeContact safe;
        safe.email_allowed = true;
        safe.email = "ana@example.org";
        auto const id = std::string(site.ids.next().text());
        storage::people::insert_safe_contact_row(tx, id, safe);
        part.safe_contact_id = id;
        storage::people::update(tx, part);
    });
    auto const done = as(dana, hand_over, to_sam());
    ASSERT_TRUE(done) << done.error().message();
    EXPECT_EQ(done->letters.written, 1);
    EXPECT_THAT(site.events_of(made.file.id.text()), Contains("message-written"));
}

TEST_F(TeamTest, hand_over_refuses_somebody_in_conflict_and_does_not_offer_them) {
    declare_conflict(made.file.id, sam.id);
    auto const refused = as(dana, hand_over, to_sam());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "owner-conflict");
    auto const view = as(dana, view_hand_over, made.file.reference);
    ASSERT_TRUE(view);
    for (auto const& offered : view->officers) EXPECT_NE(offered.id, sam.id);
}

TEST_F(TeamTest, hand_over_refuses_the_present_owner_and_a_missing_brief) {
    auto same = to_sam();
    same.to = dana.id;
    EXPECT_EQ(as(dana, hand_over, same).error().code(), "nothing-changes");
    auto silent = to_sam();
    silent.brief = " ";
    EXPECT_EQ(as(dana, hand_over, silent).error().code(), "brief-missing");
}

TEST_F(TeamTest, hand_over_refuses_when_somebody_changed_the_case_meanwhile) {
    auto file = site.stored(made.file.id);
    site.database().write([&](storage::sql::Write& tx) { return storage::cases::update(tx, file); });
    EXPECT_EQ(as(dana, hand_over, to_sam()).error().kind(), RefusalKind::conflict);
}

TEST_F(TeamTest, hand_over_is_not_for_housing_officers) {
    auto const housing = site.account(Role::housing_officer);
    auto const mine = site.open_case({.owner = dana.id, .housing_officer = housing.id});
    auto input = to_sam();
    input.reference = mine.file.reference;
    EXPECT_EQ(as(housing, hand_over, input).error().kind(), RefusalKind::forbidden);
}

TEST_F(TeamTest, figures_agree_with_the_lists_behind_them) {
    site.open_case({.owner = dana.id, .raised_on = june(1), .risk = domain::cases::RiskBand::high});
    site.open_case({.owner = sam.id});
    site.open_case({});
    site.set_today(june(20));
    auto const view = as(manager, view_team);
    ASSERT_TRUE(view);
    EXPECT_EQ(officer(dana).of(Figure::open), 2);
    EXPECT_EQ(officer(dana).of(Figure::high_risk), 1);
    EXPECT_EQ(officer(dana).of(Figure::overdue), 2);
    EXPECT_EQ(officer(dana).of(Figure::no_contact), 1);  // raised on 1 June; 8 June is 12 days ago
    ASSERT_EQ(view->others.size(), 1u);
    EXPECT_FALSE(view->others.front().officer);
    for (auto const& figure : all_of<Figure>()) {
        auto const list = as(manager, list_team_cases, TeamCasesQuery{.figure = figure.value});
        ASSERT_TRUE(list);
        EXPECT_EQ(list->total, view->totals[static_cast<std::size_t>(figure.value)]) << figure.words;
        EXPECT_EQ(list->cases.size(), static_cast<std::size_t>(list->total));
    }
    EXPECT_EQ(title_of(*as(manager, list_team_cases,
                           TeamCasesQuery{.figure = Figure::no_contact, .officer = dana.id})),
              "Cases of Dana Okafor: no contact in 14 days");
}

TEST_F(TeamTest, figures_leave_out_restricted_cases_of_others) {
    site.open_case({.owner = dana.id, .restricted = true});
    EXPECT_EQ(officer(dana).of(Figure::open), 1);
    EXPECT_EQ(as(dana, view_team).error().kind(), RefusalKind::forbidden);
}

TEST_F(TeamTest, cases_move_together_after_a_look_at_what_it_means) {
    auto const second = site.open_case({.owner = dana.id});
    auto const third = site.open_case({.owner = dana.id});
    declare_conflict(third.file.id, sam.id);
    Reassign input{.cases = {std::string(made.file.id.text()), std::string(second.file.id.text()),
                             std::string(third.file.id.text())},
                   .to = sam.id,
                   .reason = "Dana moves to another team"};
    auto const check = as(manager, check_reassignment, input);
    ASSERT_TRUE(check) << check.error().message();
    EXPECT_EQ(check->cases.size(), 2u);
    EXPECT_THAT(check->in_conflict, ElementsAre(third.file.reference));
    EXPECT_EQ(as(manager, reassign, input).error().code(), "owner-conflict");
    EXPECT_EQ(site.stored(made.file.id).owner, dana.id);  // all or none
    input.cases.pop_back();
    auto const moved = as(manager, reassign, input);
    ASSERT_TRUE(moved) << moved.error().message();
    EXPECT_EQ(moved->moved, 2);
    EXPECT_EQ(site.stored(second.file.id).owner, sam.id);
}

TEST_F(TeamTest, moving_cases_needs_cases_an_owner_and_a_reason) {
    auto const refused = as(manager, reassign, Reassign{});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().problems().size(), 3u);
    EXPECT_EQ(as(dana, view_reassignment, WhoseCases{}).error().kind(), RefusalKind::forbidden);
}

TEST_F(TeamTest, absences_show_what_falls_due_in_them) {
    RecordAbsence const away{
        .who = dana.id, .from_on = june(12), .last_day = june(19), .cover = sam.id, .note = ""};
    auto const id = as(dana, record_absence, away);
    ASSERT_TRUE(id) << id.error().message();
    auto const view = as(manager, view_absence, *id);
    ASSERT_TRUE(view);
    EXPECT_EQ(view->away.cover_name, "Sam Reyes");
    EXPECT_EQ(view->away.back_on, june(20));
    ASSERT_FALSE(view->due.empty());
    EXPECT_EQ(view->due.front().case_reference, made.file.reference);
    EXPECT_THAT(load_words(officer(dana), site.today()),
                HasSubstr("Away from 12 June 2026 to 19 June 2026, covered by Sam Reyes."));
    EXPECT_THAT(site.events_of(dana.id.text()), Contains("absence-recorded"));
}

TEST_F(TeamTest, absences_refuse_a_cover_who_is_away_and_somebody_elses_time) {
    RecordAbsence const sams{
        .who = sam.id, .from_on = june(15), .last_day = june(16), .cover = {}, .note = ""};
    ASSERT_TRUE(as(manager, record_absence, sams));
    RecordAbsence danas{
        .who = dana.id, .from_on = june(12), .last_day = june(19), .cover = sam.id, .note = ""};
    EXPECT_EQ(as(manager, record_absence, danas).error().code(), "cover-is-away");
    EXPECT_EQ(as(sam, record_absence, danas).error().kind(), RefusalKind::forbidden);
    danas.last_day = june(11);
    EXPECT_EQ(as(manager, record_absence, danas).error().code(), "ends-before-it-begins");
    auto const own = as(dana, view_absences);
    ASSERT_TRUE(own);
    EXPECT_TRUE(own->absences.empty());
    EXPECT_EQ(own->may_be_away.size(), 1u);
}

}  // namespace
}  // namespace doorstep::usecases::team
