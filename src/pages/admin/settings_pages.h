#pragma once

#include "pages/visit.h"

namespace doorstep::pages::admin {

/// GET /admin: health at a glance (A01)
http::Response show_health(Visit& visit);

/// GET and POST /admin/site: name, colour, telephone (A09)
http::Response show_look(Visit& visit);
http::Response post_look(Visit& visit);

/// GET and POST /admin/publication: whether everyone sees the performance page, and from when figures count
http::Response show_publication(Visit& visit);
http::Response post_publication(Visit& visit);
http::Response post_collected_from(Visit& visit);

/// GET /admin/risk-sets, /admin/survey-sets and /{version} below: versions of the risk and survey questions
/// (A05)
http::Response show_question_sets(Visit& visit);
http::Response show_question_set(Visit& visit);
/// GET /admin/question-sets and below: where they were
http::Response moved_question_sets(Visit& visit);
/// GET and POST /admin/risk-sets/proposals/new
http::Response show_propose_questions(Visit& visit);
http::Response post_propose_questions(Visit& visit);

/// GET /admin/audit: who did and saw what (A11)
http::Response show_audit(Visit& visit);

}  // namespace doorstep::pages::admin
