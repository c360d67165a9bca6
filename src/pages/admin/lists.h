#pragma once

#include <span>

#include "pages/visit.h"

/// Dated lists (A03): categories, interventions, closing reasons, signposts.
namespace doorstep::pages::admin {

/// GET /admin/lists
http::Response show_lists(Visit& visit);
/// GET /admin/lists/{list}
http::Response show_list(Visit& visit);
/// GET and POST /admin/lists/{list}/new
http::Response show_new_entry(Visit& visit);
http::Response post_new_entry(Visit& visit);
/// GET and POST /admin/lists/{list}/{code}
http::Response show_entry(Visit& visit);
http::Response post_entry(Visit& visit);

/// Lists that have an address of their own: case types, actions, outcomes, other services.
struct ListWithAddress {
    char const* list;
    char const* address;  ///< "/admin/categories"
};
std::span<ListWithAddress const> lists_with_address();
/// The handler for a list with an address of its own.
Handler for_list(char const* list, http::Response (*handler)(Visit&));

}  // namespace doorstep::pages::admin
