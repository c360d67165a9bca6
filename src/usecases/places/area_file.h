#pragma once

#include <string>
#include <vector>

#include "domain/places/boundary.h"
#include "usecases/imports/importer.h"

namespace doorstep::usecases::places {

/// An area as a file gives it: its boundary is empty where the file has only names.
struct AreaRow {
    std::int64_t place = 0;  ///< line of a CSV file, number of the feature or pair in JSON, from 1
    std::string code;
    std::string name;
    domain::places::Boundary boundary;
};
struct AreaRows {
    std::vector<AreaRow> rows;
    std::vector<imports::RowProblem> problems;
};

/// GeoJSON, JSON of codes and names, or CSV with code and name. `prefix` is that of the properties: "WD"
/// finds WD13CD and WD13NM.
Expected<AreaRows> read_area_file(imports::ImportOptions const& options, std::string_view prefix);

}  // namespace doorstep::usecases::places
