#pragma once

#include "storage/sql/database.h"
#include "usecases/demo/bundle.h"
#include "usecases/demo/stories.h"
#include "usecases/demo/world.h"

namespace doorstep::usecases::demo {

/// Accounts, absences, areas, patches, blocks, addresses, postcodes and the site's own values.
void write_world(storage::sql::Write& tx, World const& world, std::vector<Counter> const& counters,
                 std::function<void()> const& progress);
void write_bundle(storage::sql::Write& tx, Bundle const& bundle);

}  // namespace doorstep::usecases::demo
