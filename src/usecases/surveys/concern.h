#pragma once

#include <array>
#include <optional>
#include <string>

#include "base/enum_names.h"
#include "base/expected.h"
#include "usecases/context.h"

/// Somebody was upset in a survey call (B02): helplines for the caller to give, and a manager who follows it
/// up.
namespace doorstep::usecases::surveys {

enum class CallGoesOn { went_on, try_later, stop };
constexpr auto enum_names(CallGoesOn) {
    return std::array{EnumName{CallGoesOn::went_on, "went-on", "They want to go on with the questions"},
                      EnumName{CallGoesOn::try_later, "try-later", "Stop now, and ring again another day"},
                      EnumName{CallGoesOn::stop, "stop", "Stop, and do not ask again about this case"}};
}

struct RaiseConcern {
    std::string id;  ///< of the survey
    std::string note;
    CallGoesOn goes_on = CallGoesOn::try_later;
    std::optional<Date> next_try_on;
};
struct ConcernRaised {
    std::string manager_name;  ///< empty when there is nobody: it waits in the team's list
};
/// Tells a manager by an item of work due today: one of the case's team who may see the case, else any ASB
/// manager who may, else the head of housing management. Never somebody who owned the case.
Expected<ConcernRaised> raise_concern(Context& context, RaiseConcern const& input);

/// A manager followed it up: the item of work is done.
Expected<Done> follow_up_concern(Context& context, std::string_view id, std::string const& note);

}  // namespace doorstep::usecases::surveys
