#pragma once

#include "pages/visit.h"

namespace doorstep::pages::accounts {

/// E5: GET /staff/interrupted-forms/{id}: what somebody typed when their session had ended, with a button
/// that sends it again to where it was meant for.
http::Response show_interrupted_form(Visit& visit);
/// POST /staff/interrupted-forms/{id}/remove
http::Response post_remove_interrupted_form(Visit& visit);

}  // namespace doorstep::pages::accounts
