#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/instant.h"
#include "domain/orders/legal_order.h"

/// May this person enter now? (M-25)
namespace doorstep::domain::orders {

/// Somebody, or a kind of people, whom an order or notice lets in.
struct EntryPermission {
    std::string id;
    LegalOrderId order;
    int position = 1;
    std::string role;  ///< code of the list "entry-roles"
    std::string name;  ///< of one person; empty: everybody of that role
    std::string reason;
    std::optional<Date> from_on;
    std::optional<Date> until_on;
    std::optional<TimeOfDay> from_time;   ///< only between these, every day
    std::optional<TimeOfDay> until_time;  ///< of the next day when it is earlier than from_time
};

struct EntryQuestion {
    std::string role;
    std::string name;  ///< empty: somebody of that role
    Instant at;
};

enum class EntryAnswer { may, may_not };
enum class EntryReason {
    on_the_list,  ///< may: a permission lets them in
    not_yet,      ///< may: the order begins later
    no_longer,    ///< may: the order has ended
    full,         ///< may not: nobody may
    not_listed,   ///< may not: not on the list
    other_times,  ///< may not: on the list, at other times
};
struct EntryFinding {
    EntryAnswer answer = EntryAnswer::may_not;
    EntryReason reason = EntryReason::not_listed;
    EntryPermission const* permission = nullptr;  ///< the one relied on, or the nearest
    std::optional<Instant> from;                  ///< the answer holds from, where that is known
    std::optional<Instant> until;
};

/// Pure: looks at one order and its list. A named permission lets in only who bears that name, as people
/// write it, whatever their role; one without a name lets in everybody of the role.
EntryFinding may_enter(LegalOrder const& order, std::vector<EntryPermission> const& list,
                       EntryQuestion const& question);

/// What is wrong with a permission: nobody named, times that do not go together, a day outside the order.
Expected<Done> check_permission(EntryPermission const& permission, LegalOrder const& order);

}  // namespace doorstep::domain::orders
