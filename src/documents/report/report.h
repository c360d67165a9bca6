#pragma once

#include <string>
#include <variant>
#include <vector>

/// A document for people as what it is made of, whatever it becomes: a page, a PDF, a word processor's file.
/// Every chart has its words and its table; every table a caption and heads of columns and rows.
namespace doorstep::documents {

/// Words as somebody typed them: an empty line begins a paragraph, lines that begin with "- " are a list.
struct TypedWords {
    std::string words;
};

struct ReportTable {
    std::string caption;
    std::vector<std::string> head;               ///< the first names the rows
    std::vector<std::vector<std::string>> rows;  ///< the first cell is the row's head
    bool has_numbers = true;                     ///< all columns but the first stand right
};

/// A drawing and the same as a table below it.
struct ReportChart {
    std::string id;       ///< letters, digits and hyphens: the file's name
    std::string title;    ///< stands below it as "Figure 1: Cases opened"
    std::string finding;  ///< what it shows, for people who do not see it, and above it for everybody
    std::string svg;      ///< figures/chart.h, of a fixed width: it is embedded as a picture
    ReportTable table;
};

/// Pairs of what and how it is.
struct ReportFacts {
    std::vector<std::pair<std::string, std::string>> rows;
    std::string caption;
};

using ReportBlock = std::variant<TypedWords, ReportTable, ReportChart, ReportFacts>;

struct ReportSection {
    int level = 2;       ///< of its heading: 2 for a section, 3 for a part of one
    std::string number;  ///< "4.1"; empty for none
    std::string title;
    std::vector<ReportBlock> blocks;
};

struct Report {
    std::string title;
    std::string organisation;
    std::string status;  ///< "Draft: figures may still change"; empty for none
    std::vector<std::pair<std::string, std::string>> header;
    std::vector<ReportSection> sections;
    std::string footer;  ///< at the end: how it was made
};

/// The documents that one report becomes.
enum class Pictures {
    inside,  ///< one file that holds everything
    beside,  ///< files in the same folder: the name is the chart's id and ".svg"
    /// The same for pandoc, which would keep a figure's caption and lose the picture's own words: the caption
    /// is a paragraph of the style that word processors know.
    beside_with_styles
};

/// A whole accessible page: language, title, headings in order, captions, scopes of headings of tables, words
/// for every picture. Nothing is smaller than 10 points; it needs nothing from elsewhere and runs nothing.
std::string report_page(Report const& report, Pictures pictures);

/// Every chart of the report, in order.
std::vector<ReportChart const*> charts_of(Report const& report);

}  // namespace doorstep::documents
