#include "usecases/site/site_keys.h"

#include "base/log.h"
#include "base/text.h"
#include "gateways/secrets.h"
#include "storage/sealed_values.h"

namespace doorstep::usecases::site_keys {

namespace sealed_values = storage::sealed_values;

std::vector<KeyUse> list(Context& context) {
    context.services.site_key.reload();
    auto const counts = sealed_values::counted_by_key(context.read());
    std::vector<KeyUse> uses;
    for (auto const& id : context.services.site_key.ids()) {
        auto const found = counts.find(id);
        uses.push_back({id, uses.empty(), found == counts.end() ? 0 : found->second});
    }
    return uses;
}

Expected<std::string> rotate(Context& context) {
    if (!context.viewer.is_system)
        return refuse(RefusalKind::forbidden, "not-allowed", "The site's key is changed on the command line");
    auto id = context.services.site_key.rotate();
    auto const noted = context.change([&](Change& change) -> Expected<Done> {
        change.record_setting("keys", domain::events::site_changed,
                              domain::events::Detail().set("site_key", id));
        return Done{};
    });
    if (!noted) return refuse(noted.error());
    seal_again(context);
    return id;
}

std::string seal_again(Context& context) {
    auto& key = context.services.site_key;
    key.reload();
    auto& database = context.services.database;
    auto const in_use = key.ids().front();
    auto const others =
        database.read([&](storage::sql::Read& tx) { return sealed_values::not_sealed_by(tx, in_use); });
    int done = 0;
    int unreadable = 0;
    for (auto const& sealed : others) {
        auto const secret = key.open(sealed.value);
        if (!secret) {
            ++unreadable;
            continue;
        }
        auto const again = key.seal(*secret);
        done += database.write(
            [&](storage::sql::Write& tx) { return sealed_values::replace(tx, sealed, again); });
    }
    if (unreadable > 0)
        log::warning("Sealed values cannot be opened by any key of this site", {{"values", unreadable}});
    return text::count_of(done, "sealed value", "sealed values") +
           (unreadable > 0 ? ", " + std::to_string(unreadable) + " cannot be opened" : "");
}

Expected<Done> forget(Context& context, std::string_view id) {
    if (!context.viewer.is_system)
        return refuse(RefusalKind::forbidden, "not-allowed", "The site's key is changed on the command line");
    for (auto const& use : list(context)) {
        if (use.id != id) continue;
        if (use.is_in_use)
            return refuse(RefusalKind::conflict, "key-in-use", "This key is in use. Make a new one first");
        if (use.needed_by > 0)
            return refuse(RefusalKind::conflict, "key-needed",
                          "This key is still needed by " + text::count_of(use.needed_by,
                                                                          "sealed value or recovery code",
                                                                          "sealed values or recovery codes"));
        context.services.site_key.forget(id);
        return context.change([&](Change& change) -> Expected<Done> {
            change.record_setting("keys", domain::events::site_changed,
                                  domain::events::Detail().set("site_key_forgotten", id));
            return Done{};
        });
    }
    return refuse(RefusalKind::not_found, "key-unknown", "There is no such key");
}

}  // namespace doorstep::usecases::site_keys
