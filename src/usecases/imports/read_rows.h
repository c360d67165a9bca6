#pragma once

#include <functional>

#include "documents/csv/reader.h"
#include "usecases/imports/importer.h"
#include "usecases/imports/mapping.h"

namespace doorstep::usecases::imports {

using Records = std::vector<documents::csv::Record>;

/// The mapping the options name, or one by the fields' own names. GatewayError when its file cannot be read.
Expected<Mapping> mapping_for(ImportOptions const& options, std::set<std::string, std::less<>> const& fields);

/// Hands on `first`, records read already, and the rest of the file in batches of `size`, and shows progress.
Expected<Done> in_batches(documents::csv::Reader& reader, Importer const& importer, std::size_t size,
                          std::function<Expected<Done>(Records const&)> const& work, Records first = {});

}  // namespace doorstep::usecases::imports
