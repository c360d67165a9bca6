#include <benchmark/benchmark.h>

#include <random>

#include "domain/orders/entry.h"
#include "gateways/zone.h"
#include "storage/cases.h"
#include "storage/legal_actions.h"
#include "storage/legal_orders.h"
#include "storage/places.h"
#include "support/site/test_site.h"
#include "usecases/orders/possible_breaches.h"

/// One incident against 100,000 live clauses with zones (the bar is 20 milliseconds), and one question at the
/// door (50 microseconds). SQLite.
namespace doorstep::test {
namespace {

constexpr int live_clauses = 100'000;
constexpr int clauses_a_case = 10;
/// A region of 40 by 40 kilometres.
constexpr double west = 460'000;
constexpr double south = 220'000;
constexpr int side = 40'000;

class RegionOfOrders {
  public:
    RegionOfOrders() {
        officer_ = site_.account(domain::access::Role::asb_manager, "Marta Lindqvist");
        for (int first = 0; first < live_clauses; first += 5'000)
            site_.database().write([&](storage::sql::Write& tx) {
                for (int n = first; n < first + 5'000; n += clauses_a_case) add_case(tx, n);
                return true;
            });
        site_.database().maintain();
    }
    usecases::Context context() { return site_.as(officer_); }
    usecases::orders::WhatHappened anywhere() {
        usecases::orders::WhatHappened happened;
        happened.on = site_.today();
        happened.time = TimeOfDay{9, 30};
        happened.home = homes_.at(static_cast<std::size_t>(between(0, static_cast<int>(homes_.size()) - 1)));
        happened.words = "Shouting and threats by Kyle Marsh and his brother outside the block, again";
        happened.kinds = {"harassment"};
        return happened;
    }

  private:
    int between(int least, int most) { return std::uniform_int_distribution<int>(least, most)(random_); }

    void add_case(storage::sql::Write& tx, int n) {
        domain::places::Address home;
        home.id = AddressId(site_.ids.next());
        home.line = std::to_string(n) + " Mill Lane";
        home.postcode = "MK9 3XS";
        home.position =
            domain::places::Position{west + between(0, side), south + between(0, side), 52.0, -0.7};
        storage::places::insert(tx, home);
        homes_.push_back(home.id);
        domain::cases::CaseFile file;
        file.id = CaseFileId(site_.ids.next());
        file.reference = "ASB-25-" + std::to_string(100'000 + n);
        file.title = "Harassment";
        file.category = "harassment";
        file.opened_on = file.raised_on = site_.today().plus_days(-200);
        file.address = home.id;
        storage::cases::insert(tx, file);
        domain::orders::LegalAction action;
        action.id = LegalActionId(site_.ids.next());
        action.case_file = file.id;
        action.kind = "injunction";
        action.applicant_body = "registered-provider-non-profit";
        action.started_on = file.opened_on;
        storage::legal_actions::insert(tx, action);
        domain::orders::LegalOrder order;
        order.id = LegalOrderId(site_.ids.next());
        order.action = action.id;
        order.case_file = file.id;
        order.court = "Northgate";
        order.made_on = site_.today().plus_days(-100);
        order.from_at = london_midnight(order.made_on);
        order.until_on = site_.today().plus_days(600);
        order.until_at = london_midnight(site_.today().plus_days(601));
        storage::legal_orders::insert(tx, order);
        for (int position = 1; position <= clauses_a_case; ++position) {
            domain::orders::OrderClause clause;
            clause.id = OrderClauseId(site_.ids.next());
            clause.order = order.id;
            clause.position = position;
            clause.words = "Not to enter the zone";
            clause.from_on = order.made_on;
            clause.conduct = {"harassment"};
            auto const zone =
                gateways::circle_zone({west + between(0, side), south + between(0, side)}, between(50, 400));
            clause.zone = zone.text;
            clause.zone_radius = zone.radius;
            storage::legal_orders::insert(
                tx, clause, storage::legal_orders::ZoneBox{zone.west, zone.south, zone.east, zone.north});
        }
    }

    TestSite site_;
    domain::accounts::Account officer_;
    std::vector<AddressId> homes_;
    std::mt19937 random_{11};
};

RegionOfOrders& the_region() {
    static RegionOfOrders region;
    return region;
}

void incident_against_100000_live_clauses(benchmark::State& state) {
    auto& region = the_region();
    std::size_t suggested = 0;
    for (auto _ : state) {
        auto context = region.context();
        suggested += usecases::orders::possible_breaches(context, region.anywhere()).size();
    }
    state.counters["suggested"] = static_cast<double>(suggested) / static_cast<double>(state.iterations());
}
BENCHMARK(incident_against_100000_live_clauses)->Unit(benchmark::kMicrosecond);

/// Of an order with a list of forty, some of them named and only at certain hours.
void may_this_person_enter(benchmark::State& state) {
    domain::orders::LegalOrder order;
    order.scope = domain::orders::Scope::partial;
    order.made_on = *Date::of(2026, 6, 1);
    order.from_at = london_midnight(order.made_on);
    order.until_on = *Date::of(2026, 8, 31);
    order.until_at = london_midnight(*Date::of(2026, 9, 1));
    std::vector<domain::orders::EntryPermission> list;
    for (int n = 1; n <= 40; ++n) {
        domain::orders::EntryPermission one;
        one.id = std::to_string(n);
        one.position = n;
        one.role = n % 4 == 0 ? "support" : "contractor";
        if (n % 2 == 0) one.name = "Name Number" + std::to_string(n);
        if (n % 3 == 0) {
            one.from_time = TimeOfDay{8, 0};
            one.until_time = TimeOfDay{17, 30};
        }
        list.push_back(one);
    }
    int n = 0;
    for (auto _ : state) {
        domain::orders::EntryQuestion const question{
            "support", "Name Number40", london_instant(*Date::of(2026, 6, 10), {++n % 24, n % 60})};
        benchmark::DoNotOptimize(domain::orders::may_enter(order, list, question));
    }
}
BENCHMARK(may_this_person_enter);

}  // namespace
}  // namespace doorstep::test

BENCHMARK_MAIN();
