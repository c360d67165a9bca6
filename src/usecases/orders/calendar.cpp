#include "usecases/orders/calendar.h"

#include "documents/calendar.h"
#include "gateways/secrets.h"
#include "storage/accounts.h"
#include "storage/calendar_links.h"

namespace doorstep::usecases::orders {

using domain::access::Action;

Expected<std::optional<Instant>> view_calendar_link(Context& context) {
    if (auto const allowed = context.require(Action::see_my_work); !allowed) return refuse(allowed.error());
    return storage::calendar_links::made_at(context.read(), *context.viewer.account);
}

Expected<std::string> make_calendar_link(Context& context) {
    if (auto const allowed = context.require(Action::see_my_work); !allowed) return refuse(allowed.error());
    auto const token = gateways::random_token();
    auto const account = *context.viewer.account;
    return context.change([&](Change& change) -> Expected<std::string> {
        storage::calendar_links::put(change.tx, account, gateways::token_hash(token), change.now);
        change.record(account, domain::events::calendar_link_changed,
                      domain::events::Detail().set("outcome", "made"));
        return token;
    });
}

Expected<Done> revoke_calendar_link(Context& context) {
    if (auto const allowed = context.require(Action::see_my_work); !allowed) return allowed;
    auto const account = *context.viewer.account;
    return context.change([&](Change& change) -> Expected<Done> {
        if (!storage::calendar_links::remove(change.tx, account))
            return refuse(RefusalKind::conflict, "no-calendar-link",
                          "There is no calendar link to take back");
        change.record(account, domain::events::calendar_link_changed,
                      domain::events::Detail().set("outcome", "taken back"));
        return Done{};
    });
}

Expected<std::string> read_calendar(Context& context, std::string_view token) {
    auto& tx = context.read();
    auto const no_such = [] {
        return refuse(RefusalKind::not_found, "calendar-unknown",
                      "This calendar link does not work any more");
    };
    auto const owner = storage::calendar_links::find(tx, gateways::token_hash(token));
    if (!owner) return no_such();
    auto const account = storage::accounts::find(tx, *owner);
    if (!account || account->state != domain::accounts::State::active) return no_such();
    auto viewer = account->viewer(domain::access::Door::web);
    viewer.today = context.today;
    std::vector<documents::CalendarEntry> entries;
    for (auto const& day :
         storage::calendar_links::days_of(tx, *owner, storage::case_scope(viewer, Action::see_case)))
        entries.push_back({.uid = day.deadline.id + "@doorstep",
                           .summary = day.reference + ": " + day.deadline.words,
                           .description = day.deadline.source,
                           .on = day.deadline.due_on,
                           .at = day.deadline.due_at});
    return documents::write_calendar("Doorstep", entries, context.now);
}

}  // namespace doorstep::usecases::orders
