#include "usecases/figures/counted_days.h"

#include <algorithm>

#include "base/log.h"
#include "base/text.h"
#include "storage/counted_days.h"

namespace doorstep::usecases::figures {

namespace kept = storage::figures;
using storage::sql::Read;
using storage::sql::Write;

std::string count_days(Context& context, std::stop_token const& stop) {
    auto& database = context.services.database;
    auto const slices = database.read([&](Read& tx) { return kept::slices_to_count(tx, context.today); });
    std::size_t counted = 0;
    // Each on its own, so that nobody waits long for the one who writes.
    for (auto const& slice : slices) {
        if (stop.stop_requested()) break;
        database.write([&](Write& tx) { kept::count_and_keep(tx, slice, context.today); });
        ++counted;
    }
    return text::count_of(counted, "day or month", "days and months") + " counted";
}

std::string check_counted_days(Context& context, std::stop_token const& stop) {
    auto& database = context.services.database;
    auto const slices = database.read([](Read& tx) { return kept::kept_slices(tx); });
    std::vector<std::string> wrong;
    for (auto const& slice : slices) {
        if (stop.stop_requested()) return "Left off: the server was stopped";
        // One that a change took away meanwhile is no mistake.
        auto const is_right = database.read([&](Read& tx) {
            auto const now = kept::kept_slices(tx);
            return std::find(now.begin(), now.end(), slice) == now.end() ||
                   kept::is_right(tx, slice, context.today);
        });
        if (is_right) continue;
        wrong.push_back(slice.words());
        database.write([&](Write& tx) { kept::forget(tx, slice); });
    }
    database.write([&](Write& tx) { kept::clear_counted(tx, context.today); });
    if (wrong.empty())
        return text::count_of(slices.size(), "day or month", "days and months") + " counted again: all right";
    log::warning("Kept figures were not what the records say; they are counted again",
                 {{"days and months", wrong.size()}});
    return text::count_of(wrong.size(), "day or month was wrong", "days and months were wrong") + ": " +
           text::join(wrong, ", ");
}

}  // namespace doorstep::usecases::figures
