#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "storage/places.h"
#include "usecases/places/area_file.h"
#include "usecases/places/import_places.h"

// Wards and census areas of usecases/places/import_places.h.
namespace doorstep::usecases::places {
namespace {

using domain::places::Area;
using domain::places::Postcode;
using imports::BatchOutcome;

constexpr int postcodes_in_batch = 5000;

/// The area whose boundary the postcode's centre lies in; null when it is in none.
AreaRow const* around(std::vector<AreaRow> const& rows, Postcode const& postcode) {
    auto const found = std::find_if(rows.begin(), rows.end(), [&](AreaRow const& row) {
        return row.boundary.contains({postcode.position.longitude, postcode.position.latitude});
    });
    return found == rows.end() ? nullptr : &*found;
}

/// Which rows somebody's postcode lies in, by ward code or by boundary. All of them when no postcode is
/// loaded.
std::vector<bool> used(storage::sql::Read& tx, std::vector<AreaRow> const& rows) {
    if (storage::places::count_postcodes(tx) == 0) return std::vector<bool>(rows.size(), true);
    std::vector<bool> used(rows.size(), false);
    auto const codes = storage::places::ward_codes_in_use(tx);
    std::unordered_set<std::string_view> of_file;
    for (std::size_t n = 0; n < rows.size(); ++n) {
        used[n] = std::binary_search(codes.begin(), codes.end(), rows[n].code);
        of_file.insert(rows[n].code);
    }
    std::string last;
    while (true) {
        auto const page = storage::places::postcodes_after(tx, last, postcodes_in_batch);
        if (page.empty()) return used;
        last = page.back().postcode;
        for (auto const& postcode : page)
            if (!postcode.area && !of_file.contains(postcode.ward_code))
                if (auto const* row = around(rows, postcode))
                    used[static_cast<std::size_t>(row - rows.data())] = true;
    }
}

/// Makes and renames areas, and puts postcodes into them by their own ward code.
BatchOutcome store_wards(Change& change, AreaRows const& file) {
    BatchOutcome outcome;
    outcome.problems = file.problems;
    outcome.counts.rows_refused = static_cast<std::int64_t>(file.problems.size());
    auto const needed = used(change.tx, file.rows);
    std::unordered_map<std::string, Area> stored;
    for (auto& area : storage::places::areas(change.tx)) stored.emplace(area.code, std::move(area));
    for (std::size_t n = 0; n < file.rows.size(); ++n) {
        auto const& row = file.rows[n];
        auto const known = stored.find(row.code);
        if (known == stored.end() && !needed[n]) {
            ++outcome.counts.rows_not_needed;
            continue;
        }
        AreaId id;
        if (known == stored.end()) {
            id = change.new_id<AreaId>();
            storage::places::insert(change.tx,
                                    Area{.id = id, .code = row.code, .name = row.name, .asb_officer = {}});
            ++outcome.counts.rows_new;
        } else {
            id = known->second.id;
            if (known->second.name == row.name) {
                ++outcome.counts.rows_same;
            } else {
                auto renamed = known->second;
                renamed.name = row.name;
                storage::places::update(change.tx, renamed);
                ++outcome.counts.rows_changed;
            }
        }
        if (storage::places::put_ward_in_area(change.tx, row.code, id) > 0) outcome.changed_something = true;
    }
    return outcome;
}

/// A pass over all postcodes, some thousand in a transaction: `place` changes one and says whether it did.
Expected<std::int64_t> pass_over_postcodes(Context& context, imports::Importer& importer,
                                           std::function<bool(Postcode&)> const& place) {
    std::int64_t placed = 0;
    std::int64_t done_so_far = 0;
    auto const total = storage::places::count_postcodes(context.read());
    std::string last;
    while (true) {
        auto const page = storage::places::postcodes_after(context.read(), last, postcodes_in_batch);
        if (page.empty()) return placed;
        last = page.back().postcode;
        std::vector<Postcode> changed;
        for (auto postcode : page)
            if (place(postcode)) changed.push_back(std::move(postcode));
        auto const done = importer.batch([&](Change& change) -> Expected<BatchOutcome> {
            BatchOutcome outcome;
            for (auto const& postcode : changed) storage::places::update(change.tx, postcode);
            outcome.changed_something = !changed.empty();
            return outcome;
        });
        if (!done) return refuse(done.error());
        placed += static_cast<std::int64_t>(changed.size());
        importer.progress(done_so_far += static_cast<std::int64_t>(page.size()), total);
    }
}

bool has_boundaries(std::vector<AreaRow> const& rows) {
    return std::any_of(rows.begin(), rows.end(), [](AreaRow const& row) { return !row.boundary.empty(); });
}

}  // namespace

Expected<imports::ImportResult> import_wards(Context& context, imports::ImportOptions const& options) {
    imports::Importer importer(context, options, "wards", domain::events::places_loaded);
    auto const file = read_area_file(options, "WD");
    if (!file) return refuse(file.error());
    if (!has_boundaries(file->rows) && storage::places::count_postcodes(context.read()) == 0)
        return refuse(
            RefusalKind::invalid, "no-postcodes",
            "Load postcodes first: of a list of names only the wards that a postcode lies in are kept");

    auto done =
        importer.batch([&](Change& change) -> Expected<BatchOutcome> { return store_wards(change, *file); });
    if (!done) return refuse(done.error());

    std::unordered_map<std::string, AreaId> ids;
    for (auto const& area : storage::places::areas(context.read())) ids.emplace(area.code, area.id);
    if (has_boundaries(file->rows)) {
        auto const placed = pass_over_postcodes(context, importer, [&](Postcode& postcode) {
            if (postcode.area) return false;
            auto const* row = around(file->rows, postcode);
            auto const area = row ? ids.find(row->code) : ids.end();
            if (area == ids.end()) return false;
            postcode.area = area->second;
            return true;
        });
        if (!placed) return refuse(placed.error());
        if (*placed > 0)
            importer.note(std::to_string(*placed) +
                          " postcodes have another ward code and were placed by the boundaries.");
    }
    done = importer.batch([&](Change& change) -> Expected<BatchOutcome> {
        BatchOutcome outcome;
        outcome.changed_something = storage::places::fill_areas_of_addresses(change.tx) > 0;
        if (outcome.changed_something) storage::places::count_homes(change.tx);
        return outcome;
    });
    if (!done) return refuse(done.error());
    return importer.finish();
}

Expected<imports::ImportResult> import_lsoas(Context& context, imports::ImportOptions const& options) {
    imports::Importer importer(context, options, "lsoas", domain::events::places_loaded);
    auto const file = read_area_file(options, "LSOA");
    if (!file) return refuse(file.error());
    auto const done = importer.batch([&](Change& change) -> Expected<BatchOutcome> {
        BatchOutcome outcome;
        outcome.problems = file->problems;
        outcome.counts.rows_refused = static_cast<std::int64_t>(file->problems.size());
        std::unordered_map<std::string, std::string> stored;
        for (auto& lsoa : storage::places::lsoas(change.tx)) stored.emplace(lsoa.code, std::move(lsoa.name));
        for (auto const& row : file->rows) {
            auto const known = stored.find(row.code);
            // Of a list of every name in the country only those whose boundary was loaded are of use.
            if (known == stored.end() && row.boundary.empty()) {
                ++outcome.counts.rows_not_needed;
                continue;
            }
            if (known == stored.end())
                ++outcome.counts.rows_new;
            else
                ++(known->second == row.name ? outcome.counts.rows_same : outcome.counts.rows_changed);
            storage::places::put_lsoa(change.tx, {row.code, row.name});
        }
        return outcome;
    });
    if (!done) return refuse(done.error());
    if (has_boundaries(file->rows)) {
        auto const placed = pass_over_postcodes(context, importer, [&](Postcode& postcode) {
            auto const* row = around(file->rows, postcode);
            if (!row || postcode.lsoa_code == row->code) return false;
            postcode.lsoa_code = row->code;
            return true;
        });
        if (!placed) return refuse(placed.error());
        importer.note(std::to_string(*placed) + " postcodes were put into a census area.");
    }
    return importer.finish();
}

}  // namespace doorstep::usecases::places
