#include "usecases/site/change_site.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "domain/site/colour.h"
#include "legal/law.h"

namespace doorstep::usecases::site {

using domain::access::Action;

namespace {

std::string without_last_slash(std::string_view typed) {
    auto address = text::trim(typed);
    while (address.ends_with('/')) address.remove_suffix(1);
    return std::string(address);
}

/// "https://", a name of letters, digits, points and hyphens, and perhaps a port.
bool is_own_address(std::string_view address) {
    constexpr std::string_view scheme = "https://";
    if (!address.starts_with(scheme) || address.size() > 200) return false;
    address.remove_prefix(scheme.size());
    return !address.empty() && std::all_of(address.begin(), address.end(), [](char each) {
        return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9') ||
               each == '.' || each == '-' || each == ':';
    });
}

}  // namespace

Expected<SiteDetails> view_site(Context& context) {
    if (auto const may = context.require(Action::manage_site); !may) return refuse(may.error());
    auto const& site = context.settings().site();
    return SiteDetails{.landlord_name = site.landlord_name,
                       .team_name = site.team_name,
                       .telephone = site.telephone,
                       .telephone_hours = site.telephone_hours,
                       .email = site.email,
                       .postal_address = site.postal_address,
                       .web_address = site.web_address,
                       .brand_colour = site.brand_colour,
                       .exit_page = site.exit_page,
                       .homes = site.homes,
                       .division = site.division,
                       .body = site.body};
}

std::vector<std::pair<std::string, std::string>> landlord_bodies(Settings const& settings) {
    std::vector<std::pair<std::string, std::string>> found;
    for (auto const& body : settings.law().landlords()) found.emplace_back(body.code, body.title);
    return found;
}

Expected<Done> change_site(Context& context, SiteDetails const& input) {
    auto const before = view_site(context);
    if (!before) return refuse(before.error());
    auto const contrast = domain::site::contrast_with_white(input.brand_colour);
    if (!contrast) return refuse_field("colour-wrong", "brand-colour", "Enter a colour such as #0b4f4a");
    if (*contrast < domain::site::least_contrast) {
        auto const message = fmt::format(
            "Choose a darker colour: white words on this one have a contrast of {:.1f} to 1, and need 4.5 to "
            "1",
            *contrast);
        return tl::unexpected<Refusal>(
            Refusal(RefusalKind::unlawful, "contrast-low", message).with_problem("brand-colour", message));
    }
    if (!input.exit_page.starts_with("https://"))
        return refuse_field("exit-page-wrong", "exit-page", "Enter an address that begins with https://");
    auto const web_address = without_last_slash(input.web_address);
    if (!web_address.empty() && !is_own_address(web_address))
        return refuse_field("web-address-wrong", "web-address",
                            "Enter an address such as https://asb.example.org, with nothing after the name");
    auto const bodies = landlord_bodies(context.settings());
    if (std::none_of(bodies.begin(), bodies.end(),
                     [&](auto const& body) { return body.first == input.body; }))
        return refuse_field("body-unknown", "body", "Select what the landlord is in law");

    auto const done = context.change([&](Change& change) -> Expected<Done> {
        domain::events::Detail detail;
        auto const set = [&](std::string_view key, std::string const& was, std::string const& is) {
            set_site_value(change.tx, key, is);
            detail.change(key, was, is);
        };
        set("landlord_name", before->landlord_name, input.landlord_name);
        set("team_name", before->team_name, input.team_name);
        set("telephone", before->telephone, input.telephone);
        set("telephone_hours", before->telephone_hours, input.telephone_hours);
        set("email", before->email, input.email);
        set("postal_address", before->postal_address, input.postal_address);
        set("web_address", before->web_address, web_address);
        set("brand_colour", before->brand_colour, input.brand_colour);
        set("exit_page", before->exit_page, input.exit_page);
        set("homes", std::to_string(before->homes), std::to_string(input.homes));
        set("division", std::string(name_of(before->division)), std::string(name_of(input.division)));
        set("body", before->body, input.body);
        mark_settings_changed(change.tx, change.now);
        change.record_setting("site", domain::events::site_changed, detail);
        return Done{};
    });
    if (done) context.services.settings.reload();
    return done;
}

}  // namespace doorstep::usecases::site
