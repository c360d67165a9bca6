#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/access/role.h"
#include "domain/places/place.h"

namespace doorstep::usecases::demo {

/// What happens under one kind of case, in words.
struct CategoryWords {
    std::string code;
    double weight = 0;    ///< share of cases
    double severity = 0;  ///< 0 to 1: how high risk answers run
    bool summer = false;  ///< more of it on light evenings
    std::vector<std::string> titles;
    std::vector<std::string> subcategories;
    std::vector<std::string> happened;
    std::vector<std::string> incidents;
};

struct StaffMember {
    std::string name;
    std::string email;
    std::string job;
    domain::access::Role role{};
    bool signs_in = false;
    double care = 0.8;  ///< how well promises are kept
    std::optional<double> left_after_years;
};

struct Ward {
    std::string code;
    std::string name;
};

/// demo/: names, words, staff, and the real postcodes and wards of Milton Keynes.
struct DemoData {
    std::vector<std::string> given;
    std::vector<std::string> family;
    std::vector<std::string> street;
    std::vector<std::string> street_kind;
    std::vector<std::string> block_kind;
    std::vector<std::string> shop;
    std::vector<StaffMember> staff;
    std::vector<CategoryWords> categories;
    std::map<std::string, std::vector<std::string>, std::less<>> words;  ///< "contact.first"
    std::vector<Ward> wards;
    std::vector<domain::places::Postcode> postcodes;  ///< without an area

    /// A list of words that is there, or a bug.
    std::vector<std::string> const& of(std::string_view name) const;
    CategoryWords const& category(std::string_view code) const;
};

/// Read once.
DemoData const& demo_data();

}  // namespace doorstep::usecases::demo
