#include "usecases/upkeep/seal_events.h"

#include "base/text.h"
#include "storage/events.h"

namespace doorstep::usecases::upkeep {

std::string seal_events(Context& context) {
    auto const chains = context.services.database.write(
        [&](storage::sql::Write& tx) { return storage::events::make_checkpoint(tx, context.now); });
    return text::count_of(chains, "chain", "chains") + " sealed";
}

}  // namespace doorstep::usecases::upkeep
