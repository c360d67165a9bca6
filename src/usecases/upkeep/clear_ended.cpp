#include "usecases/upkeep/clear_ended.h"

#include "base/text.h"
#include "legal/standards.h"
#include "storage/accounts.h"
#include "storage/idempotency.h"
#include "usecases/settings.h"

namespace doorstep::usecases::upkeep {

std::string clear_ended(Context& context) {
    auto const idle_minutes = context.settings().standards().number(
        legal::standard_ids::session_idle, context.today, legal::standard_scopes::staff);
    auto const idle_before = context.now.plus_seconds(-60LL * idle_minutes);
    auto const a_week_ago = context.now.plus_hours(-24 * 7);
    return context.services.database.write([&](storage::sql::Write& tx) {
        auto const sessions = storage::accounts::remove_ended_sessions(tx, context.now, idle_before);
        storage::idempotency::forget_older(tx, a_week_ago);
        return text::count_of(sessions, "session", "sessions") + " cleared";
    });
}

}  // namespace doorstep::usecases::upkeep
