#include "usecases/demo/demo_data.h"

#include <toml++/toml.h>

#include <algorithm>
#include <stdexcept>

#include "base/assert.h"
#include "base/embedded.h"
#include "base/text.h"
#include "documents/csv/reader.h"

namespace doorstep::usecases::demo {
namespace {

std::string_view content(std::string_view name) {
    auto const file = embedded_file(name);
    DOORSTEP_ASSERT(file.has_value(), "a file of the demo is embedded");
    return file->content;
}

std::vector<std::string> texts(toml::node_view<toml::node> node) {
    std::vector<std::string> result;
    if (auto const* list = node.as_array())
        for (auto const& item : *list) result.push_back(item.value_or(std::string()));
    return result;
}

void read_names(DemoData& data) {
    auto names = toml::parse(content("demo/names.toml"));
    data.given = texts(names["given"]);
    data.family = texts(names["family"]);
    data.street = texts(names["street"]);
    data.street_kind = texts(names["street_kind"]);
    data.block_kind = texts(names["block_kind"]);
    data.shop = texts(names["shop"]);
}

void read_staff(DemoData& data) {
    auto table = toml::parse(content("demo/staff.toml"));
    for (auto& node : *table["staff"].as_array()) {
        auto& row = *node.as_table();
        StaffMember member;
        member.name = row["name"].value_or(std::string());
        member.job = row["job"].value_or(std::string());
        auto const role = enum_from_name<domain::access::Role>(row["role"].value_or(std::string()));
        DOORSTEP_ASSERT(role.has_value(), "everybody in demo/staff.toml has a role");
        member.role = *role;
        member.signs_in = row["demo"].value_or(false);
        member.care = row["care"].value_or(0.8);
        member.left_after_years = row["left_after_years"].value<double>();
        auto local_part = text::lower_ascii(member.name);
        std::replace(local_part.begin(), local_part.end(), ' ', '.');
        member.email = row["email"].value_or(local_part + "@elmfield.example");
        data.staff.push_back(std::move(member));
    }
}

void read_words(DemoData& data) {
    auto table = toml::parse(content("demo/words.toml"));
    for (auto& [group, node] : table) {
        auto& lists = *node.as_table();
        for (auto& [name, value] : lists) {
            if (group.str() != "category") {
                data.words.emplace(std::string(group.str()) + "." + std::string(name.str()),
                                   texts(lists[name.str()]));
                continue;
            }
            auto& row = *value.as_table();
            data.categories.push_back({.code = std::string(name.str()),
                                       .weight = row["weight"].value_or(1.0),
                                       .severity = row["severity"].value_or(0.3),
                                       .summer = row["summer"].value_or(false),
                                       .titles = texts(row["title"]),
                                       .subcategories = texts(row["sub"]),
                                       .happened = texts(row["happened"]),
                                       .incidents = texts(row["incident"])});
        }
    }
}

/// Calls `take` with the fields of every record but the heading.
template <class Take>
void each_record(std::string_view name, Take take) {
    auto reader = documents::csv::Reader::of_text(std::string(content(name)));
    bool heading = true;
    while (true) {
        auto record = reader.next();
        if (!record) throw std::logic_error(std::string(name) + ": " + record.error().message());
        if (!*record) return;
        if (!heading) take((*record)->fields);
        heading = false;
    }
}

void read_places(DemoData& data) {
    each_record("demo/milton-keynes-wards.csv", [&](auto const& fields) {
        data.wards.push_back({fields[0], fields[1]});
    });
    each_record("demo/milton-keynes-postcodes.csv", [&](auto const& fields) {
        data.postcodes.push_back({.postcode = text::postcode(fields[0]),
                                  .position = {.easting = std::stod(fields[1]),
                                               .northing = std::stod(fields[2]),
                                               .latitude = std::stod(fields[3]),
                                               .longitude = std::stod(fields[4])},
                                  .ward_code = fields[5],
                                  .area = {},
                                  .lsoa_code = ""});
    });
}

}  // namespace

std::vector<std::string> const& DemoData::of(std::string_view name) const {
    auto const found = words.find(name);
    DOORSTEP_ASSERT(found != words.end() && !found->second.empty(), "demo/words.toml has this list");
    return found->second;
}

CategoryWords const& DemoData::category(std::string_view code) const {
    auto const found = std::find_if(categories.begin(), categories.end(),
                                    [&](auto const& category) { return category.code == code; });
    DOORSTEP_ASSERT(found != categories.end(), "demo/words.toml has this kind of case");
    return *found;
}

DemoData const& demo_data() {
    static auto const data = [] {
        DemoData read;
        read_names(read);
        read_staff(read);
        read_words(read);
        read_places(read);
        return read;
    }();
    return data;
}

}  // namespace doorstep::usecases::demo
