#pragma once

#include <optional>
#include <string>
#include <vector>

/// Charts as SVG markup, for pages and documents. Every chart has a title and a description, words of 16
/// pixels that do not shrink with the screen, patterns, dashes or shapes as well as colour, and shows what
/// was not collected as a gap. The same figures always stand beside it as a table; that is the caller's part.
///
/// Colours keep 3:1 against white and differ for people who see few colours (Government Analysis Function,
/// "Data visualisation: colours in charts"). No style attributes: the content security policy forbids them.
namespace doorstep::figures {

/// How numbers are written: 12,430; 52%; £37.50.
enum class ValueFormat { count, percent, pounds, decimal };

struct ChartValue {
    /// Nothing is a gap.
    std::optional<double> number;
    /// Said in place of a number: "not collected", "fewer than 5".
    std::string missing_words = "not collected";
};

struct ChartSeries {
    std::string name;
    /// One for each label.
    std::vector<ChartValue> values;
};

/// What all charts have.
struct ChartFrame {
    /// Unique on the page, letters, digits and hyphens: other ids start with it.
    std::string id;
    std::string title;
    /// What the chart shows, for people who listen: one sentence with the finding.
    std::string description;
    /// Pixels; 0 fills the width there is, which documents cannot do.
    int width = 0;
    ValueFormat format = ValueFormat::count;
};

/// Lengths of bars, one below the other, each with its label above it and its number at its end: long names
/// fit on a telephone. With several series the bars of a label stand together. At most four series.
struct BarChart {
    ChartFrame frame;
    std::vector<std::string> labels;
    std::vector<ChartSeries> series;
};
std::string bar_chart(BarChart const& chart);

/// How numbers go over time, from zero. At most four series.
struct LineChart {
    ChartFrame frame;
    /// Times in order: "Q1 2023/24", "Apr 2023".
    std::vector<std::string> labels;
    std::vector<ChartSeries> series;
    /// What is counted, above the numbers: "Cases opened".
    std::string value_title;
};
std::string line_chart(LineChart const& chart);

/// A point that is out of the ordinary, with the words that say how: "beyond the limit"; none where a mark
/// beside it says so already. The point gets a letter, and the key says what it stands for: words among the
/// lines could not be read.
struct ChartMark {
    std::size_t index = 0;
    std::string words;
};

/// One series with its centre line, and limits if there are any. What they are is the caller's to decide.
struct RunChart {
    ChartFrame frame;
    std::vector<std::string> labels;
    ChartSeries series;
    std::string value_title;
    double centre = 0;
    std::string centre_name = "Median";
    std::optional<double> lower_limit;
    std::optional<double> upper_limit;
    std::vector<ChartMark> marks;
};
std::string run_chart(RunChart const& chart);

/// Parts of a whole, at most six, each named with its number and share.
struct PieChart {
    ChartFrame frame;
    std::vector<std::string> labels;
    std::vector<double> values;
};
std::string pie_chart(PieChart const& chart);

struct FunnelPoint {
    std::string name;
    double size = 0;  ///< how much the figure rests on: homes, cases, answers
    double value = 0;
    bool is_outside = false;  ///< outside the widest limits: drawn as another shape and named
};

/// A limit as a curve over size; `points` in order of size.
struct FunnelLimit {
    std::string name;
    struct Point {
        double size = 0;
        double value = 0;
    };
    std::vector<Point> points;
};

/// Units of different sizes against what chance alone would give them. No league table.
struct FunnelChart {
    ChartFrame frame;
    std::vector<FunnelPoint> points;
    std::vector<FunnelLimit> limits;
    double centre = 0;
    std::string centre_name = "Average";
    std::string size_title;
    std::string value_title;
};
std::string funnel_chart(FunnelChart const& chart);

/// A number as charts write it.
std::string value_words(double value, ValueFormat format);

}  // namespace doorstep::figures
