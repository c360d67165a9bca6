#pragma once

#include "documents/report/report.h"
#include "documents/xlsx/workbook.h"
#include "usecases/papers/view_paper.h"

namespace doorstep::usecases::papers {

/// The paper as a document: the page, the PDF and the word processor's file are made of this.
documents::Report paper_report(PaperView const& view, Settings const& settings);
/// Its figures as a workbook: a sheet for each table of the paper, and one of every figure.
documents::xlsx::Workbook paper_workbook(PaperView const& view, Settings const& settings);

}  // namespace doorstep::usecases::papers
