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
    constexpr Uuid() {
        text_.fill('0');
        text_[8] = text_[13] = text_[18] = text_[23] = '-';
    }
    /// Only the 36-character form; capital letters are accepted and made small (RFC 9562 section 4).
    static std::optional<Uuid> parse(std::string_view text);
    static Uuid from_bytes(std::array<std::uint8_t, 16> const& bytes);

    std::string_view text() const { return {text_.data(), text_.size()}; }
    bool is_nil() const { return *this == Uuid(); }
    auto operator<=>(Uuid const&) const = default;

  private:
    std::array<char, 36> text_;
};

/// Makes UUID version 7 (RFC 9562 section 5.7): milliseconds first, so ids sort by age and index pages fill
/// in order. Ids made one after another in the same millisecond rise too (section 6.2, method 2). An id is no
/// secret: whoever has seen one may come near the next. Links that let people in need random tokens of their
/// own.
class IdSource {
  public:
    virtual ~IdSource() = default;
    virtual Uuid next() = 0;
};

/// The last id made: its milliseconds and the 74 bits after them.
struct IdState {
    std::int64_t milliseconds = -1;
    std::uint16_t high = 0;  ///< 12 bits
    std::uint64_t low = 0;   ///< 62 bits
};

/// Random bits from the operating system. Safe to share between threads.
class RandomIdSource : public IdSource {
  public:
    explicit RandomIdSource(Clock const& clock) : clock_(clock) {}
    Uuid next() override;

  private:
    Clock const& clock_;
    std::mutex mutex_;
    IdState last_;
};

/// The same seed and times give the same ids: for the demo and for tests. Never for a live service.
class SeededIdSource : public IdSource {
  public:
    SeededIdSource(Clock const& clock, std::uint64_t seed) : clock_(clock), state_(seed) {}
    Uuid next() override;

  private:
    Clock const& clock_;
    std::mutex mutex_;
    std::uint64_t state_;
    IdState last_;
};

}  // namespace doorstep
