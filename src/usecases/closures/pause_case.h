#pragma once

#include <cstdint>
#include <string>

#include "base/expected.h"
#include "usecases/context.h"

namespace doorstep::usecases::closures {

struct PauseCase {
    std::string reference;
    std::int64_t version = 0;
    std::string reason;
    Date until;
};

/// Says that the case waits for something until a day. It stops no clock: neither what the law sets nor what
/// we promised the people who reported. On that day its owner decides what follows. A paused case is given
/// another day the same way. Refused without a reason, for a day that is not in the future, and while a
/// manager decides about closing it.
Expected<Done> pause_case(Context& context, PauseCase const& input);

/// The wait is over. Refused for a case that is not paused.
Expected<Done> resume_case(Context& context, std::string_view reference);

}  // namespace doorstep::usecases::closures
