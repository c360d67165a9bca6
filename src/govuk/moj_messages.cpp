#include "govuk/moj_messages.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

void append_item(Html& out, MojMessages const& messages, MojMessagesItem const& item) {
    auto const type = item.type == MojMessageType::sent ? "sent"_html : "received"_html;
    out << "<div"_html;
    if (!item.id.empty()) out << " id=\"message_"_html << item.id << "\""_html;
    out << " class=\"moj-message-item moj-message-item--"_html << type
        << "\"><div class=\"moj-message-item__text moj-message-item__text--"_html << type << "\">"_html;
    write_content(out, item.text, item.html);
    out << "</div><div class=\"moj-message-item__meta\"><span class=\"moj-message-item__meta--sender\">"_html
        << item.sender << "</span> "_html << messages.at
        << " <time class=\"moj-message-item__meta--timestamp\" datetime=\""_html << item.timestamp
        << "\">"_html << item.time_words << "</time></div></div>"_html;
}

}  // namespace

void append(Html& out, MojMessages const& options) {
    out << "<div id=\""_html << options.id << "\" class=\"moj-messages-container"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    // A name needs a role to belong to.
    if (!options.label.empty()) out << " role=\"group\" aria-label=\""_html << options.label << "\""_html;
    write_attributes(out, options.attributes);
    out << "><div class=\"moj-message-list\">"_html;
    std::string_view previous_date;
    for (auto const& item : options.items) {
        if (item.date != previous_date)
            out << "<time class=\"moj-message-list__date\" datetime=\""_html << item.date << "\">"_html
                << item.date_words << "</time>"_html;
        previous_date = item.date;
        append_item(out, options, item);
    }
    out << "</div></div>"_html;
}

Html moj_messages(MojMessages const& options) {
    std::size_t size = 192;
    for (auto const& item : options.items) size += 512 + item.text.size() + item.html.markup().size();
    return built(options, size);
}

}  // namespace doorstep::govuk
