#include "usecases/risk/taken_as_high.h"

#include <algorithm>

#include "legal/lists.h"
#include "usecases/settings.h"

namespace doorstep::usecases::risk {

bool is_taken_as_high(Settings const& settings, Known const& known, Date on) {
    if (known.in_danger || known.self_harm) return true;
    auto const& list = settings.list("categories");
    auto const is_high = [](legal::ListEntry const& kind) {
        return kind.detail("high_until_assessed") == "true";
    };
    for (auto const& code : known.kinds)
        if (auto const* kind = list.find(code, on); kind && is_high(*kind)) return true;
    if (!known.hate) return false;
    auto const kinds = list.in_use(on);
    return std::any_of(kinds.begin(), kinds.end(), [&](legal::ListEntry const* kind) {
        return kind->detail("hate") == "true" && is_high(*kind);
    });
}

}  // namespace doorstep::usecases::risk
