#pragma once

#include <memory>
#include <string>

#include "base/clock.h"
#include "storage/copy/copied_table.h"

namespace doorstep::storage::copy {

std::unique_ptr<Reader> read_sqlite(std::string const& path);
/// The file has another name until `finish`.
std::unique_ptr<Writer> write_sqlite(std::string const& path, Clock const& clock);

}  // namespace doorstep::storage::copy
