#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/request.h"

/// What a browser finds in a page: its forms with what they hold, where its links lead, and markup that no
/// page of ours has.
namespace doorstep::test {

struct PageField {
    enum class Kind { line, area, number, hidden, choice, boxes, list, file, password };
    Kind kind = Kind::line;
    std::string name;
    std::string type;                  ///< of an input: "text", "email", "tel"
    std::string value;                 ///< what it holds, as a browser would send it
    std::vector<std::string> choices;  ///< of radios, checkboxes and lists
    std::vector<std::string> chosen;   ///< those that are marked already
    int at_most = 0;                   ///< characters, where the page says so
};

struct PageForm {
    bool is_post = false;
    std::string action;
    std::vector<PageField> fields;
    struct Button {
        std::string name;  ///< empty when pressing it sends nothing of its own
        std::string value;
    };
    std::vector<Button> buttons;

    PageField const* find(std::string_view name) const;
};

struct PageParts {
    std::vector<PageForm> forms;
    std::vector<std::string> links;    ///< addresses of this site
    std::vector<std::string> foreign;  ///< markup that came from somebody's words
};

/// `address` is that of the page: a form without an action is sent there.
PageParts parts_of_page(std::string_view html, std::string const& address);

}  // namespace doorstep::test
