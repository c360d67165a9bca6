#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "domain/ids.h"
#include "storage/case_scope.h"
#include "storage/sql/database.h"

/// How much happens where (C32): cases counted by place, only those that the scope sees.
namespace doorstep::storage::place_figures {

struct BusyBlock {
    BlockId id;
    std::string name;
    std::string area_name;
    std::int64_t homes = 0;
    int opened = 0;  ///< cases opened from the day asked for on
    int open = 0;    ///< of them, not closed now
};
/// A page of all blocks, those with the most cases opened since `from` first, then the largest.
std::vector<BusyBlock> busiest_blocks(sql::Read& tx, CaseScope const& scope, std::optional<AreaId> area,
                                      Date from, int limit, int offset);

/// A block or one address.
struct At {
    std::optional<BlockId> block;
    std::optional<AddressId> address;
};

struct MonthCount {
    std::string month;  ///< "2026-06"
    std::string category;
    int cases = 0;
};
/// Cases opened at the place from the day on, by month and kind.
std::vector<MonthCount> opened_by_month(sql::Read& tx, CaseScope const& scope, At const& at, Date from);

}  // namespace doorstep::storage::place_figures
