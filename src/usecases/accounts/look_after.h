#pragma once

#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/places/place.h"
#include "usecases/context.h"

/// Which places a colleague looks after (A02, M-70): a patch has one housing officer, an area one ASB
/// officer.
namespace doorstep::usecases::accounts {

struct LookedAfter {
    struct Place {
        std::string id;
        std::string name;
        std::string officer;  ///< whose it is now; empty for nobody's
        bool is_theirs = false;
    };
    std::vector<Place> patches;
    std::vector<Place> areas;
};
/// By name. Empty for those who may not manage accounts.
LookedAfter looked_after(Context& context, AccountId account);

struct LookAfter {
    AccountId account;
    std::vector<std::string> patches;  ///< ids; those that are not named are theirs no more
    std::vector<std::string> areas;
};
/// What somebody else looked after becomes theirs. New cases are given to them from now on; cases that are
/// open keep their officers until they are handed over. Refused: a place that does not exist; patches for
/// somebody who is no housing officer, areas for somebody who is no ASB officer.
Expected<Done> look_after(Context& context, LookAfter const& input);

}  // namespace doorstep::usecases::accounts
