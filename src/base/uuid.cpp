#include "base/uuid.h"

#include <sys/random.h>

#include <array>
#include <cerrno>

#include "base/failure.h"

namespace doorstep {
namespace {

constexpr std::string_view hexadecimal = "0123456789abcdef";

/// A hexadecimal digit as we write it; 0 for any other character. Every id read from a database passes here.
constexpr auto digit_as_written = [] {
    std::array<char, 256> table{};
    for (char const digit : hexadecimal) table[static_cast<unsigned char>(digit)] = digit;
    for (char digit = 'a'; digit <= 'f'; ++digit)
        table[static_cast<unsigned char>(digit - 'a' + 'A')] = digit;
    return table;
}();

constexpr std::uint16_t high_mask = 0x0fff;
constexpr std::uint64_t low_mask = 0x3fff'ffff'ffff'ffff;

constexpr bool is_dash_position(std::size_t position) {
    return position == 8 || position == 13 || position == 18 || position == 23;
}

void fill_from_operating_system(void* bytes, std::size_t size) {
    // getrandom gives requests of up to 256 bytes whole; only before the system has gathered entropy is it
    // interrupted.
    while (getrandom(bytes, size, 0) != static_cast<ssize_t>(size))
        if (errno != EINTR)
            throw Failure(FailureKind::unavailable, "the operating system gives no random bits");
}

/// SplitMix64 (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014).
std::uint64_t next_seeded(std::uint64_t& state) {
    auto mixed = state += 0x9e3779b97f4a7c15;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return mixed ^ (mixed >> 31);
}

Uuid uuid_of(IdState const& state) {
    std::array<std::uint8_t, 16> bytes{};
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<std::uint8_t>(state.milliseconds >> (40 - 8 * i));
    bytes[6] = static_cast<std::uint8_t>(0x70 | state.high >> 8);
    bytes[7] = static_cast<std::uint8_t>(state.high);
    for (std::size_t i = 0; i < 8; ++i) bytes[8 + i] = static_cast<std::uint8_t>(state.low >> (56 - 8 * i));
    bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3f));
    return Uuid::from_bytes(bytes);
}

/// `random` gives 64 random bits. In a new millisecond all 74 bits are fresh, with the topmost 0 so that
/// there is room to rise; in the same one the number grows by 1 to 2^32.
template <class Random>
Uuid next_id(IdState& last, std::int64_t milliseconds, Random random) {
    if (milliseconds != last.milliseconds) {
        last.milliseconds = milliseconds;
        last.high = static_cast<std::uint16_t>(random() & (high_mask >> 1));
        last.low = random() & low_mask;
    } else {
        last.low += 1 + (random() >> 32);
        if (last.low > low_mask) last.high = static_cast<std::uint16_t>((last.high + 1) & high_mask);
        last.low &= low_mask;
    }
    return uuid_of(last);
}

}  // namespace

std::optional<Uuid> Uuid::parse(std::string_view text) {
    if (text.size() != 36) return std::nullopt;
    Uuid result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const written = is_dash_position(i) ? (text[i] == '-' ? '-' : '\0')
                                                 : digit_as_written[static_cast<unsigned char>(text[i])];
        if (written == '\0') return std::nullopt;
        result.text_[i] = written;
    }
    return result;
}

Uuid Uuid::from_bytes(std::array<std::uint8_t, 16> const& bytes) {
    Uuid result;
    std::size_t position = 0;
    for (auto const byte : bytes) {
        if (is_dash_position(position)) ++position;
        result.text_[position++] = hexadecimal[byte >> 4];
        result.text_[position++] = hexadecimal[byte & 0x0f];
    }
    return result;
}

Uuid RandomIdSource::next() {
    auto const random = [] {
        std::uint64_t bits = 0;
        fill_from_operating_system(&bits, sizeof bits);
        return bits;
    };
    std::lock_guard const lock(mutex_);
    return next_id(last_, clock_.now().milliseconds(), random);
}

Uuid SeededIdSource::next() {
    std::lock_guard const lock(mutex_);
    return next_id(last_, clock_.now().milliseconds(), [this] { return next_seeded(state_); });
}

}  // namespace doorstep
