#include "usecases/papers/paper_file.h"

#include "gateways/document_programs.h"
#include "usecases/papers/paper_report.h"

namespace doorstep::usecases::papers {
namespace {

gateways::FilesBeside pictures_of(documents::Report const& report) {
    gateways::FilesBeside files;
    for (auto const* chart : documents::charts_of(report)) files.emplace_back(chart->id + ".svg", chart->svg);
    return files;
}

tl::unexpected<Refusal> not_installed(std::string const& what, std::string const& packages) {
    return refuse(
        RefusalKind::conflict, "not-installed",
        "This server cannot make a " + what + ": " + packages +
            " would have to be installed on it. Take the web page and print it, or another format.");
}

}  // namespace

Expected<MadeFile> make_report_file(documents::Report const& report, std::string const& name,
                                    PaperFormat format) {
    switch (format) {
        case PaperFormat::pdf:
            if (!gateways::can_make_pdf()) return not_installed("PDF", "the package chromium");
            return MadeFile{
                name + ".pdf", "application/pdf",
                gateways::pdf_of_page(report_page(report, documents::Pictures::beside), pictures_of(report))};
        case PaperFormat::docx:
            if (!gateways::can_make_docx())
                return not_installed("Word document", "the packages pandoc and librsvg2-bin");
            return MadeFile{
                name + ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                gateways::docx_of_page(report_page(report, documents::Pictures::beside_with_styles),
                                       pictures_of(report))};
        case PaperFormat::html:
        case PaperFormat::xlsx:
            break;
    }
    return MadeFile{name + ".html", "text/html; charset=utf-8",
                    report_page(report, documents::Pictures::inside)};
}

Expected<MadeFile> make_paper_file(PaperView const& view, Settings const& settings, PaperFormat format) {
    auto name = "board-paper-" + view.paper.period;
    if (view.paper.edition > 1) name += "-edition-" + std::to_string(view.paper.edition);
    if (format == PaperFormat::xlsx)
        return MadeFile{name + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        documents::xlsx::workbook_bytes(paper_workbook(view, settings))};
    return make_report_file(paper_report(view, settings), name, format);
}

}  // namespace doorstep::usecases::papers
