#include <gmime/gmime.h>

#include <memory>
#include <mutex>

#include "base/assert.h"
#include "gateways/mail.h"

namespace doorstep::gateways {
namespace {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

struct Free {
    void operator()(char* text) const { g_free(text); }
};

/// GMime keeps tables for the whole process.
void start_gmime() {
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
}

/// A header takes one line: what a person typed must not begin another.
std::string one_line(std::string text) {
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    return text;
}

GDateTime* date_of(Instant at) { return g_date_time_new_from_unix_utc(at.milliseconds() / 1000); }

}  // namespace

std::string mime_message(Mail const& mail, std::string const& from_address) {
    start_gmime();
    Owned<GMimeMessage> const message(g_mime_message_new(TRUE));
    auto* object = GMIME_OBJECT(message.get());
    g_mime_message_add_mailbox(message.get(), GMIME_ADDRESS_TYPE_FROM, one_line(mail.from_name).c_str(),
                               one_line(from_address).c_str());
    g_mime_message_add_mailbox(message.get(), GMIME_ADDRESS_TYPE_TO, nullptr,
                               one_line(mail.to_address).c_str());
    g_mime_message_set_subject(message.get(), one_line(mail.subject).c_str(), "utf-8");
    auto* date = date_of(mail.date);
    g_mime_message_set_date(message.get(), date);
    g_date_time_unref(date);
    g_mime_object_set_header(object, "Message-ID", one_line(mail.id).c_str(), "utf-8");
    g_mime_object_set_header(object, "Auto-Submitted", "auto-generated", "utf-8");
    g_mime_object_set_header(object, "Content-Language", one_line(mail.language).c_str(), "utf-8");

    Owned<GMimeTextPart> const part(g_mime_text_part_new());
    g_mime_text_part_set_charset(part.get(), "utf-8");
    g_mime_text_part_set_text(part.get(), mail.text.c_str());
    g_mime_part_set_content_encoding(GMIME_PART(part.get()), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    g_mime_message_set_mime_part(message.get(), GMIME_OBJECT(part.get()));

    auto* format = g_mime_format_options_new();
    g_mime_format_options_set_newline_format(format, GMIME_NEWLINE_FORMAT_DOS);
    std::unique_ptr<char, Free> const written(g_mime_object_to_string(object, format));
    g_mime_format_options_free(format);
    DOORSTEP_ASSERT(written, "GMime wrote no message");
    return written.get();
}

}  // namespace doorstep::gateways
