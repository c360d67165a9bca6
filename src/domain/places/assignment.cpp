#include "domain/places/assignment.h"

#include <algorithm>

namespace doorstep::domain::places {
namespace {

/// Nothing when the rule is about another area or category.
std::optional<Reach> reach_of(AssignmentRule const& rule, AssignmentFacts const& facts) {
    if (rule.area && rule.area != facts.area) return std::nullopt;
    if (rule.category && *rule.category != facts.category) return std::nullopt;
    if (rule.area) return rule.category ? Reach::area_and_category : Reach::area;
    return rule.category ? Reach::category : Reach::everything;
}

}  // namespace

std::vector<Assignment> assignments(std::vector<AssignmentRule> const& rules, AssignmentFacts const& facts) {
    std::vector<Assignment> found;
    for (auto const& rule : rules)
        if (auto const reach = reach_of(rule, facts)) found.push_back({rule.account, *reach});
    if (facts.officer_of_area) found.push_back({*facts.officer_of_area, Reach::area_officer});
    std::stable_sort(found.begin(), found.end(),
                     [](Assignment const& a, Assignment const& b) { return a.reach < b.reach; });
    std::vector<Assignment> each_once;
    for (auto const& candidate : found)
        if (std::none_of(each_once.begin(), each_once.end(),
                         [&](Assignment const& known) { return known.account == candidate.account; }))
            each_once.push_back(candidate);
    return each_once;
}

}  // namespace doorstep::domain::places
