#include "storage/case_list.h"

#include "base/clock.h"
#include "domain/accounts/account.h"
#include "storage/accounts.h"
#include "storage/cases.h"
#include "storage/storage_test.h"

namespace doorstep::storage::case_list {
namespace {

using domain::cases::CaseFile;
using domain::cases::RiskBand;
using domain::cases::State;

Date june(int day) { return *Date::of(2026, 6, day); }

/// Five cases: two of Dana's, one restricted, one closed, one that nobody owns.
class CaseLists : public test::OnBothDatabases {
  protected:
    void SetUp() override {
        OnBothDatabases::SetUp();
        if (IsSkipped()) return;
        dana.id = AccountId(ids.next());
        dana.name = "Dana Okafor";
        dana.email = "dana@elmfield.example";
        database().write([&](sql::Write& tx) { accounts::insert(tx, dana, clock.now()); });
        put({.number = 1, .owner = dana.id, .next = june(20), .risk = RiskBand::standard});
        put({.number = 2, .owner = dana.id, .next = june(5), .risk = RiskBand::high});
        put({.number = 3, .next = june(12)});
        put({.number = 4, .owner = dana.id, .next = june(1), .restricted = true});
        put({.number = 5, .owner = dana.id, .state = State::closed});
    }

    struct Wanted {
        int number = 0;
        std::optional<AccountId> owner = {};
        std::optional<Date> next = {};
        std::optional<RiskBand> risk = {};
        bool restricted = false;
        State state = State::open;
    };
    void put(Wanted const& wanted) {
        CaseFile file;
        file.id = CaseFileId(ids.next());
        file.reference = "ASB-26-0000" + std::to_string(wanted.number);
        file.title = "Loud music, Acre Court";
        file.category = wanted.number == 3 ? "drugs" : "noise";
        file.state = wanted.state;
        file.owner = wanted.owner;
        file.opened_on = file.raised_on = june(wanted.number);
        file.next_contact_by = wanted.next;
        file.risk_band = wanted.risk;
        file.restricted = wanted.restricted;
        if (wanted.state == State::closed) file.closed_on = june(9);
        database().write([&](sql::Write& tx) { cases::insert(tx, file); });
    }

    CaseScope officer_scope() {
        return {.sees_everything = false, .sees_all = true, .viewer = std::string(other_viewer)};
    }
    std::string numbers(Filter filter, Page const& page = {}) {
        filter.today = june(10);
        std::string found;
        database().read([&](sql::Read& tx) {
            for (auto const& listed : list(tx, officer_scope(), filter, page))
                found += listed.reference.back();
            EXPECT_EQ(count(tx, officer_scope(), filter, 100), static_cast<int>(found.size()));
        });
        return found;
    }
    Filter filter() { return {}; }

    static constexpr char const* other_viewer = "018f4e6a-7b1c-7d2e-8f30-000000000009";
    FixedClock clock{london_instant(june(10), {10, 0})};
    SeededIdSource ids{clock, 3};
    domain::accounts::Account dana;
};

TEST_P(CaseLists, holds_what_is_not_closed_the_soonest_contact_first_and_nothing_restricted) {
    EXPECT_EQ(numbers(filter()), "231");
}

TEST_P(CaseLists, narrows_by_owner_nobody_kind_risk_stage_and_clock) {
    auto of_dana = filter();
    of_dana.owner = dana.id;
    EXPECT_EQ(numbers(of_dana), "21");
    auto of_nobody = filter();
    of_nobody.without_owner = true;
    EXPECT_EQ(numbers(of_nobody), "3");
    auto of_kind = filter();
    of_kind.category = "drugs";
    EXPECT_EQ(numbers(of_kind), "3");
    auto high = filter();
    high.risk = Risk::high;
    EXPECT_EQ(numbers(high), "2");
    auto not_assessed = filter();
    not_assessed.risk = Risk::not_assessed;
    EXPECT_EQ(numbers(not_assessed), "3");
    auto closed = filter();
    closed.stage = Stage::closed;
    EXPECT_EQ(numbers(closed), "5");
    auto everything = filter();
    everything.stage = Stage::all;
    EXPECT_EQ(numbers(everything), "5321");
    auto overdue = filter();
    overdue.overdue = Clock::contact;
    EXPECT_EQ(numbers(overdue), "2");
    auto somewhere_else = filter();
    somewhere_else.area = *AreaId::parse(other_viewer);
    EXPECT_EQ(numbers(somewhere_else), "");
    auto of_a_team = filter();
    of_a_team.team = *TeamId::parse(other_viewer);
    EXPECT_EQ(numbers(of_a_team), "");
}

TEST_P(CaseLists, has_what_is_taken_as_high_until_assessed_among_the_high_ones) {
    database().run_script(
        "UPDATE case_file SET taken_as_high_on = '2026-06-09' WHERE reference LIKE '%3' OR reference LIKE "
        "'%1'");
    auto high = filter();
    high.risk = Risk::high;
    EXPECT_EQ(numbers(high), "23") << "the first was assessed since";
    EXPECT_EQ(numbers(filter(), {.sort = SortBy::risk}), "123");
}

TEST_P(CaseLists, sorts_either_way_and_pages) {
    EXPECT_EQ(numbers(filter(), {.sort = SortBy::opened, .direction = Direction::down}), "321");
    EXPECT_EQ(numbers(filter(), {.sort = SortBy::reference}), "123");
    EXPECT_EQ(numbers(filter(), {.sort = SortBy::risk, .direction = Direction::down}), "213");
    database().read([&](sql::Read& tx) {
        auto const second = list(tx, officer_scope(), filter(), {.limit = 2, .offset = 2});
        ASSERT_EQ(second.size(), 1U);
        EXPECT_EQ(second.front().reference, "ASB-26-00001");
        EXPECT_EQ(second.front().owner_name, "Dana Okafor");
    });
}

TEST_P(CaseLists, counts_no_further_than_asked_and_those_restricted_from_the_viewer) {
    database().read([&](sql::Read& tx) {
        EXPECT_EQ(count(tx, officer_scope(), filter(), 2), 2);
        EXPECT_EQ(count_restricted_from(tx, officer_scope(), filter()), 1);
        EXPECT_TRUE(teams(tx).empty());
    });
}

DOORSTEP_ON_BOTH_DATABASES(CaseLists);

}  // namespace
}  // namespace doorstep::storage::case_list
