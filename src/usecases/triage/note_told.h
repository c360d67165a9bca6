#pragma once

#include <cstdint>

#include "base/expected.h"
#include "domain/ids.h"
#include "usecases/context.h"

namespace doorstep::usecases::triage {

struct ToldReporter {
    ReportId report;
    MessageId message;
    std::int64_t version = 0;  ///< of the message
};
/// A colleague told whoever reported what could not be written to them, or what an e-mail failed to say. For
/// messages of a report that became no case; those of a case stand there. Refused: a message of another
/// report, one that was told, sent or cancelled meanwhile.
Expected<Done> note_told(Context& context, ToldReporter const& input);

}  // namespace doorstep::usecases::triage
