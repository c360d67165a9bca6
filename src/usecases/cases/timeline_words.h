#pragma once

#include <optional>
#include <string_view>

/// Which fields of an event people want to read in a chronology, and how. One table: a use-case that records
/// a new fact adds a row here, or leaves it to the file history.
namespace doorstep::usecases::cases {

/// How the value of a field becomes words.
enum class Wording {
    plain,     ///< dates as people write them; "no-access" as "No access"
    as_typed,  ///< somebody's own words, such as the name of a service
    name,      ///< an id, shown by its name when the viewer may know it, else left out
    category,  ///< from the list of that name, and so on
    subcategory,
    harm_group,
    intervention,
    closing_reason,
    channel,
    signpost,
    method,
    result,
    part,
    side,
    link_kind,
    bytes,
};

struct FactShown {
    std::string_view field;
    std::string_view label;
    Wording wording = Wording::plain;
    int rank = 0;  ///< order of showing
};

/// Nothing for a field that is not shown as a fact.
FactShown const* fact_shown(std::string_view field);

/// The rank of a field that holds free text: the lowest one present is shown as what was said. Nothing for
/// others.
std::optional<int> said_rank(std::string_view field);

}  // namespace doorstep::usecases::cases
