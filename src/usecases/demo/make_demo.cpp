#include "usecases/demo/make_demo.h"

#include "base/clock.h"
#include "legal/calendar.h"
#include "storage/accounts.h"
#include "storage/filling.h"
#include "storage/places.h"
#include "storage/settings.h"
#include "storage/sql/filling.h"
#include "usecases/context.h"
#include "usecases/demo/tell_stories.h"
#include "usecases/demo/write_bundle.h"

namespace doorstep::usecases::demo {
namespace {

constexpr std::string_view unfinished = "unfinished";

World make_world(Settings const& settings, DemoOptions const& options, Date as_of,
                 std::vector<DemoFile> files) {
    auto const& data = demo_data();
    OfficeHours hours(legal::working_days(settings.site().division));
    auto const year = FinancialQuarter::containing(as_of).year_start - 3;
    auto const start = *Date::of(year, 4, 1);
    auto staff = make_staff(data, options.seed, start, as_of, options.cases, hours);
    auto estate =
        make_estate(data, options.seed, options.homes, staff, london_instant(start.plus_days(-20), {10, 0}));
    return {.data = data,
            .settings = settings,
            .seed = options.seed,
            .start = start,
            .as_of = as_of,
            .now = london_midnight(as_of),
            .hours = hours,
            .staff = std::move(staff),
            .estate = std::move(estate),
            .files = std::move(files),
            .rights_recorded_from = start.plus_months(12)};
}

/// Nothing when the site is empty; what to say, when it is not.
Expected<std::optional<DemoMade>> what_is_there(OpenedSite& site) {
    auto const values = site.database().read([](auto& tx) { return storage::settings::site_values(tx); });
    auto const demo = values.find("is_demo");
    if (demo != values.end() && demo->second == unfinished)
        return refuse(RefusalKind::conflict, "demo-unfinished",
                      "The demo here was not finished. Delete the data folder and make it again");
    if (demo != values.end()) {
        auto const as_of = values.find("demo_as_of");
        auto const date = as_of == values.end() ? std::nullopt : Date::parse_iso(as_of->second);
        return DemoMade{true, date ? "The demo is there already, as of " + date_words(*date) + "."
                                   : "The demo is there already."};
    }
    Context context(site.services(), domain::access::Viewer::system(domain::access::Door::command_line));
    bool const empty = values.empty() && storage::places::areas(context.read()).empty() &&
                       storage::accounts::list(context.read(), true).empty();
    if (!empty)
        return refuse(RefusalKind::conflict, "site-in-use",
                      "This data folder holds something else. Give the demo a folder of its own with --data");
    return std::optional<DemoMade>();
}

}  // namespace

Expected<DemoMade> make_demo(OpenedSite& site, DemoOptions const& options,
                             std::function<void(std::int64_t, std::int64_t)> const& progress) {
    auto const there = what_is_there(site);
    if (!there) return refuse(there.error());
    if (*there) return **there;

    auto const as_of = options.as_of.value_or(site.services().clock.today());
    auto const settings = site.services().settings.current();
    auto const world = make_world(*settings, options, as_of, store_demo_files(site.services().vault));
    auto const stories = plan_stories(world, options.cases);

    auto database = storage::sql::open_database_to_fill(site.config().location());
    auto const total = static_cast<std::int64_t>(world.estate.addresses.size() + stories.in_order.size());
    std::int64_t done = 0;
    auto const step = [&] { progress(++done, total); };
    database->write([&](auto& tx) {
        done = 0;
        storage::settings::set_site_value(tx, "is_demo", unfinished);
        write_world(tx, world, stories.counters, step);
    });
    auto const indexes = storage::filling::take_away_indexes(*database);
    tell_stories(world, stories, *database, step);
    storage::filling::make_indexes(*database, indexes);
    database.reset();

    site.database().write([&](auto& tx) {
        storage::settings::set_site_value(tx, "is_demo", "yes");
        mark_settings_changed(tx, world.now);
    });
    site.database().maintain();
    site.services().settings.reload();
    return DemoMade{false, "Made Elmfield Homes as of " + date_words(as_of) + "."};
}

}  // namespace doorstep::usecases::demo
