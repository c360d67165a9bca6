#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "base/refusal.h"

namespace doorstep {

/// A value, or the reason it was refused. Failures of the environment are exceptions instead
/// (base/failure.h).
template <class T>
using Expected = tl::expected<T, Refusal>;

/// Nothing to return but success.
struct Done {};

/// `return refuse(RefusalKind::conflict, "already-closed", "This case is already closed");`
inline tl::unexpected<Refusal> refuse(RefusalKind kind, std::string_view code, std::string message) {
    return tl::unexpected<Refusal>(Refusal(kind, code, std::move(message)));
}

/// A refusal that belongs to one field of a form.
inline tl::unexpected<Refusal> refuse_field(std::string_view code, std::string field, std::string message) {
    auto text = message;
    return tl::unexpected<Refusal>(Refusal(RefusalKind::invalid, code, std::move(text))
                                       .with_problem(std::move(field), std::move(message)));
}

inline tl::unexpected<Refusal> refuse(Refusal refusal) { return tl::unexpected<Refusal>(std::move(refusal)); }

}  // namespace doorstep
