#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/enum_names.h"
#include "usecases/demo/told_history.h"
#include "usecases/site/site_config.h"

/// Two quarters whose figures are known beforehand, told through the use-cases: what a landlord told its
/// board about the first quarter of 2023/24, and what another told its tenants' monitoring group in June
/// 2024. People, places and every number that those papers did not print are invented.
namespace doorstep::usecases::demo {

enum class SourceStory { board_q1_2023, monitoring_june_2024 };
constexpr auto enum_names(SourceStory) {
    return std::array{EnumName{SourceStory::board_q1_2023, "board-q1-2023", "Board paper of Q1 2023/24"},
                      EnumName{SourceStory::monitoring_june_2024, "monitoring-june-2024",
                               "Monitoring group of 28 June 2024"}};
}

/// Cases opened and closed in each quarter from Q1 2022/23 to Q1 2023/24 (invented but for the comparison
/// itself).
struct QuarterTold {
    FinancialQuarter quarter;
    int opened = 0;
    int closed = 0;
    int unresolved = 0;
};
std::vector<QuarterTold> const& quarters_of_the_board_story();

std::vector<ToldCase> cases_of(SourceStory story);
/// The day after its last.
Date end_of(SourceStory story);

/// Tells the story on a site that has no cases: its history, what was not collected before, what partners
/// said, and the paper that the board read. `words` say what is there.
Expected<std::string> tell_source_story(Services& services, FixedClock& clock, HistoryCast const& cast,
                                        SourceStory story);

/// An Elmfield Homes of a few homes with nothing but this history.
Expected<std::string> make_source_story(SiteConfig const& config, SourceStory story);

}  // namespace doorstep::usecases::demo
