#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "base/text.h"
#include "gateways/national_grid.h"
#include "storage/accounts.h"
#include "storage/places.h"
#include "usecases/imports/read_rows.h"
#include "usecases/places/import_places.h"

namespace doorstep::usecases::places {
namespace {

using domain::places::Accuracy;
using domain::places::Address;
using domain::places::AddressKind;
using domain::places::Area;
using domain::places::Block;
using domain::places::Patch;
using imports::BatchOutcome;
using imports::Records;

std::set<std::string, std::less<>> const fields{
    "uprn", "line",    "town",    "postcode", "patch",   "block",     "tenure",
    "kind", "is_ours", "easting", "northing", "setting", "area_code", "housing_officer"};
std::set<std::string, std::less<>> const required{"uprn", "line", "postcode"};

/// A row as typed, its single facts checked.
struct Row {
    std::int64_t line = 0;
    std::vector<std::string> fields;
    Address address;
    std::string patch;
    std::string block;
    std::string setting;
    std::string area_code;
    std::string housing_officer;  ///< folded e-mail
};

std::optional<double> number(std::string_view text) {
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

bool is_uprn(std::string_view text) {
    return !text.empty() && text.size() <= 12 &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<bool> yes_or_no(std::string_view text) {
    auto const folded = text::fold(text);
    if (folded == "yes" || folded == "y" || folded == "true" || folded == "1") return true;
    if (folded == "no" || folded == "n" || folded == "false" || folded == "0") return false;
    return std::nullopt;
}

class HomesFile {
  public:
    explicit HomesFile(imports::Mapping mapping) : mapping_(std::move(mapping)) {}

    std::vector<Row> rows(Records const& records, BatchOutcome& outcome) {
        std::vector<Row> rows;
        std::unordered_map<std::string, std::int64_t> in_batch;
        for (auto const& record : records) {
            Row row;
            if (auto reason = read(record, row); !reason.empty()) {
                outcome.refuse_row(record.line, std::move(reason), record.fields);
                continue;
            }
            auto const& uprn = *row.address.uprn;
            auto const seen = seen_.find(uprn);
            auto const [twice, is_new] = in_batch.emplace(uprn, record.line);
            if (seen != seen_.end() || !is_new) {
                auto const line = seen != seen_.end() ? seen->second : twice->second;
                outcome.refuse_row(record.line,
                                   "UPRN " + uprn + " is on line " + std::to_string(line) + " already",
                                   record.fields);
                continue;
            }
            rows.push_back(std::move(row));
        }
        return rows;
    }
    void remember(std::vector<Row> const& rows) {
        for (auto const& row : rows) seen_.emplace(*row.address.uprn, row.line);
    }

  private:
    /// Why it cannot be taken; empty when it can.
    std::string read(documents::csv::Record const& record, Row& row) {
        auto const value = [&](std::string_view field) { return mapping_.value(record, field).value_or(""); };
        row.line = record.line;
        row.fields = record.fields;
        auto uprn = value("uprn");
        if (!is_uprn(uprn)) return "\"" + text::shorten(uprn, 30) + "\" is not a UPRN: 1 to 12 figures";
        // Systems that pad with noughts and those that do not mean the same property.
        uprn.erase(0, std::min(uprn.find_first_not_of('0'), uprn.size() - 1));
        auto& address = row.address;
        address.uprn = std::move(uprn);
        address.line = value("line");
        if (address.line.empty()) return "it has no address line";
        address.town = value("town");
        auto const typed = value("postcode");
        address.postcode = text::postcode(typed);
        if (address.postcode.empty()) return "\"" + text::shorten(typed, 30) + "\" is not a postcode";
        address.tenure = value("tenure");
        if (!mapping_.value(record, "tenure"))
            return "tenure \"" + text::shorten(mapping_.raw(record, "tenure"), 40) +
                   "\" is not in the mapping";
        auto const kind = value("kind");
        if (!kind.empty()) {
            auto const known = enum_from_name<AddressKind>(text::lower_ascii(kind));
            if (!known)
                return "kind \"" + text::shorten(kind, 30) + "\" is none of home, shop, communal, other";
            address.kind = *known;
        }
        auto const is_ours = value("is_ours");
        if (!is_ours.empty()) {
            auto const answer = yes_or_no(is_ours);
            if (!answer) return "is_ours \"" + text::shorten(is_ours, 30) + "\" is neither yes nor no";
            address.is_ours = *answer;
        }
        row.patch = value("patch");
        row.block = value("block");
        row.setting = value("setting");
        row.area_code = value("area_code");
        row.housing_officer = text::fold(value("housing_officer"));
        return read_position(value("easting"), value("northing"), address);
    }

    std::string read_position(std::string const& easting, std::string const& northing, Address& address) {
        if (easting.empty() && northing.empty()) return "";
        auto const east = number(easting);
        auto const north = number(northing);
        if (!east || !north || !gateways::is_on_national_grid({*east, *north}))
            return "easting and northing are not a place in Great Britain";
        auto const degrees = grid_.to_degrees({*east, *north});
        address.position = {*east, *north, degrees.latitude, degrees.longitude};
        address.accuracy = Accuracy::address;
        return "";
    }

    imports::Mapping mapping_;
    gateways::NationalGrid grid_;
    std::unordered_map<std::string, std::int64_t> seen_;
};

/// What is stored now that a batch refers to, within one transaction; made where it is not there.
class Surroundings {
  public:
    Surroundings(Change& change, std::vector<Row> const& rows) : change_(change) {
        std::vector<std::string> postcodes, uprns;
        for (auto const& row : rows) {
            postcodes.push_back(row.address.postcode);
            uprns.push_back(*row.address.uprn);
        }
        for (auto& postcode : storage::places::find_postcodes(change.tx, postcodes))
            postcodes_.emplace(postcode.postcode, std::move(postcode));
        for (auto& address : storage::places::find_addresses_by_uprn(change.tx, uprns))
            addresses_.emplace(*address.uprn, std::move(address));
        for (auto& patch : storage::places::patches(change.tx))
            patches_.emplace(patch.name, std::move(patch));
        for (auto const& area : storage::places::areas(change.tx)) areas_.emplace(area.code, area.id);
        for (auto const& account : storage::accounts::list(change.tx, false))
            officers_.emplace(text::fold(account.email), account.id);
        has_postcodes_ = storage::places::count_postcodes(change.tx) > 0;
    }

    /// Position and area, from the row itself or its postcode. A doubt in words, empty when there is none.
    std::string place(Row const& row, Address& address) {
        auto const postcode = postcodes_.find(address.postcode);
        bool const known = postcode != postcodes_.end();
        if (known && !address.position) {
            address.position = postcode->second.position;
            address.accuracy = Accuracy::postcode;
        }
        if (known) address.area = postcode->second.area;
        if (!row.area_code.empty()) {
            auto const area = areas_.find(row.area_code);
            if (area == areas_.end()) return "there is no area with the code " + row.area_code;
            address.area = area->second;
        }
        if (!known && has_postcodes_)
            return address.postcode + " is not among the postcodes loaded, so its ward " +
                   (address.position ? "is not known" : "and position are not known");
        return "";
    }

    std::string patch(Row const& row, Address& address, BatchOutcome& outcome) {
        if (row.patch.empty()) return "";
        auto found = patches_.find(row.patch);
        if (found == patches_.end()) {
            Patch patch{.id = change_.new_id<PatchId>(), .name = row.patch, .housing_officer = {}};
            storage::places::insert(change_.tx, patch);
            found = patches_.emplace(row.patch, std::move(patch)).first;
            outcome.changed_something = true;
        }
        address.patch = found->second.id;
        if (row.housing_officer.empty()) return "";
        auto const officer = officers_.find(row.housing_officer);
        if (officer == officers_.end()) return "nobody has an account with the e-mail of its housing officer";
        if (found->second.housing_officer != officer->second) {
            found->second.housing_officer = officer->second;
            storage::places::set_housing_officer(change_.tx, found->second.id, officer->second);
            outcome.changed_something = true;
        }
        return "";
    }

    /// Blocks of the same name in two areas are two blocks.
    void block(Row const& row, Address& address, BatchOutcome& outcome) {
        if (row.block.empty()) return;
        auto& blocks = blocks_of(address.area);
        auto const name = text::fold(row.block);
        auto found = blocks.find(name);
        if (found == blocks.end()) {
            Block block{.id = change_.new_id<BlockId>(),
                        .name = row.block,
                        .area = address.area,
                        .homes = 0,
                        .setting = row.setting};
            storage::places::insert(change_.tx, block);
            found = blocks.emplace(name, std::move(block)).first;
            outcome.changed_something = true;
        } else if (!row.setting.empty() && found->second.setting != row.setting) {
            found->second.setting = row.setting;
            storage::places::update(change_.tx, found->second);
            outcome.changed_something = true;
        }
        address.block = found->second.id;
    }

    Address const* stored(std::string const& uprn) const {
        auto const found = addresses_.find(uprn);
        return found == addresses_.end() ? nullptr : &found->second;
    }

  private:
    std::unordered_map<std::string, Block>& blocks_of(std::optional<AreaId> area) {
        auto const key = area ? std::string(area->text()) : std::string();
        auto const [blocks, is_new] = blocks_.try_emplace(key);
        if (is_new)
            for (auto& block : storage::places::blocks_of_area(change_.tx, area))
                blocks->second.emplace(text::fold(block.name), std::move(block));
        return blocks->second;
    }

    Change& change_;
    std::unordered_map<std::string, domain::places::Postcode> postcodes_;
    std::unordered_map<std::string, Address> addresses_;
    std::unordered_map<std::string, Patch> patches_;
    std::unordered_map<std::string, AreaId> areas_;
    std::unordered_map<std::string, AccountId> officers_;
    std::unordered_map<std::string, std::unordered_map<std::string, Block>> blocks_;
    bool has_postcodes_ = false;
};

void store(Change& change, std::vector<Row> const& rows, BatchOutcome& outcome) {
    Surroundings surroundings(change, rows);
    for (auto const& row : rows) {
        auto address = row.address;
        for (auto const& doubt :
             {surroundings.place(row, address), surroundings.patch(row, address, outcome)})
            if (!doubt.empty()) outcome.doubt_row(row.line, doubt, row.fields);
        surroundings.block(row, address, outcome);
        auto const* before = surroundings.stored(*address.uprn);
        if (!before) {
            address.id = change.new_id<AddressId>();
            storage::places::insert(change.tx, address);
            ++outcome.counts.rows_new;
            continue;
        }
        address.id = before->id;
        if (address == *before) {
            ++outcome.counts.rows_same;
        } else {
            storage::places::update(change.tx, address);
            ++outcome.counts.rows_changed;
        }
    }
}

}  // namespace

Expected<imports::ImportResult> import_homes(Context& context, imports::ImportOptions const& options) {
    imports::Importer importer(context, options, "homes", domain::events::places_loaded);
    auto mapping = imports::mapping_for(options, fields);
    if (!mapping) return refuse(mapping.error());
    auto reader = documents::csv::Reader::of_file(options.file, {.separator = mapping->separator()});
    auto const header = reader.next();
    if (!header) return refuse(header.error());
    if (!*header) return refuse(RefusalKind::invalid, "empty", "The file is empty");
    if (auto bound = mapping->bind(**header, required); !bound) return refuse(bound.error());

    HomesFile file(std::move(*mapping));
    auto const done =
        imports::in_batches(reader, importer, 2000, [&](Records const& records) -> Expected<Done> {
            BatchOutcome read;
            auto const rows = file.rows(records, read);
            auto batch = importer.batch([&](Change& change) -> Expected<BatchOutcome> {
                auto outcome = read;
                store(change, rows, outcome);
                return outcome;
            });
            file.remember(rows);
            return batch;
        });
    if (!done) return refuse(done.error());
    auto const counts = importer.counts();
    if (counts.rows_new + counts.rows_changed > 0) {
        auto const counted = importer.batch([&](Change& change) -> Expected<BatchOutcome> {
            storage::places::count_homes(change.tx);
            BatchOutcome outcome;
            outcome.changed_something = true;
            return outcome;
        });
        if (!counted) return refuse(counted.error());
    }
    return importer.finish();
}

}  // namespace doorstep::usecases::places
