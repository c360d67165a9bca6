#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "storage/orders_together.h"
#include "usecases/context.h"

namespace doorstep::usecases::orders {

/// Orders of a quarter reported together, those at addresses of one block beside one another (M-45). Only of
/// cases the viewer may see. Notices are not counted: an order is what a court made.
struct OrdersTogether {
    FinancialQuarter quarter;
    struct Line {
        storage::orders_together::Line made;
        std::string words;  ///< "Closure order, partial"
        std::string term;   ///< "15 June 2026 to 14 September 2026"
        bool in_force = false;
    };
    struct Group {
        std::string block;  ///< empty: at addresses in no block
        std::vector<Line> lines;
    };
    std::vector<Group> groups;  ///< blocks by name; homes in no block last
    int total = 0;
    struct Count {
        FinancialQuarter quarter;
        int orders = 0;
    };
    std::vector<Count> quarters;  ///< this one and the seven before it, oldest first
    bool is_cut_off = false;      ///< there were more than can be read at once
};
constexpr int orders_read_together = 2000;
/// `quarter`: "2026-27-Q1"; the one that runs now for anything else.
Expected<OrdersTogether> view_orders_together(Context& context, std::string_view quarter);

/// One line for each order.
std::string orders_together_csv(OrdersTogether const& view);

}  // namespace doorstep::usecases::orders
