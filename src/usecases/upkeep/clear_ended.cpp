#include "usecases/upkeep/clear_ended.h"

#include "base/text.h"
#include "legal/standards.h"
#include "storage/drafts.h"
#include "storage/idempotency.h"
#include "storage/sessions.h"
#include "storage/webhooks.h"
#include "usecases/settings.h"

namespace doorstep::usecases::upkeep {

std::string clear_ended(Context& context) {
    // An ended session still tells whose form it was that came too late.
    auto const a_day_ago = context.now.plus_hours(-24);
    auto const idle_minutes = context.settings().standards().number(
        legal::standard_ids::session_idle, context.today, legal::standard_scopes::staff);
    auto const idle_before = a_day_ago.plus_seconds(-60LL * idle_minutes);
    auto const a_week_ago = context.now.plus_hours(-24 * 7);
    auto const a_month_ago = context.now.plus_hours(-24 * 30);
    return context.services.database.write([&](storage::sql::Write& tx) {
        auto const sessions = storage::sessions::remove_old(tx, a_day_ago, idle_before);
        storage::idempotency::forget_older(tx, a_week_ago);
        storage::webhooks::forget_older(tx, a_month_ago);
        storage::drafts::remove_expired_of(tx, domain::reports::Journey::interrupted_form, context.today);
        return text::count_of(sessions, "session", "sessions") + " cleared";
    });
}

}  // namespace doorstep::usecases::upkeep
