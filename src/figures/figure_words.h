#pragma once

#include <optional>
#include <string>

#include "figures/figure.h"

/// Figures as people read them: a share never without its base.
namespace doorstep::figures {

struct FigureWords {
    std::string figure;  ///< "82%", "1,204", "34 days", "Not collected", "Too few to show"
    std::string base;    ///< "41 of 50 first contacts due"; empty for a count
    bool is_number = false;
};

/// Who reads it. The public is not shown counts below the smallest, nor anybody a share of too few.
enum class Readers { staff, everyone };

FigureWords figure_words(Measure const& measure, Figure const& figure, Readers readers, int smallest);

/// In a cell of a table: "82% (41 of 50)".
std::string cell_words(Measure const& measure, Figure const& figure, Readers readers, int smallest);

/// For charts and sums: the share in percent, the count, the mean days, the rate. Nothing when not collected,
/// too few, or of nothing.
std::optional<double> plain_number(Measure const& measure, Figure const& figure, Readers readers,
                                   int smallest);

/// "between 33% and 70%, as far as 25 answers can tell" (95% interval, figures/wilson.h); empty where the
/// figure is no sample of answers.
std::string certainty_words(Measure const& measure, Figure const& figure, int smallest);

/// "fewer than 5"
std::string fewer_than_words(int smallest);

}  // namespace doorstep::figures
