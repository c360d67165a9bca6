#pragma once

#include <stop_token>
#include <string>

#include "gateways/web_post.h"
#include "usecases/context.h"

namespace doorstep::usecases::webhooks {

/// A job: sends what is due. A message that was sent but not noted is sent again with the same id: whoever
/// gets it can tell. One that fails is tried later and later (domain::webhooks::next_try). 410 switches the
/// webhook off (Standard Webhooks 1.0), and so does failing for as long as sla.webhook_failing_hours: the
/// administrators are written to. Leaves off between two messages when asked to stop. Gives what was done, in
/// words.
std::string deliver_webhooks(Context& context, gateways::WebPoster& poster, std::stop_token const& stop = {});

}  // namespace doorstep::usecases::webhooks
