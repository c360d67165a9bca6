#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "usecases/context.h"

/// Changing the site's key (gateways::SiteKey): what it sealed is sealed again by the new one, and the old
/// one can go when nothing needs it any more. For whoever owns the folder of secrets, on the command line;
/// servers find the new key by themselves.
namespace doorstep::usecases::site_keys {

struct KeyUse {
    std::string id;
    bool is_in_use = false;
    int needed_by = 0;  ///< sealed values, and recovery codes that were not used
};
/// The one in use first.
std::vector<KeyUse> list(Context& context);

/// A new key; what the others sealed is sealed again. Gives its id.
Expected<std::string> rotate(Context& context);
/// Seals again what a key no longer in use sealed: a job, for what a server with the old key sealed
/// meanwhile. What was done, in words for the settings page.
std::string seal_again(Context& context);
/// Refused for the key in use, and while something needs it: recovery codes are kept as hashes, so their
/// owners make new ones first.
Expected<Done> forget(Context& context, std::string_view id);

}  // namespace doorstep::usecases::site_keys
