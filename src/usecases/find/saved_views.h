#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "usecases/context.h"

/// Filters of the list of cases under a name (C08): everybody's own, seen by nobody else.
namespace doorstep::usecases::find {

struct SavedView {
    std::string id;
    std::string name;
    std::string query;  ///< as in an address: "owner=me&risk=high"
};
inline constexpr std::size_t most_saved_views = 30;

/// By name; none for whoever is not signed in.
std::vector<SavedView> my_saved_views(Context& context);
/// One of the same name is replaced. Refused: no name, a name of more than 60 characters, more than 30 views.
Expected<Done> save_view(Context& context, std::string const& name, std::string const& query);
/// Refused (not_found): one that is not the viewer's.
Expected<Done> remove_view(Context& context, std::string_view id);

}  // namespace doorstep::usecases::find
