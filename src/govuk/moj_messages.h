#pragma once

#include <string>
#include <vector>

#include "html/html.h"

namespace doorstep::govuk {

/// Which way a message went, seen from the reader.
enum class MojMessageType { sent, received };

struct MojMessagesItem {
    std::string id;
    MojMessageType type = MojMessageType::received;
    std::string text;
    Html html;
    std::string sender;
    /// "2026-11-14" and "14 November 2026": written once above the messages of a day.
    std::string date;
    std::string date_words;
    /// "2026-11-14T17:05:00+00:00" and "5:05pm"
    std::string timestamp;
    std::string time_words;
};

/// MoJ Messages: a conversation, oldest first.
struct MojMessages {
    std::string id = "messages";
    std::string label;
    std::vector<MojMessagesItem> items;
    /// Between the sender and the time.
    std::string at = "at";
    std::string classes;
    Attributes attributes;
};

Html moj_messages(MojMessages const& options);
void append(Html& out, MojMessages const& options);

}  // namespace doorstep::govuk
