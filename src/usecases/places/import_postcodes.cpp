#include <charconv>
#include <unordered_map>

#include "base/text.h"
#include "gateways/national_grid.h"
#include "storage/places.h"
#include "usecases/imports/read_rows.h"
#include "usecases/places/import_places.h"

namespace doorstep::usecases::places {
namespace {

using domain::places::Postcode;
using imports::BatchOutcome;
using imports::Records;

/// Code-Point Open has no header line: postcode, quality, easting, northing, country, two of health, county,
/// district, ward.
documents::csv::Record const code_point_open{0,
                                             {"postcode", "quality", "easting", "northing", "country",
                                              "health_region", "health", "county", "district", "ward_code"}};

std::set<std::string, std::less<>> const postcode_fields{"postcode", "easting", "northing", "ward_code"};
std::set<std::string, std::less<>> const required_of_postcode{"postcode", "easting", "northing"};

std::optional<double> metres(std::string_view text) {
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

struct PostcodeRow {
    std::int64_t line = 0;
    Postcode postcode;
};

class PostcodeFile {
  public:
    explicit PostcodeFile(imports::Mapping mapping) : mapping_(std::move(mapping)) {}

    /// The rows that can be taken; the others are listed in `outcome`.
    std::vector<PostcodeRow> rows(Records const& records, BatchOutcome& outcome) {
        std::vector<PostcodeRow> rows;
        std::unordered_map<std::string, std::int64_t> in_batch;
        for (auto const& record : records) {
            auto const typed = mapping_.value(record, "postcode").value_or("");
            auto postcode = text::postcode(typed);
            auto const easting = metres(mapping_.value(record, "easting").value_or(""));
            auto const northing = metres(mapping_.value(record, "northing").value_or(""));
            auto const seen = seen_.find(postcode);
            auto const twice = in_batch.find(postcode);
            if (postcode.empty()) {
                outcome.refuse_row(record.line, "\"" + text::shorten(typed, 30) + "\" is not a postcode",
                                   record.fields);
            } else if (!easting || !northing || !gateways::is_on_national_grid({*easting, *northing})) {
                outcome.refuse_row(record.line, "it has no position in Great Britain", record.fields);
            } else if (seen != seen_.end() || twice != in_batch.end()) {
                auto const line = seen != seen_.end() ? seen->second : twice->second;
                outcome.refuse_row(record.line, postcode + " is on line " + std::to_string(line) + " already",
                                   record.fields);
            } else {
                auto const degrees = grid_.to_degrees({*easting, *northing});
                in_batch.emplace(postcode, record.line);
                rows.push_back({record.line,
                                {std::move(postcode),
                                 {*easting, *northing, degrees.latitude, degrees.longitude},
                                 mapping_.value(record, "ward_code").value_or(""),
                                 {},
                                 ""}});
            }
        }
        return rows;
    }
    void remember(std::vector<PostcodeRow> const& rows) {
        for (auto const& row : rows) seen_.emplace(row.postcode.postcode, row.line);
    }

  private:
    imports::Mapping mapping_;
    gateways::NationalGrid grid_;
    std::unordered_map<std::string, std::int64_t> seen_;
};

void store(storage::sql::Write& tx, std::vector<PostcodeRow> const& rows, BatchOutcome& outcome) {
    std::unordered_map<std::string, AreaId> areas;
    for (auto const& area : storage::places::areas(tx)) areas.emplace(area.code, area.id);
    std::vector<std::string> names;
    for (auto const& row : rows) names.push_back(row.postcode.postcode);
    std::unordered_map<std::string, Postcode> stored;
    for (auto& postcode : storage::places::find_postcodes(tx, names))
        stored.emplace(postcode.postcode, std::move(postcode));

    for (auto const& row : rows) {
        auto postcode = row.postcode;
        if (auto const area = areas.find(postcode.ward_code); area != areas.end())
            postcode.area = area->second;
        auto const known = stored.find(postcode.postcode);
        if (known == stored.end()) {
            storage::places::insert(tx, postcode);
            ++outcome.counts.rows_new;
            continue;
        }
        auto const& before = known->second;
        postcode.lsoa_code = before.lsoa_code;
        if (!postcode.area && postcode.ward_code == before.ward_code) postcode.area = before.area;
        bool const same = postcode.position == before.position && postcode.ward_code == before.ward_code &&
                          postcode.area == before.area;
        if (same) {
            ++outcome.counts.rows_same;
        } else {
            storage::places::update(tx, postcode);
            ++outcome.counts.rows_changed;
        }
    }
}

}  // namespace

Expected<imports::ImportResult> import_postcodes(Context& context, imports::ImportOptions const& options) {
    imports::Importer importer(context, options, "postcodes", domain::events::places_loaded);
    auto mapping = imports::mapping_for(options, postcode_fields);
    if (!mapping) return refuse(mapping.error());
    auto reader = documents::csv::Reader::of_file(options.file, {.separator = mapping->separator()});

    auto first = reader.next();
    if (!first) return refuse(first.error());
    if (!*first) return refuse(RefusalKind::invalid, "empty", "The file is empty");
    bool const has_header = options.map || text::postcode((*first)->fields.front()).empty();
    auto bound = mapping->bind(has_header ? **first : code_point_open, required_of_postcode);
    if (!bound) return refuse(bound.error());
    PostcodeFile file(std::move(*mapping));

    auto const take = [&](Records const& records) -> Expected<Done> {
        BatchOutcome read;
        auto const rows = file.rows(records, read);
        auto done = importer.batch([&](Change& change) -> Expected<BatchOutcome> {
            auto outcome = read;
            store(change.tx, rows, outcome);
            return outcome;
        });
        file.remember(rows);
        return done;
    };
    Records start;
    if (!has_header) start.push_back(std::move(**first));
    if (auto done = imports::in_batches(reader, importer, 2000, take, std::move(start)); !done)
        return refuse(done.error());

    auto const wards = storage::places::ward_codes_in_use(context.read());
    auto const areas = storage::places::areas(context.read());
    if (!options.dry_run && !wards.empty() && areas.empty())
        importer.note("The postcodes are in no area yet: load the names or boundaries of their wards next.");
    return importer.finish();
}

}  // namespace doorstep::usecases::places
