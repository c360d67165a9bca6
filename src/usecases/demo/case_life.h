#pragma once

#include "usecases/demo/bundle.h"
#include "usecases/demo/stories.h"

namespace doorstep::usecases::demo {

/// A case from its first report to the day the demo ends on.
Bundle tell_case(World const& world, Stories const& stories, Story const& story);
/// The id of a story's case, for another that is linked to it.
CaseFileId case_id_of(World const& world, Story const& story);

}  // namespace doorstep::usecases::demo
