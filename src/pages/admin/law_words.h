#pragma once

#include <string>
#include <vector>

#include "html/html.h"
#include "pages/admin/admin_page.h"
#include "usecases/law/view_law.h"

/// What the pages of the law share.
namespace doorstep::pages::admin {

/// "From 20 October 2014", "Not yet in force", "20 October 2014 to 5 April 2027".
std::string law_dates(legal::Provision const& provision);
/// Tags for what a reader should know before relying on the row; nothing when there is nothing.
Html law_tags(usecases::law::LawRowView const& row);
std::string law_state_words(std::string const& state);
std::string law_tenancy_words(std::optional<legal::Tenancy> const& tenancy);
std::string start_proposal_href(usecases::law::CommencementView const& proposal);
/// Below the list of the law; breadcrumbs lead only where the viewer may go.
Page law_page_below(Visit& visit, std::string title, Html const& body);

}  // namespace doorstep::pages::admin
