#pragma once

#include <array>
#include <string>

#include "base/enum_names.h"
#include "base/expected.h"
#include "documents/report/report.h"
#include "usecases/papers/view_paper.h"

namespace doorstep::usecases::papers {

enum class PaperFormat { html, pdf, docx, xlsx };
constexpr auto enum_names(PaperFormat) {
    return std::array{EnumName{PaperFormat::html, "html", "Web page (HTML)"},
                      EnumName{PaperFormat::pdf, "pdf", "PDF"},
                      EnumName{PaperFormat::docx, "docx", "Word document (DOCX)"},
                      EnumName{PaperFormat::xlsx, "xlsx", "Spreadsheet of the figures (XLSX)"}};
}

struct MadeFile {
    std::string name;  ///< "board-paper-2023-24-Q1.pdf"
    std::string content_type;
    std::string bytes;
};

/// Refused with what to do instead where the program that makes it is not installed ("not-installed").
/// GatewayError when that program fails or takes too long.
Expected<MadeFile> make_paper_file(PaperView const& view, Settings const& settings, PaperFormat format);

/// The same for any report: html, pdf or docx.
Expected<MadeFile> make_report_file(documents::Report const& report, std::string const& name,
                                    PaperFormat format);

}  // namespace doorstep::usecases::papers
