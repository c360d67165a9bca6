#pragma once

#include <array>

#include "base/enum_names.h"

namespace doorstep::domain::cases {

/// How two cases belong together. They are linked, never merged: each keeps its people, its clocks and its
/// file.
enum class LinkKind { counter_allegation, same_incident, related, earlier_case };
constexpr auto enum_names(LinkKind) {
    return std::array{
        EnumName{LinkKind::counter_allegation, "counter-allegation", "Counter-allegation"},
        EnumName{LinkKind::same_incident, "same-incident", "The same incident"},
        EnumName{LinkKind::related, "related", "Related"},
        EnumName{LinkKind::earlier_case, "earlier-case", "An earlier case about the same matter"}};
}

}  // namespace doorstep::domain::cases
