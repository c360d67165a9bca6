#include "usecases/interventions/catalogue.h"

#include <charconv>

#include "usecases/settings.h"

namespace doorstep::usecases::interventions {

using domain::interventions::CatalogueEntry;
using domain::interventions::Kind;
using domain::interventions::Track;

CatalogueEntry catalogue_entry(legal::ListEntry const& entry) {
    CatalogueEntry made{.code = entry.code,
                        .kind = enum_from_name<Kind>(entry.detail("kind")).value_or(Kind::plain),
                        .track = enum_from_name<Track>(entry.detail("track")).value_or(Track::support),
                        .legal = entry.detail("legal") == "true",
                        .answer_days = {}};
    auto const days = entry.detail("answer_days");
    int value = 0;
    if (auto const [end, error] = std::from_chars(days.data(), days.data() + days.size(), value);
        error == std::errc{} && end == days.data() + days.size())
        made.answer_days = value;
    return made;
}

Expected<CatalogueEntry> find_step(Settings const& settings, std::string_view code, Date on) {
    auto const* entry = settings.list("interventions").find(code, on);
    if (!entry) return refuse(RefusalKind::not_found, "step-unknown", "There is no such step");
    if (!entry->is_in_use(on))
        return refuse(RefusalKind::unlawful, "step-not-in-use",
                      "“" + entry->label + "” was not in use on " + date_words(on));
    auto made = catalogue_entry(*entry);
    if (made.legal)
        return refuse(RefusalKind::unlawful, "step-legal",
                      "“" + entry->label + "” is a legal step: it cannot be recorded as a step taken here");
    return made;
}

}  // namespace doorstep::usecases::interventions
