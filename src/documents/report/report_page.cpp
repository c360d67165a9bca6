#include <openssl/evp.h>

#include "base/text.h"
#include "documents/report/report.h"

namespace doorstep::documents {
namespace {

/// Rows that fit on a page below a heading.
constexpr std::size_t whole_table = 20;

std::string escaped_words(std::string_view words) {
    std::string out;
    out.reserve(words.size() + 16);
    for (char const c : words) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string base64(std::string const& bytes) {
    std::string out(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    int const size =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                        reinterpret_cast<unsigned char const*>(bytes.data()), static_cast<int>(bytes.size()));
    out.resize(static_cast<std::size_t>(size));
    return out;
}

// 11 points, nothing below 10. Rows and charts stay whole, and a table's head stands on each of its pages.
constexpr std::string_view report_style = R"css(
@page { size: A4; margin: 18mm 18mm 20mm; @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 10pt "Liberation Sans", Arial, sans-serif; color: #383f43; } }
html { color: #0b0c0c; background: #fff; }
body { font: 11pt/1.45 "Liberation Sans", Arial, Helvetica, sans-serif; max-width: 172mm; margin: 0 auto; padding: 0 4mm; overflow-wrap: break-word; }
@media print { body { max-width: none; padding: 0; } }
h1 { font-size: 22pt; line-height: 1.2; margin: 0 0 5mm; }
h2 { font-size: 16pt; line-height: 1.25; margin: 9mm 0 3mm; break-after: avoid; }
h3 { font-size: 13pt; line-height: 1.3; margin: 6mm 0 2mm; break-after: avoid; }
p, ul { margin: 0 0 3.5mm; } p { orphans: 3; widows: 3; }
.organisation { font-weight: bold; color: #383f43; }
.status { border-left: 2mm solid #b58840; padding: 1mm 3mm; font-weight: bold; }
table { border-collapse: collapse; width: 100%; margin: 0 0 5mm; font-size: 10.5pt; }
caption { text-align: left; font-weight: bold; padding: 0 0 1.5mm; break-after: avoid; }
th, td { text-align: left; vertical-align: top; padding: 1.4mm 2mm 1.4mm 0; border-bottom: 0.3mm solid #b1b4b6; }
th { font-weight: bold; } tbody th { font-weight: normal; }
table.numbers th:not(:first-child), table.numbers td { text-align: right; padding: 1.4mm 0 1.4mm 2mm; }
table.facts th { font-weight: bold; } table.facts tbody th { width: 34%; }
thead { display: table-header-group; } tr { break-inside: avoid; } table.whole { break-inside: avoid; }
figure { margin: 0 0 4mm; break-inside: avoid; } figure img { max-width: 100%; height: auto; display: block; }
figcaption { font-weight: bold; margin-top: 1.5mm; }
p:has(+ figure) { break-after: avoid; }
footer { border-top: 0.3mm solid #b1b4b6; margin-top: 8mm; padding-top: 2mm; font-size: 10pt; }
)css";

class Page {
  public:
    Page(Report const& report, Pictures pictures) : report_(report), pictures_(pictures) {}

    std::string write() {
        out_ =
            "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
            "'unsafe-inline'; "
            "img-src 'self' data: file:\">\n<title>";
        text(report_.title);
        out_ += "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style>";
        out_ += report_style;
        out_ += "</style>\n</head>\n<body>\n<main>\n";
        if (!report_.organisation.empty()) element("p class=\"organisation\"", "p", report_.organisation);
        element("h1", "h1", report_.title);
        if (!report_.status.empty()) element("p class=\"status\"", "p", report_.status);
        if (!report_.header.empty()) facts({.rows = report_.header, .caption = "About this paper"});
        for (auto const& section : report_.sections) write(section);
        out_ += "</main>\n";
        if (!report_.footer.empty()) {
            out_ += "<footer>";
            element("p", "p", report_.footer);
            out_ += "</footer>\n";
        }
        out_ += "</body>\n</html>\n";
        return std::move(out_);
    }

  private:
    void text(std::string_view words) { out_ += escaped_words(words); }
    void element(std::string_view open, std::string_view close, std::string_view words) {
        out_ += "<" + std::string(open) + ">";
        text(words);
        out_ += "</" + std::string(close) + ">\n";
    }
    void write(ReportSection const& section) {
        auto const tag = "h" + std::to_string(section.level);
        element(tag, tag, section.number.empty() ? section.title : section.number + " " + section.title);
        for (auto const& block : section.blocks) std::visit([&](auto const& one) { write(one); }, block);
    }
    void write(TypedWords const& typed) {
        std::string paragraph;
        std::vector<std::string> items;
        auto const finish = [&] {
            if (!paragraph.empty()) element("p", "p", paragraph);
            paragraph.clear();
            if (!items.empty()) {
                out_ += "<ul>\n";
                for (auto const& item : items) element("li", "li", item);
                out_ += "</ul>\n";
            }
            items.clear();
        };
        for (auto const line : text::split(typed.words, '\n')) {
            auto const words = text::trim(line);
            if (words.starts_with("- ")) {
                if (!paragraph.empty()) finish();
                items.emplace_back(text::trim(words.substr(2)));
                continue;
            }
            if (words.empty() || !items.empty()) finish();
            if (!words.empty()) paragraph += (paragraph.empty() ? "" : " ") + std::string(words);
        }
        finish();
    }
    void write(ReportTable const& table) {
        // A short table stays on one page; the head of a long one is repeated on each of its pages.
        bool const is_short = table.has_numbers && table.rows.size() <= whole_table;
        out_ += "<table class=\"";
        out_ += table.has_numbers ? "numbers" : "words";
        out_ += is_short ? " whole\">\n" : "\">\n";
        element("caption", "caption", table.caption);
        out_ += "<thead>\n<tr>";
        for (auto const& head : table.head) element("th scope=\"col\"", "th", head);
        out_ += "</tr>\n</thead>\n<tbody>\n";
        for (auto const& row : table.rows) {
            out_ += "<tr>";
            for (std::size_t n = 0; n < row.size(); ++n)
                n == 0 ? element("th scope=\"row\"", "th", row[n]) : element("td", "td", row[n]);
            out_ += "</tr>\n";
        }
        out_ += "</tbody>\n</table>\n";
    }
    void write(ReportChart const& chart) {
        ++charts_;
        element("p", "p", chart.finding);
        bool const has_styles = pictures_ == Pictures::beside_with_styles;
        out_ += has_styles ? "<p><img alt=\"" : "<figure role=\"group\">\n<img alt=\"";
        text(chart.title + ". " + chart.finding + " The same figures are in the table below.");
        out_ += "\" src=\"";
        if (pictures_ == Pictures::inside)
            out_ += "data:image/svg+xml;base64," + base64(chart.svg);
        else
            text(chart.id + ".svg");
        auto const caption = "Figure " + std::to_string(charts_) + ": " + chart.title;
        if (has_styles) {
            out_ += "\"></p>\n<div data-custom-style=\"Image Caption\">";
            element("p", "p", caption);
            out_ += "</div>\n";
        } else {
            out_ += "\">\n";
            element("figcaption", "figcaption", caption);
            out_ += "</figure>\n";
        }
        write(chart.table);
    }
    void write(ReportFacts const& block) { facts(block); }
    void facts(ReportFacts const& block) {
        out_ += "<table class=\"facts\">\n";
        if (!block.caption.empty()) element("caption", "caption", block.caption);
        out_ +=
            "<thead><tr><th scope=\"col\">What</th><th scope=\"col\">Details</th></tr></thead>\n<tbody>\n";
        for (auto const& [what, how] : block.rows) {
            out_ += "<tr>";
            element("th scope=\"row\"", "th", what);
            element("td", "td", how);
            out_ += "</tr>\n";
        }
        out_ += "</tbody>\n</table>\n";
    }

    Report const& report_;
    Pictures pictures_;
    std::string out_;
    int charts_ = 0;
};

}  // namespace

std::string report_page(Report const& report, Pictures pictures) { return Page(report, pictures).write(); }

std::vector<ReportChart const*> charts_of(Report const& report) {
    std::vector<ReportChart const*> charts;
    for (auto const& section : report.sections)
        for (auto const& block : section.blocks)
            if (auto const* chart = std::get_if<ReportChart>(&block)) charts.push_back(chart);
    return charts;
}

}  // namespace doorstep::documents
