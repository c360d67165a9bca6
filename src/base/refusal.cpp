#include "base/refusal.h"

#include <array>

namespace doorstep {
namespace {

struct KindRow {
    RefusalKind kind;
    std::string_view name;
    int http_status;
    int exit_code;  // 1: refused, or found problems; 2 (wrong usage) and 3 (environment) are never refusals
};

constexpr std::array kind_table{
    KindRow{RefusalKind::invalid, "invalid", 422, 1},
    KindRow{RefusalKind::forbidden, "forbidden", 403, 1},
    KindRow{RefusalKind::not_found, "not-found", 404, 1},
    KindRow{RefusalKind::conflict, "conflict", 409, 1},
    KindRow{RefusalKind::closed, "closed", 409, 1},
    KindRow{RefusalKind::unlawful, "unlawful", 422, 1},
    KindRow{RefusalKind::too_many, "too-many", 429, 1},
    KindRow{RefusalKind::expired, "expired", 410, 1},
    KindRow{RefusalKind::signed_out, "signed-out", 401, 1},
    KindRow{RefusalKind::restricted, "restricted", 403, 1},
};

KindRow const& row_of(RefusalKind kind) {
    for (auto const& row : kind_table)
        if (row.kind == kind) return row;
    return kind_table.front();
}

}  // namespace

int http_status(RefusalKind kind) { return row_of(kind).http_status; }
int exit_code(RefusalKind kind) { return row_of(kind).exit_code; }
std::string_view name_of(RefusalKind kind) { return row_of(kind).name; }

}  // namespace doorstep
