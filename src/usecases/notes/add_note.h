#pragma once

#include <string>

#include "base/expected.h"
#include "usecases/context.h"

namespace doorstep::usecases::notes {

struct AddNote {
    std::string reference;
    std::string note;  ///< as typed
};

/// A note in the case's chronology, which is where it is kept: it cannot be changed, only followed by
/// another. It moves no clock. Not on a closed case.
Expected<Done> add_note(Context& context, AddNote const& input);

}  // namespace doorstep::usecases::notes
