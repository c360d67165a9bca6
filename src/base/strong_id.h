#pragma once

#include <compare>
#include <functional>
#include <optional>
#include <string_view>

#include "base/uuid.h"

namespace doorstep {

/// An id that cannot be mistaken for another kind: `using CaseFileId = StrongId<struct CaseFileIdTag>;`
template <class Tag>
class StrongId {
  public:
    constexpr StrongId() = default;
    constexpr explicit StrongId(Uuid uuid) : uuid_(uuid) {}
    static std::optional<StrongId> parse(std::string_view text) {
        auto uuid = Uuid::parse(text);
        if (!uuid) return std::nullopt;
        return StrongId(*uuid);
    }

    Uuid const& uuid() const { return uuid_; }
    std::string_view text() const { return uuid_.text(); }
    bool is_nil() const { return uuid_.is_nil(); }
    auto operator<=>(StrongId const&) const = default;

  private:
    Uuid uuid_;
};

}  // namespace doorstep

template <class Tag>
struct std::hash<doorstep::StrongId<Tag>> {
    std::size_t operator()(doorstep::StrongId<Tag> const& id) const {
        return std::hash<std::string_view>{}(id.text());
    }
};
