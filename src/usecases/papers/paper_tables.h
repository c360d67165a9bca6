#pragma once

#include "documents/report/report.h"
#include "usecases/papers/paper_figures.h"

/// The tables and charts of a paper, from its figures alone.
namespace doorstep::usecases::papers {

struct PaperTables {
    PaperFigures const& figures;
    Settings const& settings;
    std::vector<std::string> const& key_figures;

    documents::ReportTable key_figures_table() const;
    documents::ReportChart opened_closed() const;
    documents::ReportTable earlier_years() const;
    documents::ReportChart satisfaction() const;
    documents::ReportChart interventions() const;
    documents::ReportTable steps() const;
    /// Nothing where none was opened.
    std::optional<documents::ReportChart> case_types() const;
    documents::ReportTable case_types_table() const;
    documents::ReportChart contacts_by_month() const;
    documents::ReportChart contacts_by_quarter() const;
    documents::ReportTable partners() const;
    documents::ReportTable comments() const;
};

/// "62", "82% (41 of 50)", "Not collected".
std::string paper_cell(PaperFigures const& figures, std::string_view measure, ReportingPeriod const& period);

}  // namespace doorstep::usecases::papers
