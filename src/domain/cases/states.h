#pragma once

#include <array>

#include "base/enum_names.h"
#include "base/expected.h"
#include "domain/cases/case_file.h"

namespace doorstep::domain::cases {

/// What moves a case from one state to another, and working on it, which does not.
enum class Verb { work, pause, resume, ask_to_close, close, send_back, take_back, reopen };
constexpr auto enum_names(Verb) {
    return std::array{EnumName{Verb::work, "work", "Work on it"},
                      EnumName{Verb::pause, "pause", "Pause"},
                      EnumName{Verb::resume, "resume", "Resume"},
                      EnumName{Verb::ask_to_close, "ask-to-close", "Ask a manager to agree to closing"},
                      EnumName{Verb::close, "close", "Close"},
                      EnumName{Verb::send_back, "send-back", "Send a closure back"},
                      EnumName{Verb::take_back, "take-back", "Take a closure back"},
                      EnumName{Verb::reopen, "reopen", "Reopen"}};
}

/// The state a case is in afterwards, or why the verb does not fit: one table for every use-case that moves a
/// case.
Expected<State> next_state(State state, Verb verb);

}  // namespace doorstep::domain::cases
