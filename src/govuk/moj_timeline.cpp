#include "govuk/moj_timeline.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

void append_item(Html& out, MojTimeline const& timeline, MojTimelineItem const& item) {
    out << "<div class=\"moj-timeline__item"_html;
    write_classes(out, item.classes);
    out << "\""_html;
    write_attributes(out, item.attributes);
    out << "><div class=\"moj-timeline__header\"><h"_html << timeline.heading_level
        << " class=\"moj-timeline__title\">"_html;
    write_content(out, item.label.text, item.label.html);
    out << "</h"_html << timeline.heading_level << ">"_html;
    if (!item.byline.empty()) {
        // The space keeps the two inline elements apart.
        out << " <p class=\"moj-timeline__byline\">"_html << timeline.by << " "_html;
        write_content(out, item.byline.text, item.byline.html);
        out << "</p>"_html;
    }
    out << "</div><p class=\"moj-timeline__date\"><time datetime=\""_html << item.datetime.timestamp
        << "\">"_html << item.datetime.words << "</time></p>"_html;
    if (!item.text.empty() || !item.html.empty()) {
        out << "<div class=\"moj-timeline__description\">"_html;
        write_content(out, item.text, item.html);
        out << "</div>"_html;
    }
    out << "</div>"_html;
}

}  // namespace

void append(Html& out, MojTimeline const& options) {
    out << "<div class=\"moj-timeline"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    out << ">"_html;
    for (auto const& item : options.items) append_item(out, options, item);
    out << "</div>"_html;
}

Html moj_timeline(MojTimeline const& options) {
    std::size_t size = 64;
    for (auto const& item : options.items) size += 512 + item.text.size() + item.html.markup().size();
    return built(options, size);
}

}  // namespace doorstep::govuk
