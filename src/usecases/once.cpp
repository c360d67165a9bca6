#include "usecases/once.h"

#include "storage/idempotency.h"

namespace doorstep::usecases {

std::optional<UsedBefore> used_before(Context& context) {
    if (!context.once) return std::nullopt;
    auto const account = context.viewer.account ? context.viewer.account->text() : std::string_view{};
    auto const claimed = context.services.database.read(
        [&](storage::sql::Read& tx) { return storage::idempotency::find(tx, *context.once, account); });
    if (!claimed) return std::nullopt;
    return UsedBefore{claimed->fingerprint, claimed->result};
}

}  // namespace doorstep::usecases
