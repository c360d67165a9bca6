#include <gmime/gmime.h>

#include <memory>
#include <stdexcept>

#include "mail/mail_server.h"

namespace doorstep::test {
namespace {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

std::string taken(char* text) {
    std::string copy(text ? text : "");
    g_free(text);
    return copy;
}

}  // namespace

Opened open_letter(std::string const& letter) {
    g_mime_init();
    Owned<GMimeStream> const stream(g_mime_stream_mem_new_with_buffer(letter.data(), letter.size()));
    Owned<GMimeParser> const parser(g_mime_parser_new_with_stream(stream.get()));
    Owned<GMimeMessage> const message(g_mime_parser_construct_message(parser.get(), nullptr));
    if (!message) throw std::runtime_error("This is no letter: " + letter);
    Opened opened;
    opened.from =
        taken(internet_address_list_to_string(g_mime_message_get_from(message.get()), nullptr, FALSE));
    opened.to = taken(internet_address_list_to_string(g_mime_message_get_to(message.get()), nullptr, FALSE));
    opened.subject = g_mime_message_get_subject(message.get());
    opened.id = g_mime_message_get_message_id(message.get());
    auto* part = g_mime_message_get_mime_part(message.get());
    if (!GMIME_IS_TEXT_PART(part)) throw std::runtime_error("This letter has no text: " + letter);
    opened.text = taken(g_mime_text_part_get_text(GMIME_TEXT_PART(part)));
    return opened;
}

}  // namespace doorstep::test
