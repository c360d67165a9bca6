#include "documents/csv/windows_1252.h"

#include <array>

namespace doorstep::documents::csv {
namespace {

/// Bytes 0x80 to 0x9f; the rest is Latin-1.
constexpr std::array<std::string_view, 32> special{"€", "�", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š",
                                                   "‹", "Œ", "�", "Ž", "�", "�", "‘", "’", "“", "”", "•",
                                                   "–", "—", "˜", "™", "š", "›", "œ", "�", "ž", "Ÿ"};

}  // namespace

std::string from_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + 16);
    for (char const c : bytes) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte == 0)
            text += "\xef\xbf\xbd";
        else if (byte < 0x80)
            text += c;
        else if (byte < 0xa0)
            text += special[byte - 0x80];
        else {
            text += static_cast<char>(0xc0 | (byte >> 6));
            text += static_cast<char>(0x80 | (byte & 0x3f));
        }
    }
    return text;
}

}  // namespace doorstep::documents::csv
