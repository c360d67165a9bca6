#include "domain/access/scope.h"

#include "base/text.h"

namespace doorstep::domain::access {

std::string Scopes::names() const {
    std::string names;
    for (auto const& row : all_of<Scope>())
        if (has(row.value)) names.append(names.empty() ? "" : " ").append(row.name);
    return names;
}

Scopes Scopes::from_names(std::string_view names) {
    Scopes scopes;
    while (!names.empty()) {
        auto const space = names.find(' ');
        if (auto const scope = enum_from_name<Scope>(names.substr(0, space))) scopes.add(*scope);
        if (space == std::string_view::npos) break;
        names.remove_prefix(space + 1);
    }
    return scopes;
}

}  // namespace doorstep::domain::access
