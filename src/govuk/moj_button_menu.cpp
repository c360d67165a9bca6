#include "govuk/moj_button_menu.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append(Html& out, MojButtonMenu const& options) {
    out << "<div class=\"moj-button-menu"_html;
    write_classes(out, options.classes);
    out << "\" data-module=\"moj-button-menu\""_html;
    write_attributes(out, options.attributes);
    write_attribute(out, " data-button-text=\""_html, options.button.text);
    write_attribute(out, " data-button-classes=\""_html, options.button.classes);
    write_attribute(out, " data-align-menu=\""_html, options.align_menu);
    out << ">"_html;
    for (auto item : options.items) {
        std::string own = "moj-button-menu__item govuk-button--secondary";
        if (!item.classes.empty()) own.append(" ").append(item.classes);
        item.classes = std::move(own);
        append(out, item);
    }
    out << "</div>"_html;
}

Html moj_button_menu(MojButtonMenu const& options) {
    return built(options, 192 + 192 * options.items.size());
}

}  // namespace doorstep::govuk
