#pragma once

#include "pages/visit.h"

namespace doorstep::pages::orders {

/// C18: /cases/{reference}/made/{order}: one notice or order, its clauses, who may enter, breaches, its end.
http::Response show_order(Visit& visit);

/// .../clauses/{clause}: its words and the addresses inside its zone
http::Response show_clause(Visit& visit);
/// .../clauses/new
http::Response show_new_clause(Visit& visit);
http::Response post_new_clause(Visit& visit);
/// .../clauses/{clause}/strike
http::Response show_strike_clause(Visit& visit);
http::Response post_strike_clause(Visit& visit);
/// .../entry/new: somebody who may enter
http::Response show_new_permission(Visit& visit);
http::Response post_new_permission(Visit& visit);
/// .../entry/{row}/remove
http::Response show_remove_permission(Visit& visit);
http::Response post_remove_permission(Visit& visit);
/// .../protected: whom the respondent may not contact
http::Response show_protected(Visit& visit);
http::Response post_protected(Visit& visit);
http::Response show_remove_protected(Visit& visit);
http::Response post_remove_protected(Visit& visit);
/// .../extension, .../expiry-plan, .../end
http::Response show_extension(Visit& visit);
http::Response post_extension(Visit& visit);
http::Response show_expiry_plan(Visit& visit);
http::Response post_expiry_plan(Visit& visit);
http::Response show_order_end(Visit& visit);
http::Response post_order_end(Visit& visit);
/// .../breaches/new and .../breaches/{breach}
http::Response show_new_breach(Visit& visit);
http::Response post_new_breach(Visit& visit);
http::Response show_breach(Visit& visit);
http::Response post_breach(Visit& visit);

}  // namespace doorstep::pages::orders
