#include "usecases/upkeep/back_up.h"

#include <algorithm>
#include <vector>

#include "storage/backup.h"

namespace doorstep::usecases::upkeep {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view prefix = "nightly-";
constexpr std::size_t kept_nights = 14;
constexpr int kept_months = 12;

std::optional<Date> day_of(fs::path const& path) {
    auto const name = path.stem().string();
    if (!name.starts_with(prefix)) return std::nullopt;
    return Date::parse_iso(std::string_view(name).substr(prefix.size()));
}

void remove_old(fs::path const& folder, Date today) {
    std::vector<std::pair<Date, fs::path>> copies;
    for (auto const& entry : fs::directory_iterator(folder))
        if (auto const day = day_of(entry.path())) copies.emplace_back(*day, entry.path());
    std::sort(copies.rbegin(), copies.rend());
    for (std::size_t n = kept_nights; n < copies.size(); ++n) {
        auto const& [day, path] = copies[n];
        bool const first_of_its_month = std::none_of(copies.begin(), copies.end(), [&](auto const& other) {
            return other.first < day && other.first.first_of_month() == day.first_of_month();
        });
        if (first_of_its_month && day.plus_months(kept_months) > today) continue;
        fs::remove(path);
    }
}

}  // namespace

std::string back_up(Context& context, fs::path const& folder) {
    auto const is_sqlite = context.services.database.engine() == storage::sql::Engine::sqlite;
    auto const file = folder / (std::string(prefix) + context.today.iso() + (is_sqlite ? ".db" : ".dump"));
    fs::create_directories(folder);
    // Run again by another server or by hand: the copy of this day is whole, or it would not bear its name.
    if (fs::exists(file)) return file.filename().string() + " was already there";
    storage::backup(context.services.database, file);
    remove_old(folder, context.today);
    return "Copied to " + file.filename().string();
}

}  // namespace doorstep::usecases::upkeep
