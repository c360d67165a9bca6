#include "domain/contacts/band_promise.h"

#include <utility>

namespace doorstep::domain::contacts {

std::vector<BandFrom> with_bands_before_assessment(std::vector<BandFrom> assessed, Date start,
                                                   std::optional<Date> taken_as_high_on) {
    if (taken_as_high_on && (assessed.empty() || *taken_as_high_on <= assessed.front().from))
        assessed.insert(assessed.begin(), {*taken_as_high_on, cases::RiskBand::high});
    if (assessed.empty() || assessed.front().from > start)
        assessed.insert(assessed.begin(), {start, cases::RiskBand::standard});
    return assessed;
}

DueDay due_under_bands(Date started_on, std::optional<Date> ended_on, std::vector<BandFrom> const& bands,
                       PromiseOfBand const& promise) {
    // (1)
    auto before = cases::RiskBand::standard;
    std::optional<DueDay> of_that_day;
    for (auto const& band : bands) {
        if (band.from < started_on) before = band.band;
        if (band.from != started_on) continue;
        if (auto one = promise(started_on, band.band); !of_that_day || one.by < of_that_day->by)
            of_that_day = std::move(one);
    }
    auto due = of_that_day ? *std::move(of_that_day) : promise(started_on, before);
    // (2), (3)
    for (auto const& band : bands) {
        if (band.from <= started_on || (ended_on && band.from > *ended_on)) continue;
        if (auto sooner = promise(band.from, band.band); sooner.by < due.by) due = std::move(sooner);
    }
    return due;
}

}  // namespace doorstep::domain::contacts
