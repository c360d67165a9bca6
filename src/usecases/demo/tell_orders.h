#pragma once

#include <cstdint>

#include "base/date.h"
#include "usecases/site/opened_site.h"

namespace doorstep::usecases::demo {

/// Legal action on some of the demo's cases, recorded by their officers the day before it ends: closures
/// running, extended and over, possession, an injunction with a zone and a breach, and some under way. It
/// goes through the same use-cases as the pages, so that every day that runs is on somebody's list.
void tell_orders(SiteConfig const& config, Date as_of, std::uint64_t seed);

}  // namespace doorstep::usecases::demo
