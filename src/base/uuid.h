#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string_view>

#include "base/clock.h"

namespace doorstep {

/// A UUID in its 36-character lower-case form, kept as text because that is how both databases store it.
class Uuid {
  public:
    /// All zeros: "no id yet".
    constexpr Uuid() { text_.fill('0'); text_[8] = text_[13] = text_[18] = text_[23] = '-'; }
    static std::optional<Uuid> parse(std::string_view text);
    static Uuid from_bytes(std::array<std::uint8_t, 16> const& bytes);

    std::string_view text() const { return {text_.data(), text_.size()}; }
    bool is_nil() const { return *this == Uuid(); }
    auto operator<=>(Uuid const&) const = default;

  private:
    std::array<char, 36> text_;
};

/// Makes UUID version 7 (RFC 9562): milliseconds first, so ids sort by age and index pages fill in order.
class IdSource {
  public:
    virtual ~IdSource() = default;
    virtual Uuid next() = 0;
};

/// Random bits from the operating system.
class RandomIdSource : public IdSource {
  public:
    explicit RandomIdSource(Clock const& clock) : clock_(clock) {}
    Uuid next() override;

  private:
    Clock const& clock_;
};

/// The same seed gives the same ids: for the demo and for tests.
class SeededIdSource : public IdSource {
  public:
    SeededIdSource(Clock const& clock, std::uint64_t seed) : clock_(clock), state_(seed) {}
    Uuid next() override;

  private:
    Clock const& clock_;
    std::mutex mutex_;
    std::uint64_t state_;
};

}  // namespace doorstep
