#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "legal/lists.h"
#include "usecases/context.h"

/// A landlord's dated lists (A03): entries are added and given new versions from a day on. Used values
/// retire, they never vanish.
namespace doorstep::usecases::lists {

/// By title.
Expected<std::vector<legal::List>> all_lists(Context& context);
/// Refused (not_found) for a name that does not exist.
Expected<legal::List> view_list(Context& context, std::string_view name);

struct ChangeEntry {
    std::string list;
    std::string code;  ///< of the entry that gets a new version; empty for a new entry
    std::string like;  ///< for a new entry: the entry whose handling it takes (group, kind, track)
    std::string label;
    std::string label_welsh;
    Date in_use_from;
    std::optional<Date> in_use_until;  ///< exclusive
};
/// The version before ends when this one begins. Refused: a first day that has passed, an end before it, an
/// unknown entry, a new entry with the label of one that is there.
Expected<Done> change_entry(Context& context, ChangeEntry const& input);

}  // namespace doorstep::usecases::lists
