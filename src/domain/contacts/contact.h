#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/enum_names.h"
#include "base/instant.h"
#include "domain/ids.h"

namespace doorstep::domain::contacts {

enum class Method { telephone, visit, office, email, text, letter, online };
constexpr auto enum_names(Method) {
    return std::array{
        EnumName{Method::telephone, "telephone", "Telephone"}, EnumName{Method::visit, "visit", "Visit"},
        EnumName{Method::office, "office", "At the office"},   EnumName{Method::email, "email", "E-mail"},
        EnumName{Method::text, "text", "Text message"},        EnumName{Method::letter, "letter", "Letter"},
        EnumName{Method::online, "online", "Online message"}};
}

/// Only a conversation meets the standard; an attempt or a message left does not reset the clock.
enum class Result { conversation, attempt, message_left, message_received };
constexpr auto enum_names(Result) {
    return std::array{EnumName{Result::conversation, "conversation", "We spoke, or they replied"},
                      EnumName{Result::attempt, "attempt", "Tried, no answer"},
                      EnumName{Result::message_left, "message-left", "Left a message"},
                      EnumName{Result::message_received, "message-received", "They left us a message"}};
}

struct Contact {
    ContactId id;
    CaseFileId case_file;
    std::optional<CasePersonId> person;
    Date made_on;
    std::optional<TimeOfDay> made_time;
    Method method = Method::telephone;
    Result result = Result::conversation;
    std::string summary;
    std::optional<bool> still_safe;
    std::optional<AccountId> made_by;
    Instant recorded_at;
};

}  // namespace doorstep::domain::contacts
