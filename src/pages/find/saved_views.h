#pragma once

#include "pages/visit.h"
#include "usecases/find/list_cases.h"

/// Saved views of the list of cases (C08).
namespace doorstep::pages::find {

/// The viewer's own views as links, above the list; `current` is the list's own query.
Html saved_view_links(std::vector<usecases::find::SavedView> const& views, http::Pairs const& current);
/// A name for the filters that are chosen now; nothing when none are.
Html save_view_form(Visit& visit, http::Pairs const& current);

// GET /cases/views: the viewer's own, to delete; POST: save one
http::Response show_saved_views(Visit& visit);
http::Response post_saved_view(Visit& visit);
// POST /cases/views/{view}/remove
http::Response post_remove_view(Visit& visit);

}  // namespace doorstep::pages::find
