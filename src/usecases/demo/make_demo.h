#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "base/expected.h"
#include "usecases/site/opened_site.h"

namespace doorstep::usecases::demo {

struct DemoOptions {
    std::int64_t homes = 12'400;
    std::int64_t cases = 4'500;
    std::uint64_t seed = 1;
    std::optional<Date> as_of;  ///< today when not given
};

struct DemoMade {
    bool was_there = false;  ///< the folder held a demo already: nothing was done
    std::string words;       ///< for the person who asked
};

/// Fills an empty site with Elmfield Homes; nobody else may have it open. Same data, seed and date: the same
/// bytes, but for the secret of a webhook. Refused when the site holds something else.
Expected<DemoMade> make_demo(SiteConfig const& config, Clock const& clock, DemoOptions const& options,
                             std::function<void(std::int64_t done, std::int64_t total)> const& progress);

}  // namespace doorstep::usecases::demo
