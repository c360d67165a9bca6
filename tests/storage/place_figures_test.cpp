#include "storage/place_figures.h"

#include "base/clock.h"
#include "storage/cases.h"
#include "storage/places.h"
#include "storage/storage_test.h"

namespace doorstep::storage::place_figures {
namespace {

class PlaceFigures : public test::OnBothDatabases {
  protected:
    void SetUp() override {
        OnBothDatabases::SetUp();
        if (IsSkipped()) return;
        database().write([&](sql::Write& tx) {
            area = {.id = AreaId(ids.next()), .code = "E05009407", .name = "Wolverton", .asb_officer = {}};
            places::insert(tx, area);
            for (auto* one : {&busy, &quiet}) {
                *one = {.id = BlockId(ids.next()),
                        .name = one == &busy ? "Acre Court" : "Elder House",
                        .area = one == &busy ? std::optional(area.id) : std::nullopt,
                        .homes = 20,
                        .setting = ""};
                places::insert(tx, *one);
            }
            home.id = AddressId(ids.next());
            home.line = "Flat 12, Acre Court";
            home.postcode = "MK9 3XS";
            home.block = busy.id;
            places::insert(tx, home);
        });
        put(1, "2026-05-20", false);
        put(2, "2026-06-02", false);
        put(3, "2026-06-03", true);
        put(4, "2024-01-03", false);
    }
    void put(int number, std::string_view opened_on, bool restricted) {
        domain::cases::CaseFile file;
        file.id = CaseFileId(ids.next());
        file.reference = "ASB-26-0000" + std::to_string(number);
        file.category = number == 2 ? "drugs" : "noise";
        file.opened_on = file.raised_on = *Date::parse_iso(opened_on);
        file.block = busy.id;
        file.restricted = restricted;
        if (number == 2) file.address = home.id;
        if (number == 1) {
            file.state = domain::cases::State::closed;
            file.closed_on = *Date::of(2026, 6, 1);
        }
        database().write([&](sql::Write& tx) { cases::insert(tx, file); });
    }
    CaseScope scope() {
        return {.sees_everything = false, .sees_all = true, .viewer = "018f4e6a-7b1c-7d2e-8f30-000000000009"};
    }

    FixedClock clock{london_instant(*Date::of(2026, 6, 10), {10, 0})};
    SeededIdSource ids{clock, 5};
    domain::places::Area area;
    domain::places::Block busy;
    domain::places::Block quiet;
    domain::places::Address home;
};
DOORSTEP_ON_BOTH_DATABASES(PlaceFigures);

TEST_P(PlaceFigures, put_the_busiest_block_first_and_count_nothing_restricted) {
    database().read([&](sql::Read& tx) {
        auto const blocks = busiest_blocks(tx, scope(), {}, *Date::of(2025, 6, 10), 25, 0);
        ASSERT_EQ(blocks.size(), 2U);
        EXPECT_EQ(blocks[0].name, "Acre Court");
        EXPECT_EQ(blocks[0].area_name, "Wolverton");
        EXPECT_EQ(blocks[0].opened, 2);
        EXPECT_EQ(blocks[0].open, 1);
        EXPECT_EQ(blocks[1].opened, 0);
        EXPECT_EQ(busiest_blocks(tx, scope(), area.id, *Date::of(2025, 6, 10), 25, 0).size(), 1U);
        EXPECT_EQ(busiest_blocks(tx, scope(), {}, *Date::of(2025, 6, 10), 1, 1).front().name, "Elder House");
    });
}

TEST_P(PlaceFigures, count_by_month_and_kind_for_a_block_and_an_address) {
    database().read([&](sql::Read& tx) {
        auto const of_block =
            opened_by_month(tx, scope(), {.block = busy.id, .address = {}}, *Date::of(2025, 6, 1));
        ASSERT_EQ(of_block.size(), 2U);
        EXPECT_EQ(of_block[0].month, "2026-05");
        EXPECT_EQ(of_block[0].category, "noise");
        EXPECT_EQ(of_block[1].category, "drugs");
        EXPECT_EQ(of_block[1].cases, 1);
        EXPECT_EQ(
            opened_by_month(tx, scope(), {.block = {}, .address = home.id}, *Date::of(2025, 6, 1)).size(),
            1U);
    });
}

}  // namespace
}  // namespace doorstep::storage::place_figures
