#pragma once

#include "pages/visit.h"

/// Other programs that are told when something happens.
namespace doorstep::pages::admin {

http::Response show_webhooks(Visit& visit);
http::Response show_new_webhook(Visit& visit);
http::Response post_new_webhook(Visit& visit);
http::Response show_webhook(Visit& visit);
http::Response post_switch_webhook(Visit& visit);
http::Response post_replay_webhook(Visit& visit);

}  // namespace doorstep::pages::admin
