#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "pages/reports/inputs.h"

/// C07: the questions of the journey in groups, as an officer asks them of somebody on the telephone or face
/// to face. The questions are worded to be read aloud; what is said before them stands here.
namespace doorstep::pages::reports {

struct Group {
    std::string_view name;    ///< the last part of its address
    std::string_view title;   ///< the h1
    std::string_view script;  ///< to read aloud before the questions; empty for none
    std::vector<std::string_view> steps;
};

std::span<Group const> groups();
/// Nothing for a page that does not exist.
Group const* find_group(std::string_view name);
/// Where a question is asked; nothing for pages that only tell.
Group const* group_of(Step const& step);

/// The questions of the group that are asked, by what was answered before.
std::vector<Step const*> steps_of(Group const& group, Pairs const& answers, Facts const& facts);
/// The next group with something to ask; nothing after the last.
Group const* next_group(Group const& from, Pairs const& answers, Facts const& facts);
Group const* previous_group(Group const& from, Pairs const& answers, Facts const& facts);

}  // namespace doorstep::pages::reports
