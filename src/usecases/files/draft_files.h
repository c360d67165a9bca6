#pragma once

#include <vector>

#include "usecases/files/take_uploads.h"

/// Files of a report that is not sent yet. The caller has opened the draft for the viewer.
namespace doorstep::usecases::files {

std::vector<domain::files::ReceivedFile> files_of_draft(Context& context, DraftId draft);
/// Takes those that can be taken; what could not, and why.
std::vector<FileProblem> add_to_draft(Context& context, DraftId draft, std::vector<Upload> const& uploads);
/// Harmless when it is not there.
void remove_from_draft(Context& context, DraftId draft, FileId file);

}  // namespace doorstep::usecases::files
