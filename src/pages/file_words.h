#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.h"
#include "http/request.h"
#include "usecases/files/take_uploads.h"

namespace doorstep::pages {

/// What was uploaded in this field of the form.
std::vector<usecases::files::Upload> uploads_of(http::Request const& request, std::string_view field);
/// "Each file up to 200 MB, 20 files at most. ..."
std::string limit_words(usecases::files::Limits const& limits, http::Language language);
/// One sentence for each, with the name of the file and the limit.
std::vector<Problem> problems_in_words(std::vector<usecases::files::FileProblem> const& problems,
                                       std::string_view field, usecases::files::Limits const& limits,
                                       http::Language language);

}  // namespace doorstep::pages
