#include "base/text.h"

namespace doorstep::text {
namespace {

constexpr bool is_capital(char character) { return character >= 'A' && character <= 'Z'; }
constexpr bool is_figure(char character) { return character >= '0' && character <= '9'; }
constexpr bool is_any_of(char character, std::string_view letters) {
    return letters.find(character) != std::string_view::npos;
}

/// A letter or a figure after the first figure: "1", "12", "1A" or "1W".
bool is_district(std::string_view district, std::string_view last_letters) {
    if (district.empty() || district.size() > 2 || !is_figure(district[0])) return false;
    return district.size() == 1 || is_figure(district[1]) || is_any_of(district[1], last_letters);
}

/// The forms of BS 7666: A9, A99, A9A, AA9, AA99, AA9A, with the letters that each place may hold.
bool is_outward(std::string_view outward) {
    if (outward.size() < 2 || !is_capital(outward[0]) || is_any_of(outward[0], "QVX")) return false;
    if (is_figure(outward[1])) return is_district(outward.substr(1), "ABCDEFGHJKPSTUW");
    if (!is_capital(outward[1]) || is_any_of(outward[1], "IJZ")) return false;
    return is_district(outward.substr(2), "ABEHMNPRVWXY");
}

bool is_inward(std::string_view inward) {
    constexpr std::string_view never = "CIKMOV";
    return inward.size() == 3 && is_figure(inward[0]) && is_capital(inward[1]) && is_capital(inward[2]) &&
           !is_any_of(inward[1], never) && !is_any_of(inward[2], never);
}

}  // namespace

std::string postcode(std::string_view text) {
    std::string packed;
    for (char const character : text) {
        if (character == ' ' || character == '\t') continue;
        packed += character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A') : character;
        if (packed.size() > 7) return {};
    }
    if (packed.size() < 5) return {};
    auto const outward = packed.substr(0, packed.size() - 3);
    auto const inward = packed.substr(packed.size() - 3);
    bool const is_girobank = packed == "GIR0AA";
    if (!is_girobank && (!is_outward(outward) || !is_inward(inward))) return {};
    return outward + " " + inward;
}

}  // namespace doorstep::text
