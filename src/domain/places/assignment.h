#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_names.h"
#include "domain/ids.h"

/// Which ASB officer deals with a case, from data and not from memory (M-70).
namespace doorstep::domain::places {

/// "Dana deals with noise in Wolverton." Without area or category it holds for every one of them.
struct AssignmentRule {
    AssignmentRuleId id;
    std::optional<AreaId> area;
    std::optional<std::string> category;
    AccountId account;
};

/// Why somebody was chosen, the most particular first.
enum class Reach { area_and_category, category, area, area_officer, everything };
constexpr auto enum_names(Reach) {
    return std::array{
        EnumName{Reach::area_and_category, "area-and-category", "Deals with this kind in this area"},
        EnumName{Reach::category, "category", "Deals with this kind everywhere"},
        EnumName{Reach::area, "area", "Deals with every kind in this area"},
        EnumName{Reach::area_officer, "area-officer", "Officer of this area"},
        EnumName{Reach::everything, "everything", "Deals with what nobody else does"}};
}

struct Assignment {
    AccountId account;
    Reach reach{};
    bool operator==(Assignment const&) const = default;
};

/// The facts that a rule is chosen by.
struct AssignmentFacts {
    std::optional<AreaId> area;
    std::string_view category;
    std::optional<AccountId> officer_of_area;
};

/// Everybody a rule or the area names, each once: the most particular first, and among equals in the order of
/// the rules. The first is the suggestion; the next stands in where the first cannot (away, or in conflict).
std::vector<Assignment> assignments(std::vector<AssignmentRule> const& rules, AssignmentFacts const& facts);

}  // namespace doorstep::domain::places
