#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/enum_names.h"

/// Why a report may be about the same matter as another report or a case. A suggestion for whoever decides:
/// it always says why, and nothing is ever joined by itself.
namespace doorstep::domain::triage {

enum class Reason {
    same_person,
    same_telephone,
    same_email,
    similar_name,
    same_address,
    same_building,
    same_postcode,
    same_kind,
    still_open,
};
constexpr auto enum_names(Reason) {
    return std::array{
        EnumName{Reason::same_person, "same-person", "The same person reported it"},
        EnumName{Reason::same_telephone, "same-telephone", "Somebody with the same telephone number"},
        EnumName{Reason::same_email, "same-email", "Somebody with the same e-mail address"},
        EnumName{Reason::similar_name, "similar-name", "Somebody whose name is alike"},
        EnumName{Reason::same_address, "same-address", "The same address"},
        EnumName{Reason::same_building, "same-building", "The same building"},
        EnumName{Reason::same_postcode, "same-postcode", "The same postcode"},
        EnumName{Reason::same_kind, "same-kind", "The same kind of behaviour"},
        EnumName{Reason::still_open, "still-open", "Still being dealt with"}};
}

/// How strongly the reasons speak together, for order only: who and where come before what.
int strength(std::vector<Reason> const& reasons);

/// Worth showing: somebody or somewhere is the same. A kind alone, or being open, says nothing.
bool is_worth_showing(std::vector<Reason> const& reasons);

/// Likely enough to be looked at before a new case is opened: the same person or address, about the same
/// kind.
bool is_likely(std::vector<Reason> const& reasons);

}  // namespace doorstep::domain::triage
