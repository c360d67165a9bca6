#pragma once

#include <memory>
#include <string>

#include "base/clock.h"
#include "storage/copy/copied_table.h"

namespace doorstep::storage::copy {

std::unique_ptr<Reader> read_postgres(std::string const& connection);
/// Makes the tables at once; all else is one transaction, which `finish` commits.
std::unique_ptr<Writer> write_postgres(std::string const& connection, Clock const& clock);

}  // namespace doorstep::storage::copy
