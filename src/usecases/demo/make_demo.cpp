#include "usecases/demo/make_demo.h"

#include <filesystem>

#include "base/clock.h"
#include "gateways/secrets.h"
#include "gateways/web_post.h"
#include "legal/calendar.h"
#include "storage/accounts.h"
#include "storage/backup.h"
#include "storage/filling.h"
#include "storage/places.h"
#include "storage/search.h"
#include "storage/settings.h"
#include "storage/sql/filling.h"
#include "storage/sqlite_replace.h"
#include "usecases/context.h"
#include "usecases/demo/tell_governance.h"
#include "usecases/demo/tell_orders.h"
#include "usecases/demo/tell_stories.h"
#include "usecases/demo/write_bundle.h"
#include "usecases/settings.h"

namespace doorstep::usecases::demo {
namespace {

constexpr std::string_view unfinished = "unfinished";
/// A larger demo is for measuring: papers and meetings would only keep it waiting.
constexpr std::int64_t most_cases_with_papers = 20'000;

/// 1 April, three whole financial years before the present one.
Date first_day(Date as_of) { return *Date::of(FinancialQuarter::containing(as_of).year_start - 3, 4, 1); }

World make_world(Settings const& settings, DemoOptions const& options, Date as_of,
                 std::vector<DemoFile> files) {
    auto const& data = demo_data();
    OfficeHours hours(legal::working_days(settings.site().division));
    auto const start = first_day(as_of);
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
            .rights_recorded_from = start.plus_months(12),
            .letters_written_from = as_of.plus_months(-12)};
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

/// SQLite is filled in a file of its own, without a journal, and moved into place when it is whole: a demo
/// that was broken off leaves an empty site. PostgreSQL is filled where it is.
class NewDatabase {
  public:
    explicit NewDatabase(OpenedSite& site) : location_(site.config().location()), draft_(location_) {
        if (site.config().uses_postgres()) return;
        draft_ += ".filling";
        std::filesystem::remove(draft_);
        storage::backup(site.database(), draft_);
    }
    NewDatabase(NewDatabase const&) = delete;
    NewDatabase& operator=(NewDatabase const&) = delete;
    ~NewDatabase() {
        std::error_code ignored;
        if (draft_ != location_) std::filesystem::remove(draft_, ignored);
    }

    std::string const& draft() const { return draft_; }
    void move_into_place() {
        if (draft_ == location_) return;
        auto const empty = location_ + ".empty";
        storage::replace_sqlite(draft_, location_, empty);
        std::filesystem::remove(empty);
    }

  private:
    std::string location_;
    std::string draft_;
};

/// Letters name the landlord, so that its name is there before they are written.
std::shared_ptr<Settings const> settings_of_elmfield(std::string const& location, Date as_of) {
    auto const database = storage::sql::open_database(location, {.readers = 1, .create = false});
    database->write([&](auto& tx) {
        storage::settings::set_site_value(tx, "is_demo", unfinished);
        write_site(tx, first_day(as_of), as_of);
    });
    return SettingsSource(*database).current();
}

void fill(storage::sql::Database& database, World const& world, Stories const& stories,
          std::string const& sealed_secret, std::function<void()> const& step) {
    database.write([&](auto& tx) {
        write_world(tx, world, stories.counters, step);
        write_webhook(tx, world, sealed_secret);
    });
    auto const indexes = storage::filling::take_away_indexes(database);
    tell_stories(world, stories, database, step);
    storage::filling::make_indexes(database, indexes);
    database.write([&](auto& tx) {
        storage::search::make_case_index(tx);
        storage::settings::set_site_value(tx, "is_demo", "yes");
        mark_settings_changed(tx, world.now);
    });
    database.maintain();
}

}  // namespace

Expected<DemoMade> make_demo(SiteConfig const& config, Clock const& clock, DemoOptions const& options,
                             std::function<void(std::int64_t, std::int64_t)> const& progress) {
    auto site = std::make_unique<OpenedSite>(config, clock);
    auto const there = what_is_there(*site);
    if (!there) return refuse(there.error());
    if (*there) return **there;

    auto const as_of = options.as_of.value_or(clock.today());
    auto files = store_demo_files(site->services().vault);
    auto const sealed_secret = site->services().site_key.seal(gateways::new_webhook_secret());
    NewDatabase made(*site);
    site.reset();
    auto const settings = settings_of_elmfield(made.draft(), as_of);
    auto const world = make_world(*settings, options, as_of, std::move(files));
    auto const stories = plan_stories(world, options.cases);

    auto const total = static_cast<std::int64_t>(world.estate.addresses.size() + stories.in_order.size());
    std::int64_t done = 0;
    fill(*storage::sql::open_database_to_fill(made.draft()), world, stories, sealed_secret,
         [&] { progress(++done, total); });
    made.move_into_place();
    tell_orders(config, as_of, options.seed);
    if (options.cases > 0 && options.cases <= most_cases_with_papers) {
        FixedClock told(world.now);
        OpenedSite whole(config, told);
        if (auto const governed = tell_governance(whole.services(), told, options.seed); !governed)
            return refuse(governed.error());
    }
    return DemoMade{false, "Made Elmfield Homes as of " + date_words(as_of) + "."};
}

}  // namespace doorstep::usecases::demo
