#pragma once

#include "storage/sql/database.h"
#include "usecases/demo/bundle.h"
#include "usecases/demo/stories.h"
#include "usecases/demo/world.h"

namespace doorstep::usecases::demo {

/// The landlord's name and how to reach it.
void write_site(storage::sql::Write& tx, Date start, Date as_of);
/// Accounts, absences, areas, patches, blocks, addresses and postcodes.
void write_world(storage::sql::Write& tx, World const& world, std::vector<Counter> const& counters,
                 std::function<void()> const& progress);
/// Another program that is told of cases, switched off: its address is invented.
void write_webhook(storage::sql::Write& tx, World const& world, std::string const& sealed_secret);
void write_bundle(storage::sql::Write& tx, Bundle const& bundle);

}  // namespace doorstep::usecases::demo
