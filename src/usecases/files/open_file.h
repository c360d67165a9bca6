#pragma once

#include <filesystem>

#include "base/expected.h"
#include "domain/files/received_file.h"
#include "usecases/context.h"

namespace doorstep::usecases::files {

struct OpenedFile {
    domain::files::ReceivedFile file;
    std::filesystem::path path;  ///< its bytes, in the vault
};

/// A file to read or hear. One of a case: for those who may see the case's protected details. One of a report
/// that is not in a case: for those who may see that report in triage. One of an unfinished report: for
/// nobody. The view is logged; the first time, that it was read or heard is recorded on its case or report
/// (M-72). Refused: not found; the case's own refusals.
Expected<OpenedFile> open_file(Context& context, FileId id);

}  // namespace doorstep::usecases::files
