#pragma once

#include "pages/visit.h"

/// Board papers (T09, V04).
namespace doorstep::pages::papers {

http::Response show_papers(Visit& visit);
http::Response show_new_paper(Visit& visit);
http::Response post_new_paper(Visit& visit);
http::Response show_paper(Visit& visit);
http::Response show_details(Visit& visit);
http::Response post_details(Visit& visit);
/// The whole paper as a page.
http::Response show_reading(Visit& visit);
/// A board member asks before the meeting (V04).
http::Response post_paper_question(Visit& visit);
/// As PDF, Word document, web page or spreadsheet.
http::Response download_paper(Visit& visit);
/// Its figures counted again.
http::Response show_check(Visit& visit);

http::Response show_section(Visit& visit);
http::Response post_section(Visit& visit);
http::Response show_partners(Visit& visit);
http::Response post_partners(Visit& visit);

http::Response show_approval(Visit& visit);
http::Response post_approval(Visit& visit);
http::Response post_send(Visit& visit);
http::Response post_return(Visit& visit);
http::Response show_issue(Visit& visit);
http::Response post_issue(Visit& visit);
http::Response show_correction(Visit& visit);
http::Response post_correction(Visit& visit);

}  // namespace doorstep::pages::papers
