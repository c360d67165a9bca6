#include "domain/contacts/band_promise.h"

namespace doorstep::domain::contacts {

DueDay due_under_bands(Date started_on, std::optional<Date> ended_on, std::vector<BandFrom> const& bands,
                       PromiseOfBand const& promise) {
    auto at_start = cases::RiskBand::standard;
    for (auto const& band : bands)
        if (band.from <= started_on) at_start = band.band;
    // (1)
    auto due = promise(started_on, at_start);
    // (2), (3)
    for (auto const& band : bands) {
        if (band.from <= started_on || (ended_on && band.from > *ended_on)) continue;
        if (auto sooner = promise(band.from, band.band); sooner.by < due.by) due = std::move(sooner);
    }
    return due;
}

}  // namespace doorstep::domain::contacts
