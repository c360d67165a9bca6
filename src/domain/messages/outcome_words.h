#pragma once

#include <string>

#include "domain/messages/message.h"

namespace doorstep::domain::messages {

/// What became of a message, for colleagues: "Letter waiting to go", "E-mail sent on 10 June 2026".
std::string outcome_words(Message const& message);

}  // namespace doorstep::domain::messages
