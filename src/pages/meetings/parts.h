#pragma once

#include "pages/papers/parts.h"
#include "usecases/meetings/meetings.h"

/// What the pages of meetings share.
namespace doorstep::pages::meetings {

std::string meeting_address(PanelMeetingId id);
std::string meeting_address(Visit const& visit);
Page meetings_page(std::string title, std::string const& meeting = {});
http::Response meeting_form_page(Visit& visit, papers::FormPage page,
                                 std::vector<forms::FieldShape> const& shapes, http::Pairs typed,
                                 std::vector<Problem> const& problems);
/// A report with the components of a page.
Html report_body(documents::Report const& report);

}  // namespace doorstep::pages::meetings
