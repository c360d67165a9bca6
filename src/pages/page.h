#pragma once

#include <optional>
#include <string>
#include <vector>

#include "html/html.h"
#include "http/request.h"

/// A page as its handler makes it; pages/layout.h puts the rest around it once.
namespace doorstep::pages {

struct Crumb {
    std::string text;
    std::string href;
};

struct BackLink {
    std::string href;
    /// "Back" in the page's language when empty.
    std::string text;
};

/// What people are told about what they just did, or must know; one a page, gone on the next.
struct Banner {
    enum class Kind { success, important };
    Kind kind = Kind::success;
    std::string text;
    Html html;
};

/// A script besides the one every page has, by its plain name: "map.js".
struct Script {
    std::string name;
};

struct Page {
    /// The words of the h1. No names of residents, no kinds of behaviour, no addresses: titles stay in the
    /// history of a shared device and on a screen in an office.
    std::string title;
    /// "page 2 of 5", in lists.
    std::string title_note;
    /// Everything inside main, from the h1 on.
    Html body;
    std::vector<Crumb> breadcrumbs;
    std::optional<BackLink> back;
    /// The key of the menu item this page belongs to.
    std::string current_section;
    http::Language language = http::Language::english;
    /// For residents: Exit this page, the other language, the landlord's name instead of the program's.
    bool resident = false;
    /// The form came back with problems: the title says so first.
    bool has_errors = false;
    std::optional<Banner> banner;
    std::vector<Script> scripts;
    /// What a print-out is of, such as a case reference; in its footer.
    std::string print_reference;
};

/// An address of this site in the page's language: Welsh pages are below "/cy".
std::string href_in(http::Language language, std::string const& path);

}  // namespace doorstep::pages
