#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/expected.h"
#include "usecases/context.h"

namespace doorstep::usecases::orders {

/// When one's own link was made; nothing when there is none.
Expected<std::optional<Instant>> view_calendar_link(Context& context);
/// A new secret link, in place of the old one, which works no more. Only its hash is kept: it is shown once.
Expected<std::string> make_calendar_link(Context& context);
Expected<Done> revoke_calendar_link(Context& context);

/// The days on the list of whoever the link belongs to, as iCalendar: hearings, expiries, last lawful days.
/// Names no person. Refused (not found) for a link that works no more, or an account that is no longer
/// active.
Expected<std::string> read_calendar(Context& context, std::string_view token);

}  // namespace doorstep::usecases::orders
