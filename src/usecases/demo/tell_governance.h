#pragma once

#include "base/clock.h"
#include "base/expected.h"
#include "usecases/services.h"

namespace doorstep::usecases::demo {

/// What a board and a tenants' group would find: an issued board paper of the quarter before last and a draft
/// of the last one, a meeting with published minutes and the next one planned, questions of a tenant member,
/// and a month of quality checks. Made by the use-cases themselves on a filled demo, each in its own time:
/// `clock` is the one of `services`, and ends where it began. The same seed gives the same records.
Expected<Done> tell_governance(Services& services, FixedClock& clock, std::uint64_t seed);

}  // namespace doorstep::usecases::demo
