#include <algorithm>

#include "base/text.h"
#include "domain/events/kinds.h"
#include "storage/accounts.h"
#include "storage/filling.h"
#include "storage/places.h"
#include "storage/settings.h"
#include "storage/teams.h"
#include "storage/webhooks.h"
#include "usecases/demo/journal.h"
#include "usecases/demo/timed_ids.h"
#include "usecases/demo/write_bundle.h"
#include "usecases/settings.h"

namespace doorstep::usecases::demo {
namespace {

namespace events = domain::events;

/// Everybody's chain begins with the account being added.
void write_staff(storage::sql::Write& tx, World const& world) {
    auto const& staff = world.staff;
    auto const began = london_instant(world.start.plus_days(-30), {9, 0});
    Journal teams(storage::events::ChainKind::settings, "settings-teams");
    for (auto const& team : staff.teams) {
        storage::teams::insert(tx, team);
        teams.record(began, Doer::program(), events::site_changed, "teams",
                     domain::events::Detail().set("team_added", team.name));
    }
    storage::events::insert(tx, std::move(teams).sealed());
    for (auto const& person : staff.people) {
        storage::accounts::insert(tx, person.account, began);
        Journal journal(storage::events::ChainKind::account, person.account.id.text());
        journal.record(began, Doer::program(), events::account_added, person.account.id.text());
        for (auto const& absence : staff.absences)
            if (absence.account == person.account.id)
                journal.record(absence.recorded_at, Doer::staff(person), events::absence_recorded, absence.id,
                               domain::events::Detail()
                                   .set("from_on", absence.from_on)
                                   .set("until_on", absence.until_on)
                                   .set("cover", absence.cover));
        if (person.left_on)
            journal.record(london_instant(*person.left_on, {9, 0}), Doer::program(), events::account_disabled,
                           person.account.id.text());
        storage::events::insert(tx, std::move(journal).sealed());
    }
    for (auto const& absence : staff.absences) storage::absences::insert(tx, absence);
}

void write_places(storage::sql::Write& tx, World const& world, std::function<void()> const& progress) {
    namespace places = storage::places;
    auto const& estate = world.estate;
    for (auto const& area : estate.areas) places::insert(tx, area);
    for (auto const& patch : estate.patches) places::insert(tx, patch);
    for (auto const& rule : estate.rules) places::insert(tx, rule);
    for (auto const& postcode : estate.postcodes) places::insert(tx, postcode);
    for (auto const& block : estate.blocks) places::insert(tx, block);
    for (auto const& address : estate.addresses) {
        places::insert(tx, address);
        progress();
    }
    places::count_homes(tx);
    TimedIds ids(seed_of(world.seed, 21));
    auto const loaded_at = london_instant(world.start.plus_days(-20), {10, 0});
    auto const load = [&](std::string kind, std::string source, std::size_t rows) {
        places::put(tx, {.id = std::string(ids.at(loaded_at).text()),
                         .kind = std::move(kind),
                         .source = std::move(source),
                         .loaded_at = loaded_at,
                         .rows_read = static_cast<std::int64_t>(rows),
                         .rows_taken = static_cast<std::int64_t>(rows),
                         .rows_refused = 0});
    };
    load("postcodes", "milton-keynes-postcodes.csv", estate.postcodes.size());
    load("homes", "Elmfield Homes, invented", estate.homes.size());
}

}  // namespace

void write_site(storage::sql::Write& tx, Date start, Date as_of) {
    namespace settings = storage::settings;
    settings::set_site_value(tx, "landlord_name", "Elmfield Homes");
    settings::set_site_value(tx, "team_name", "Anti-social behaviour team");
    settings::set_site_value(tx, "telephone", "01632 960 001");
    settings::set_site_value(tx, "telephone_hours", "Monday to Friday, 8:45am to 5:15pm");
    settings::set_site_value(tx, "email", "asb@elmfield.example");
    settings::set_site_value(tx, "postal_address", "Elmfield Homes, 1 Acre Place, Milton Keynes, MK9 3XS");
    settings::set_site_value(tx, "demo_as_of", as_of.iso());
    Journal journal(storage::events::ChainKind::settings, "settings-site");
    journal.record(london_instant(start.plus_days(-30), {9, 0}), Doer::program(), events::site_changed,
                   "site", domain::events::Detail().set("landlord_name", "Elmfield Homes"));
    storage::events::insert(tx, std::move(journal).sealed());
}

void write_webhook(storage::sql::Write& tx, World const& world, std::string const& sealed_secret) {
    auto const made_at = world.now.plus_hours(-24 * 40);
    auto const& administrator =
        *std::find_if(world.staff.people.begin(), world.staff.people.end(),
                      [](Employee const& one) { return one.role == domain::access::Role::administrator; });
    TimedIds ids(seed_of(world.seed, 22));
    domain::webhooks::Webhook webhook;
    webhook.id = WebhookId(ids.at(made_at));
    webhook.name = "Repairs system";
    webhook.address = "https://repairs.elmfield.example/doorstep";
    webhook.state = domain::webhooks::State::off;
    webhook.kinds = {std::string(events::case_closed.name), std::string(events::case_opened.name)};
    webhook.created_at = made_at;
    storage::webhooks::insert(tx, webhook, sealed_secret, administrator.account.id);
    Journal journal(storage::events::ChainKind::settings, "settings-webhooks");
    journal.record(made_at, Doer::staff(administrator), events::webhook_added, "webhooks",
                   domain::events::Detail()
                       .set("webhook", webhook.id)
                       .set("address", webhook.address)
                       .set("kinds", text::join(webhook.kinds, " ")));
    storage::events::insert(tx, std::move(journal).sealed());
}

void write_world(storage::sql::Write& tx, World const& world, std::vector<Counter> const& counters,
                 std::function<void()> const& progress) {
    write_staff(tx, world);
    write_places(tx, world, progress);
    storage::settings::set_site_value(tx, "homes", std::to_string(world.estate.homes.size()));
    for (auto const& counter : counters)
        storage::filling::set_next_number(tx, counter.kind, counter.year, counter.next_number);
}

}  // namespace doorstep::usecases::demo
