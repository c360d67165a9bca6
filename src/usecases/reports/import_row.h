#pragma once

#include <optional>
#include <set>
#include <string>

#include "domain/triage/decision.h"
#include "usecases/imports/mapping.h"
#include "usecases/reports/send_report.h"

namespace doorstep::usecases::reports {

/// A row of another system as we understand it.
struct ImportedRow {
    SendReport report;
    std::string uprn;                          ///< of the place; looked up when the row is stored
    std::optional<domain::triage::Path> path;  ///< settled already
    std::string signpost;
    std::optional<domain::triage::EverydayNoiseStep> everyday_noise_step;
    std::string settled_words;  ///< what their column said, for the decision's reason
};

/// Fields that a mapping of reports may name.
std::set<std::string, std::less<>> const& import_fields();

/// Reads rows by one mapping. Does not look anything up.
class RowReader {
  public:
    RowReader(imports::Mapping const& mapping, Settings const& settings, Date today)
        : mapping_(mapping), settings_(settings), today_(today) {}
    /// Refused with the reason in a sentence.
    Expected<ImportedRow> read(documents::csv::Record const& record) const;

  private:
    using Record = documents::csv::Record;
    Expected<std::string> known_value(Record const& record, std::string_view field) const;
    Expected<std::string> code(Record const& record, std::string_view field, std::string_view list) const;
    Expected<bool> yes(Record const& record, std::string_view field) const;
    Expected<std::optional<DatePattern::Read>> date(Record const& record, std::string_view field) const;
    Expected<Done> read_words(Record const& record, ImportedRow& row) const;
    Expected<Done> read_dates(Record const& record, ImportedRow& row) const;
    Expected<Done> read_kinds(Record const& record, ImportedRow& row) const;
    Expected<Done> read_reporter(Record const& record, ImportedRow& row) const;
    Expected<Done> read_outcome(Record const& record, ImportedRow& row) const;

    imports::Mapping const& mapping_;
    Settings const& settings_;
    Date today_;
};

}  // namespace doorstep::usecases::reports
