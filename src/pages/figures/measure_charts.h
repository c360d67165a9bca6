#pragma once

#include "html/html.h"
#include "usecases/figures/view_measure.h"

/// Charts of one measure, each with its table.
namespace doorstep::pages::figures {

/// "41, against 38 in Q2 2026/27 and 44 in Q3 2025/26."
std::string finding_words(usecases::figures::MeasureView const& view);
/// By quarter or year, with the same promise from the other side where there is one.
Html course_chart(usecases::figures::MeasureView const& view);
/// The same days of earlier years, as a table.
Html earlier_years(usecases::figures::MeasureView const& view);
/// Month by month, with what is ordinary where there are enough of them; empty for a month.
Html months_chart(usecases::figures::MeasureView const& view);
/// Its parts in the period and those it is compared with; empty for a measure without.
Html parts_chart(usecases::figures::MeasureView const& view);
/// By area, kind, officer or harm group; empty when not asked for.
Html groups_chart(usecases::figures::MeasureView const& view);
/// What is counted, by which day, what is left out.
Html how_counted(usecases::figures::MeasureView const& view);

}  // namespace doorstep::pages::figures
