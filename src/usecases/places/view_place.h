#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/places/place.h"
#include "storage/case_list.h"
#include "storage/place_figures.h"
#include "storage/reports.h"
#include "usecases/context.h"
#include "usecases/places/responsible_officers.h"

namespace doorstep::usecases::places {

inline constexpr int blocks_on_a_page = 25;
inline constexpr int homes_on_a_page = 25;

/// Blocks with what happened there in the last year (C32).
struct PlaceList {
    std::vector<storage::place_figures::BusyBlock> blocks;
    std::vector<domain::places::Area> areas;
    std::optional<AreaId> area;
    Date from;  ///< cases opened from this day on are counted
    int total = 0;
    int page = 1;
    int pages = 1;
};
Expected<PlaceList> list_places(Context& context, std::string_view area, int page);

/// Cases opened in one financial quarter.
struct QuarterCount {
    FinancialQuarter quarter;
    int cases = 0;
};
struct KindCount {
    std::string kind;
    int cases = 0;
};

/// A block or one address with what this viewer may see of it. Counts leave out restricted cases.
struct PlaceView {
    std::optional<domain::places::Block> block;  ///< the place itself, or the block that the address is in
    std::optional<domain::places::Address> address;  ///< the place itself; nothing when it is a block
    ResponsibleOfficers officers;
    std::vector<QuarterCount> quarters;  ///< this one and the seven before it, the oldest first
    std::vector<KindCount> kinds;        ///< of the same time, the most first
    std::vector<storage::case_list::ListedCase> cases;  ///< those not closed first
    bool more_cases = false;
    std::vector<storage::reports::ListedReport> reports;  ///< of an address, for those who see triage
    std::vector<domain::places::Address> homes;           ///< a page of a block's
    int page = 1;
    int pages = 1;

    std::string name() const {
        return address ? address->in_one_line() : block ? block->name : std::string();
    }
};

/// By the id of a block or of an address. At most ten statements.
Expected<PlaceView> view_place(Context& context, std::string_view id, int page);

}  // namespace doorstep::usecases::places
