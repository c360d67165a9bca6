#include "usecases/places/import_places.h"

#include "base/text.h"
#include "documents/csv/reader.h"
#include "documents/source.h"

namespace doorstep::usecases::places {
namespace {

bool looks_like(std::string_view beginning, std::string_view english, std::string_view welsh) {
    return beginning.find(english) != std::string_view::npos ||
           beginning.find(welsh) != std::string_view::npos;
}

}  // namespace

PlaceKind guess_kind(std::filesystem::path const& file) {
    std::string beginning;
    documents::open_file(file)->next(beginning);
    auto const shown = std::string_view(beginning).substr(0, 4000);
    auto reader = documents::csv::Reader::of_text(std::string(shown.substr(0, shown.find_last_of('\n'))));
    auto const first = reader.next();
    if (first && *first && !text::postcode((*first)->fields.front()).empty()) return PlaceKind::postcodes;
    if (looks_like(shown, "LSOA", "\"E01") || looks_like(shown, "\nE01", "\nW01")) return PlaceKind::lsoas;
    if (looks_like(shown, "\"E05", "\"W05") || looks_like(shown, "\nE05", "\nW05")) return PlaceKind::wards;
    return PlaceKind::homes;
}

Expected<imports::ImportResult> import_places(Context& context, PlaceKind kind,
                                              imports::ImportOptions const& options) {
    if (auto allowed = context.require(domain::access::Action::import_records); !allowed)
        return refuse(allowed.error());
    switch (kind) {
        case PlaceKind::postcodes:
            return import_postcodes(context, options);
        case PlaceKind::wards:
            return import_wards(context, options);
        case PlaceKind::lsoas:
            return import_lsoas(context, options);
        case PlaceKind::homes:
            break;
    }
    return import_homes(context, options);
}

}  // namespace doorstep::usecases::places
