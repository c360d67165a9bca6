#pragma once

#include "pages/visit.h"

namespace doorstep::pages::files {

/// GET /files/{id}: a file of a case or a report, to keep and open with a program of one's own. Never shown
/// inside a page: what came from outside runs nothing here.
void add_routes(Routes& routes);

/// Where a file can be had.
std::string address_of_file(FileId id);

}  // namespace doorstep::pages::files
