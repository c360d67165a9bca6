#pragma once

#include <string>
#include <vector>

#include "govuk/button.h"
#include "html/html.h"

namespace doorstep::govuk {

/// The button that opens the menu.
struct MojButtonMenuToggle {
    std::string text;
    std::string classes;
};

/// MoJ Button menu: a few acts behind one button. Without scripts the buttons stand side by side.
struct MojButtonMenu {
    MojButtonMenuToggle button;
    /// "left" or "right".
    std::string align_menu;
    std::vector<Button> items;
    std::string classes;
    Attributes attributes;
};

Html moj_button_menu(MojButtonMenu const& options);
void append(Html& out, MojButtonMenu const& options);

}  // namespace doorstep::govuk
