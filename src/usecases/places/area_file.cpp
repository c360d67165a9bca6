#include "usecases/places/area_file.h"

#include <boost/json.hpp>
#include <unordered_map>

#include "base/text.h"
#include "documents/geojson.h"
#include "documents/source.h"
#include "usecases/imports/read_rows.h"

namespace doorstep::usecases::places {
namespace {

/// Every ward boundary of Great Britain is about 100 MB.
constexpr std::size_t longest_file = 400'000'000;

/// "WD13CD", "WD23CD", "LSOA21CD"
std::string year_property(documents::GeoFeature const& feature, std::string_view prefix,
                          std::string_view suffix) {
    for (auto const& [name, value] : feature.properties)
        if (name.size() == prefix.size() + 4 && name.starts_with(prefix) && name.ends_with(suffix))
            return value;
    return {};
}

std::string property(documents::GeoFeature const& feature, std::string_view name) {
    auto const found = feature.properties.find(name);
    return found == feature.properties.end() ? std::string() : found->second;
}

AreaRows from_features(std::vector<documents::GeoFeature>&& features, std::string_view prefix) {
    AreaRows found;
    std::int64_t place = 0;
    for (auto& feature : features) {
        ++place;
        auto code = year_property(feature, prefix, "CD");
        auto name = year_property(feature, prefix, "NM");
        if (code.empty()) code = property(feature, "code");
        if (name.empty()) name = property(feature, "name");
        if (code.empty() || name.empty()) {
            found.problems.push_back({place, "the feature has no code and name (" + std::string(prefix) +
                                                 "..CD, " + std::string(prefix) + "..NM, or code and name)"});
            continue;
        }
        std::vector<domain::places::Ring> rings;
        for (auto const& ring : feature.rings) {
            domain::places::Ring made;
            for (auto const& [longitude, latitude] : ring) made.push_back({longitude, latitude});
            rings.push_back(std::move(made));
        }
        if (rings.empty()) {
            found.problems.push_back({place, code + " has no boundary"});
            continue;
        }
        found.rows.push_back(
            {place, std::move(code), std::move(name), domain::places::Boundary(std::move(rings))});
    }
    return found;
}

Expected<AreaRows> from_names(std::string_view text) {
    boost::json::error_code error;
    auto const document = boost::json::parse({text.data(), text.size()}, error);
    auto const* pairs = error ? nullptr : document.if_object();
    if (!pairs)
        return refuse(RefusalKind::invalid, "not-areas",
                      "The file is neither GeoJSON nor JSON of codes and names");
    AreaRows found;
    std::int64_t place = 0;
    for (auto const& pair : *pairs) {
        ++place;
        if (pair.value().is_string() && !pair.value().get_string().empty())
            found.rows.push_back(
                {place, std::string(pair.key()), std::string(pair.value().get_string()), {}});
        else
            found.problems.push_back({place, std::string(pair.key()) + " has no name"});
    }
    return found;
}

Expected<AreaRows> from_csv(imports::ImportOptions const& options) {
    std::set<std::string, std::less<>> const fields{"code", "name"};
    auto mapping = imports::mapping_for(options, fields);
    if (!mapping) return refuse(mapping.error());
    auto reader = documents::csv::Reader::of_file(options.file, {.separator = mapping->separator()});
    AreaRows found;
    bool bound = false;
    while (true) {
        auto next = reader.next();
        if (!next) return refuse(next.error());
        if (!*next) return found;
        auto& record = **next;
        if (!bound) {
            if (auto done = mapping->bind(record, fields); !done) return refuse(done.error());
            bound = true;
            continue;
        }
        auto code = mapping->value(record, "code").value_or("");
        auto name = mapping->value(record, "name").value_or("");
        if (code.empty() || name.empty())
            found.problems.push_back({record.line, "it has no code and name", false, record.fields});
        else
            found.rows.push_back({record.line, std::move(code), std::move(name), {}});
    }
}

/// The first of two rows with one code stays.
void refuse_doubles(AreaRows& found) {
    std::unordered_map<std::string, std::int64_t> seen;
    std::vector<AreaRow> rows;
    for (auto& row : found.rows) {
        auto const [first, is_new] = seen.emplace(row.code, row.place);
        if (is_new)
            rows.push_back(std::move(row));
        else
            found.problems.push_back(
                {row.place, row.code + " is number " + std::to_string(first->second) + " already"});
    }
    found.rows = std::move(rows);
}

}  // namespace

Expected<AreaRows> read_area_file(imports::ImportOptions const& options, std::string_view prefix) {
    auto const source = documents::open_file(options.file);
    std::string beginning;
    source->next(beginning);
    auto const start = beginning.find_first_not_of(" \t\r\n\xef\xbb\xbf");
    bool const is_json = start != std::string::npos && beginning[start] == '{';
    Expected<AreaRows> found;
    if (is_json) {
        auto const whole = documents::read_whole_file(options.file, longest_file);
        auto const text = std::string_view(whole).substr(whole.find('{'));
        auto features = documents::read_geojson(text);
        found = features ? from_features(std::move(*features), prefix) : from_names(text);
    } else {
        found = from_csv(options);
    }
    if (found) refuse_doubles(*found);
    return found;
}

}  // namespace doorstep::usecases::places
