#pragma once

#include <string>
#include <string_view>

#include "pages/visit.h"
#include "usecases/figures/view_behind.h"
#include "usecases/figures/view_measure.h"

/// What the pages of figures share.
namespace doorstep::pages::figures {

using usecases::figures::Asked;
using usecases::figures::Figure;
using usecases::figures::FiguresQuery;
using usecases::figures::Measure;
using usecases::figures::ReportingPeriod;

/// Period, area and kind from the address.
FiguresQuery query_of(http::Request const& request);
std::string measure_path(Measure const& measure);
/// "/figures?period=2026-27-Q1&area=...", with more behind it.
std::string address(std::string const& path, FiguresQuery const& query, http::Pairs const& more = {});
/// The records behind a figure of one of the periods.
std::string behind_address(Measure const& measure, Asked const& asked, ReportingPeriod const& period,
                           http::Pairs const& more = {});

/// Period, area and kind to choose, above everything; `hidden` is kept.
Html filter_bar(std::string const& path, Asked const& asked, FiguresQuery const& query,
                http::Pairs const& hidden = {});
/// "Q3 2026/27, so far. Only Wolverton, noise."
std::string scope_words(Asked const& asked);

/// "82% (41 of 50)" as a link to the records behind it; words alone where there are none.
Html figure_link(Measure const& measure, Asked const& asked, ReportingPeriod const& period,
                 Figure const& figure, http::Pairs const& more = {});
/// A number of a part, as a link to its records.
Html part_link(Measure const& measure, Asked const& asked, ReportingPeriod const& period,
               std::optional<std::int64_t> count, std::string const& part);

/// A page of the Figures section; below "/figures" unless it is that page itself.
Page figures_page(std::string title);

}  // namespace doorstep::pages::figures
