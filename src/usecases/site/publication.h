#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/figures/measure.h"
#include "usecases/context.h"

/// What the landlord shows to everyone, and from when its figures count.
namespace doorstep::usecases::site {

struct MeasureCollected {
    domain::figures::Measure const* measure = nullptr;
    std::optional<Date> from;  ///< nothing: from the first case on
};

struct Publication {
    bool performance = false;  ///< everyone sees the performance page
    /// Who switched it last, and when; nothing when nobody ever did.
    std::string changed_by;
    std::optional<Instant> changed_at;
    std::vector<MeasureCollected> measures;  ///< in the order of the figures
};
Expected<Publication> view_publication(Context& context);

/// Switches the public performance page (V01) on or off. Harmless when it is so already. Refused without
/// leave to manage the site.
Expected<Done> publish_performance(Context& context, bool is_public);

struct CollectedFrom {
    std::string measure;
    std::optional<Date> from;  ///< nothing: as far back as there are cases
};
/// Before this day a figure says "not collected" and never nought (M-150). Refused: a measure that does not
/// exist, a day in the future.
Expected<Done> set_collected_from(Context& context, CollectedFrom const& input);

}  // namespace doorstep::usecases::site
