#include "usecases/figures/nm01_file.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "base/text.h"
#include "documents/csv/reader.h"

namespace doorstep::usecases::figures {
namespace {

enum Column { code, name, all_cases, hate_cases, homes, column_count };
constexpr std::array<std::string_view, column_count> headings = {
    "landlord_code", "landlord_name", "nm01_1_asb_cases_opened", "nm01_2_hate_cases_opened",
    "homes_lcra_plus_lcho"};

/// Where each column stands; all but the name are needed.
using Places = std::array<std::optional<std::size_t>, column_count>;

Expected<Places> places_of(documents::csv::Record const& head) {
    Places places;
    for (std::size_t n = 0; n < headings.size(); ++n) {
        auto const found =
            std::find_if(head.fields.begin(), head.fields.end(),
                         [&](std::string const& field) { return text::trim(field) == headings[n]; });
        if (found != head.fields.end())
            places[n] = static_cast<std::size_t>(found - head.fields.begin());
        else if (n != name)
            return refuse(RefusalKind::invalid, "no-such-column",
                          "The file has no column " + std::string(headings[n]) + " in its first line");
    }
    return places;
}

std::string field_of(documents::csv::Record const& record, std::optional<std::size_t> place) {
    if (!place || *place >= record.fields.size()) return {};
    return std::string(text::trim(record.fields[*place]));
}

/// A ZIP archive, as every workbook is.
bool is_workbook(std::filesystem::path const& file) {
    std::array<char, 4> first{};
    std::ifstream(file, std::ios::binary).read(first.data(), first.size());
    return std::string_view(first.data(), first.size()) == std::string_view("PK\x03\x04");
}

}  // namespace

Expected<RatesOfFile> rates_of_file(std::filesystem::path const& file) {
    if (is_workbook(file)) return rates_of_workbook(file);
    auto reader = documents::csv::Reader::of_file(file);
    auto const head = reader.next();
    if (!head) return refuse(head.error());
    if (!*head) return refuse(RefusalKind::invalid, "empty-file", "The file is empty");
    auto const places = places_of(**head);
    if (!places) return refuse(places.error());
    RatesOfFile found;
    for (;;) {
        auto const record = reader.next();
        if (!record) return refuse(record.error());
        if (!*record) return found;
        auto const value = [&](Column column) { return field_of(**record, (*places)[column]); };
        found.landlords.push_back(
            {.code = value(code),
             .name = value(name),
             .all_cases = doorstep::figures::nm01_rate(value(all_cases), value(homes)),
             .hate_cases = doorstep::figures::nm01_rate(value(hate_cases), value(homes))});
    }
}

}  // namespace doorstep::usecases::figures
