#pragma once

#include <array>
#include <vector>

#include "base/enum_names.h"
#include "usecases/figures/nm01_file.h"
#include "usecases/figures/view_figures.h"
#include "usecases/figures/view_measure.h"

/// Figures on stdout: tables for people, JSON and CSV for machines.
namespace doorstep::cli {

enum class OutputFormat { table, csv, json, xlsx };
constexpr auto enum_names(OutputFormat) {
    return std::array{EnumName{OutputFormat::table, "table", ""}, EnumName{OutputFormat::csv, "csv", ""},
                      EnumName{OutputFormat::json, "json", ""}, EnumName{OutputFormat::xlsx, "xlsx", ""}};
}

void print_figures(usecases::figures::FiguresView const& view, usecases::Settings const& settings,
                   OutputFormat format);
void print_measure(usecases::figures::MeasureView const& view, bool by_quarter, OutputFormat format);
/// JSON: an array in the order of the file; null where a count is missing.
void print_rates(std::vector<usecases::figures::LandlordRates> const& landlords, OutputFormat format);

}  // namespace doorstep::cli
