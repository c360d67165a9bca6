#include "govuk/moj_timeline.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

MojTimelineWriter::MojTimelineWriter(Html& out, int heading_level, std::string_view by)
    : MojTimelineWriter(out, heading_level, by, Parts{}) {
    open({}, {});
}

void MojTimelineWriter::open(std::string_view classes, Attributes const& list) {
    out_ << "<div class=\"moj-timeline"_html;
    write_classes(out_, classes);
    out_ << "\""_html;
    write_attributes(out_, list);
    out_ << ">"_html;
}

void MojTimelineWriter::open_item(std::string_view classes, Attributes const& list) {
    out_ << "<div class=\"moj-timeline__item"_html;
    write_classes(out_, classes);
    out_ << "\""_html;
    write_attributes(out_, list);
    out_ << "><div class=\"moj-timeline__header\"><h"_html << heading_level_
         << " class=\"moj-timeline__title\">"_html;
}

void MojTimelineWriter::open_byline() {
    // The space keeps the two inline elements apart.
    out_ << "</h"_html << heading_level_ << "> <p class=\"moj-timeline__byline\">"_html << by_ << " "_html;
}

void MojTimelineWriter::close_byline() { out_ << "</p></div>"_html; }

void MojTimelineWriter::no_byline() { out_ << "</h"_html << heading_level_ << "></div>"_html; }

void MojTimelineWriter::write_moment(MojTimelineMoment const& moment) {
    out_ << "<p class=\"moj-timeline__date\"><time datetime=\""_html << moment.timestamp << "\">"_html
         << moment.words << "</time></p>"_html;
}

void MojTimelineWriter::open_description(MojTimelineMoment const& moment) {
    write_moment(moment);
    out_ << "<div class=\"moj-timeline__description\">"_html;
}

void MojTimelineWriter::close_item() { out_ << "</div></div>"_html; }

void MojTimelineWriter::end() { out_ << "</div>"_html; }

void append(Html& out, MojTimeline const& options) {
    MojTimelineWriter writer(out, options.heading_level, options.by, MojTimelineWriter::Parts{});
    writer.open(options.classes, options.attributes);
    for (auto const& item : options.items) {
        writer.open_item(item.classes, item.attributes);
        write_content(out, item.label.text, item.label.html);
        if (item.byline.empty()) {
            writer.no_byline();
        } else {
            writer.open_byline();
            write_content(out, item.byline.text, item.byline.html);
            writer.close_byline();
        }
        if (item.text.empty() && item.html.empty()) {
            writer.write_moment(item.datetime);
            out << "</div>"_html;
        } else {
            writer.open_description(item.datetime);
            write_content(out, item.text, item.html);
            writer.close_item();
        }
    }
    writer.end();
}

Html moj_timeline(MojTimeline const& options) {
    std::size_t size = 64;
    for (auto const& item : options.items) size += 512 + item.text.size() + item.html.markup().size();
    return built(options, size);
}

}  // namespace doorstep::govuk
