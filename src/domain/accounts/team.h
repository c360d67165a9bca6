#pragma once

#include <string>

#include "domain/ids.h"

namespace doorstep::domain::accounts {

struct Team {
    TeamId id;
    std::string name;  ///< no two alike
};

}  // namespace doorstep::domain::accounts
