#pragma once

#include <functional>

#include "storage/sql/database.h"
#include "usecases/demo/stories.h"

namespace doorstep::usecases::demo {

/// Tells every story on a thread of its own, and writes what they leave as they come, some hundreds in a
/// transaction. `told` is called after each.
void tell_stories(World const& world, Stories const& stories, storage::sql::Database& database,
                  std::function<void()> const& told);

}  // namespace doorstep::usecases::demo
