#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/expected.h"
#include "usecases/context.h"
#include "usecases/settings.h"

namespace doorstep::usecases::site {

/// What an administrator sets of the landlord's look and how to reach them (A09).
struct SiteDetails {
    std::string landlord_name;
    std::string team_name;
    std::string telephone;
    std::string telephone_hours;
    std::string email;
    std::string postal_address;
    std::string web_address;  ///< where residents reach this site; empty: no letter carries a link
    std::string brand_colour;
    std::string exit_page;
    std::int64_t homes = 0;
    Division division = Division::england_and_wales;  ///< whose bank holidays count
    std::string body;  ///< what the landlord is in law (law/powers.toml): decides which powers are its own
};
Expected<SiteDetails> view_site(Context& context);
/// What a landlord may be, and its words: the code and the title.
std::vector<std::pair<std::string, std::string>> landlord_bodies(Settings const& settings);
/// Refused: a body that lets no homes, a colour on which white words cannot be read (E12), an exit page that
/// is not https, a web address that is not https or has more than a host.
Expected<Done> change_site(Context& context, SiteDetails const& input);

}  // namespace doorstep::usecases::site
