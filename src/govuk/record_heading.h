#pragma once

#include <string>
#include <vector>

#include "govuk/tag.h"
#include "html/html.h"

namespace doorstep::govuk {

/// The top of a record: its reference, a neutral title that names nobody, and where it stands.
struct RecordHeading {
    /// "ASB-26-00142"
    std::string caption;
    /// "Loud music, Acre Court"
    std::string title;
    std::vector<Tag> tags;
    int heading_level = 1;
};

Html record_heading(RecordHeading const& options);
void append(Html& out, RecordHeading const& options);

}  // namespace doorstep::govuk
