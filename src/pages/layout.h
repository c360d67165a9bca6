#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pages/page.h"

/// What is around every page: head, header, menus, footer. Plain values in, one document out.
namespace doorstep::pages {

/// Whose site it is, as the landlord set it (Look and contact).
struct SiteLook {
    std::string landlord_name = "Elmfield Homes";
    /// Staff pages' titles end with it.
    std::string service_name = "Doorstep";
    std::string telephone;
    /// "Monday to Friday, 8am to 6pm"
    std::string hours;
    /// The landlord's mark, served by this site; none when empty. Decoration: the name stands beside it.
    std::string logo_url;
    /// "#0b4f4a"; for the colour of the browser's own frame.
    std::string brand_colour = "#0b4f4a";
    /// A style sheet with the colour, from brand_style_sheet(); the built-in colour when empty.
    std::string brand_style_sheet_url;
    bool has_welsh = true;
};

struct MenuItem {
    /// Pages name it in Page::current_section.
    std::string key;
    std::string text;
    std::string href;
    /// How much waits there; nothing shows no count, and neither does 0.
    std::optional<int> count;
};

/// Who is signed in.
struct AccountMenu {
    std::string name;
    /// "ASB officer, Housing officer"
    std::string role_words;
    /// For the sign-out form.
    std::string csrf_token;
    std::vector<MenuItem> links;
};

/// The box in the header that finds a case, an address or a person; what is typed is posted, never in an
/// address.
struct FindBox {
    std::string csrf_token;
};

/// When the session ends and how to keep it; shown as a warning where scripts run.
struct SessionWarning {
    int idle_seconds = 1800;
    int warn_seconds = 300;
    std::string csrf_token;
};

/// "Printed by Dana Okafor, 21 November 2026 at 9:05am"; on paper only.
struct PrintedBy {
    std::string name;
    std::string at;
};

struct Layout {
    SiteLook look;
    std::vector<MenuItem> menu;
    std::optional<AccountMenu> account;
    std::optional<FindBox> find;
    std::optional<SessionWarning> session;
    std::optional<PrintedBy> printed_by;
    /// This page's own address without "/cy", with its query; the other language is the same address.
    std::string target = "/";
};

/// The whole document.
std::string render(Page const& page, Layout const& layout);

/// The one inline script: it marks the body before anything is shown, so that nothing jumps when scripts
/// start. It is the design system's own; the content security policy names it by its hash, 'sha256-...' with
/// the quotes.
extern std::string_view const js_enabled_script;
extern std::string_view const js_enabled_script_hash;

/// The name of the field that carries the token against forged requests, in every form.
inline constexpr std::string_view csrf_field = "csrf-token";

}  // namespace doorstep::pages
