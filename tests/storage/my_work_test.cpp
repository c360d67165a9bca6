#include "storage/my_work.h"

#include <gtest/gtest.h>

#include "storage/work_items.h"
#include "support/databases.h"

namespace doorstep::storage {
namespace {

class MyWork : public test::OnBothDatabases {
  protected:
    static constexpr auto today_text = "2026-06-10";
    Date const today = *Date::parse_iso(today_text);
    AccountId const me{*Uuid::parse("01900000-0000-7000-8000-000000000001")};
    AccountId const other{*Uuid::parse("01900000-0000-7000-8000-000000000002")};

    void SetUp() override {
        OnBothDatabases::SetUp();
        if (IsSkipped()) return;
        for (auto const& id : {me, other})
            database().run_script(
                "INSERT INTO account (id, email, sign_in_name, name, sort_name, job_title, telephone, state, "
                "must_change_password, second_factor_required, failed_sign_ins, is_demo, created_at, "
                "version) VALUES ('" +
                std::string(id.text()) + "', '" + std::string(id.text()) + "', '" + std::string(id.text()) +
                "', 'A', 'a', '', '', 'active', FALSE, FALSE, 0, FALSE, 0, 1)");
    }

    void put(int days, bool high_risk, std::optional<AccountId> account) {
        static std::uint64_t next = 100;
        auto const id =
            *Uuid::parse("01900000-0000-7000-8000-" + std::string(9, '0') + std::to_string(++next));
        database().write([&](sql::Write& tx) {
            work_items::put(tx,
                            {.id = WorkItemId(id),
                             .account = account,
                             .kind = domain::work::Kind::task,
                             .case_file = {},
                             .report = {},
                             .subject = std::string(id.text()),
                             .due_on = today.plus_days(days),
                             .high_risk = high_risk},
                            Instant());
        });
    }
    std::vector<std::pair<int, bool>> listed(my_work::WorkPage page) {
        auto const rows = database().read([&](sql::Read& tx) { return my_work::due(tx, page, {}).rows; });
        std::vector<std::pair<int, bool>> result;
        for (auto const& row : rows)
            result.emplace_back(days_between(today, row.item.due_on), row.item.high_risk);
        return result;
    }
};

TEST_P(MyWork, shows_what_is_overdue_first_and_oldest_first_then_high_risk_before_the_rest) {
    std::pair<int, bool> const made[] = {{3, false}, {-1, true}, {0, false},  {-5, false},
                                         {0, true},  {5, true},  {30, false}, {12, true}};
    for (auto const& [days, high] : made) put(days, high, me);
    put(-9, true, other);
    put(-9, true, std::nullopt);
    EXPECT_EQ(
        listed({.account = me, .today = today, .band = {}}),
        (std::vector<std::pair<int, bool>>{
            {-5, false}, {-1, true}, {0, true}, {0, false}, {5, true}, {3, false}, {12, true}, {30, false}}));
}

TEST_P(MyWork, is_paged_and_filtered_by_band) {
    for (int n = 0; n < 7; ++n) put(n - 3, false, me);
    EXPECT_EQ(listed({.account = me, .today = today, .band = domain::work::Band::overdue}).size(), 3u);
    EXPECT_EQ(listed({.account = me, .today = today, .band = {}, .number = 2, .size = 5}).size(), 2u);
    EXPECT_EQ(listed({.account = me, .today = today, .band = {}, .number = 9, .size = 5}).size(), 2u);
}

TEST_P(MyWork, counts_each_band_and_knows_the_next_day_something_is_due) {
    for (int const days : {-2, -1, 0, 4, 7, 8}) put(days, false, me);
    auto const counts = database().read([&](sql::Read& tx) {
        return my_work::due(tx, {.account = me, .today = today, .band = {}}, {}).counts;
    });
    EXPECT_EQ(counts.by_band, (std::array<int, 4>{2, 1, 2, 1}));
    EXPECT_EQ(counts.next_due_on, today.plus_days(4));
}

TEST_P(MyWork, remembers_up_to_when_changes_were_read) {
    EXPECT_FALSE(database().read([&](sql::Read& tx) { return my_work::changes_read_at(tx, me); }));
    for (auto const at : {1000, 2000})
        database().write(
            [&](sql::Write& tx) { my_work::set_changes_read_at(tx, me, Instant::from_milliseconds(at)); });
    EXPECT_EQ(database().read([&](sql::Read& tx) { return my_work::changes_read_at(tx, me); }),
              Instant::from_milliseconds(2000));
}

DOORSTEP_ON_BOTH_DATABASES(MyWork);

}  // namespace
}  // namespace doorstep::storage
