#pragma once

#include <stop_token>
#include <string>

#include "usecases/context.h"

namespace doorstep::usecases::messages {

/// Sends the e-mails that may leave now, oldest first, each in its own transactions with the sending between
/// them: a message is held by a lease while it is sent, so that two servers never send it twice, and one that
/// dies lets go of it. What the mail server cannot take now is tried again later (domain/messages/retry.h);
/// what it refuses, or did not take for a day, has failed: the event says why and the case's owner is asked
/// to reach the person another way. Somebody who no longer agrees to e-mail, or changed the address, gets
/// none. Leaves off between two messages when asked to stop. What was done, in words for the settings page.
std::string clear_outbox(Context& context, std::stop_token const& stop = {});

/// Letters that waited for the post since before yesterday become an item of the case's owner. What was
/// found.
std::string find_late_letters(Context& context);

}  // namespace doorstep::usecases::messages
