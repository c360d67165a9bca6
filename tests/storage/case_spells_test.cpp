#include <gtest/gtest.h>

#include "base/clock.h"
#include "storage/cases.h"
#include "support/databases.h"

namespace doorstep::storage::cases {
namespace {

using domain::cases::Outcome;
using domain::cases::State;

Date may(int day) { return *Date::of(2026, 5, day); }

struct Spell {
    int number = 0;
    Date started_on;
    std::optional<Date> ended_on;
    std::optional<Outcome> outcome;
    std::optional<int> days_open;
    bool operator==(Spell const&) const = default;
};

sql::Query const select_spells{"test.spells", R"sql(
    SELECT number, started_on, ended_on, outcome, days_open FROM case_spell WHERE case_file_id = :id ORDER BY number
)sql"};

class CaseSpells : public test::OnBothDatabases {
  protected:
    CaseFile opened() {
        CaseFile file;
        file.id = CaseFileId(ids.next());
        file.reference = "ASB-26-00001";
        file.opened_on = file.raised_on = may(1);
        database().write([&](sql::Write& tx) { insert(tx, file); });
        return file;
    }
    void close(CaseFile& file, Date on, Outcome outcome) {
        file.state = State::closed;
        file.closed_on = on;
        file.outcome = outcome;
        save(file);
    }
    void reopen(CaseFile& file, Date on) {
        file.state = State::open;
        file.closed_on.reset();
        file.outcome.reset();
        file.reopened_on = on;
        ++file.reopened_count;
        save(file);
    }
    void save(CaseFile& file) {
        ASSERT_TRUE(database().write([&](sql::Write& tx) { return update(tx, file); }));
    }
    std::vector<Spell> spells(CaseFile const& file) {
        return database().read([&](sql::Read& tx) {
            return tx.all(select_spells, {{"id", file.id}}, [](sql::Row& row) {
                Spell spell;
                row.read(spell.number, spell.started_on, spell.ended_on, spell.outcome, spell.days_open);
                return spell;
            });
        });
    }
    FixedClock clock{london_instant(may(1), {10, 0})};
    SeededIdSource ids{clock, 4};
};

TEST_P(CaseSpells, start_when_a_case_is_opened) {
    EXPECT_EQ(spells(opened()), (std::vector<Spell>{{1, may(1), {}, {}, {}}}));
}

TEST_P(CaseSpells, end_when_it_is_closed_and_start_again_when_it_is_reopened) {
    auto file = opened();
    close(file, may(10), Outcome::resolved);
    reopen(file, may(15));
    close(file, may(31), Outcome::unresolved);
    EXPECT_EQ(spells(file), (std::vector<Spell>{{1, may(1), may(10), Outcome::resolved, 9},
                                                {2, may(15), may(31), Outcome::unresolved, 30}}))
        << "days are counted from the first opening";
}

TEST_P(CaseSpells, follow_a_corrected_opening_day_and_leave_ended_ones_alone) {
    auto file = opened();
    file.opened_on = may(3);
    save(file);
    EXPECT_EQ(spells(file).front().started_on, may(3));
    close(file, may(10), Outcome::resolved);
    reopen(file, may(15));
    file.category = "drugs";
    save(file);
    EXPECT_EQ(spells(file),
              (std::vector<Spell>{{1, may(3), may(10), Outcome::resolved, 7}, {2, may(15), {}, {}, {}}}));
}

DOORSTEP_ON_BOTH_DATABASES(CaseSpells);

}  // namespace
}  // namespace doorstep::storage::cases
