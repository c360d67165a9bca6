#pragma once

#include <string>

#include "base/expected.h"
#include "domain/messages/message.h"
#include "usecases/context.h"

/// What somebody does about a message that is on its way. Also on a closed case: its closing letter may fail.
namespace doorstep::usecases::messages {

struct MessageRef {
    std::string reference;  ///< of the case
    MessageId id;
    std::int64_t version = 0;
};

/// A draft, or what waits or failed, will not go.
Expected<Done> cancel_letter(Context& context, MessageRef const& input);
/// A failed e-mail is tried again from the start, to where the person can be reached now.
Expected<Done> try_again(Context& context, MessageRef const& input);
/// A waiting text was sent by a colleague's telephone, or they rang and said it; or somebody nothing can be
/// written to was told.
Expected<Done> mark_told(Context& context, MessageRef const& input);

}  // namespace doorstep::usecases::messages
