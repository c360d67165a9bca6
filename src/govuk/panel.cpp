#include "govuk/panel.h"

#include "govuk/button.h"
#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

void append_action(Html& out, PanelAction const& action) {
    if (action.href.empty() || action.type == "button") {
        append(out,
               Button{
                   .text = action.text,
                   .type = action.type.empty() ? "button" : action.type,
                   .href = action.href,
                   .classes = "govuk-button--inverse" + (action.classes.empty() ? "" : " " + action.classes),
                   .attributes = action.attributes,
               });
        return;
    }
    out << "<a class=\"govuk-link govuk-link--inverse"_html;
    write_classes(out, action.classes);
    out << "\" href=\""_html << action.href << "\""_html;
    write_attributes(out, action.attributes);
    out << ">"_html << action.text << "</a>"_html;
}

void append_actions(Html& out, PanelActions const& actions) {
    out << "<div class=\"govuk-panel__actions"_html;
    write_classes(out, actions.classes);
    out << "\""_html;
    write_attributes(out, actions.attributes);
    out << ">"_html;
    if (!actions.items.empty()) {
        out << "<div class=\"govuk-button-group\">"_html;
        for (auto const& action : actions.items) append_action(out, action);
        out << "</div>"_html;
    }
    out << "</div>"_html;
}

}  // namespace

void append(Html& out, Panel const& options) {
    bool const is_interruption = options.classes.find("govuk-panel--interruption") != std::string::npos;
    out << "<div class=\"govuk-panel"_html;
    if (!is_interruption) out << " govuk-panel--confirmation"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    out << "><h"_html << options.heading_level << " class=\"govuk-panel__title\">"_html;
    write_content(out, options.title_text, options.title_html);
    out << "</h"_html << options.heading_level << ">"_html;
    if (!options.text.empty() || !options.html.empty()) {
        out << "<div class=\"govuk-panel__body\">"_html;
        write_content(out, options.text, options.html);
        out << "</div>"_html;
    }
    if (is_interruption && !options.actions.empty()) append_actions(out, options.actions);
    out << "</div>"_html;
}

Html panel(Panel const& options) { return built(options, 512 + options.html.markup().size()); }

}  // namespace doorstep::govuk
