#pragma once

#include <optional>
#include <string>

#include "domain/people/people.h"

namespace doorstep::usecases::surveys {

/// How to speak to somebody, for the person who rings them.
struct PersonWords {
    std::string name;  ///< the name they want to be called by
    std::string telephone;
    std::string safe_contact;
    bool may_ring = false;
    bool may_leave_message = false;
    std::string best_times;
    std::string someone_else;
    std::string adjustments;
};

/// Without a record of what is safe, the telephone is not: somebody must ask first.
PersonWords person_words(std::optional<domain::people::Person> const& person,
                         std::optional<domain::people::SafeContact> const& safe_contact);

}  // namespace doorstep::usecases::surveys
