#include <algorithm>

#include "base/text.h"

namespace doorstep::text {
namespace {

/// How many bytes the code point at the start of valid, not empty UTF-8 has.
std::size_t code_point_size(std::string_view text) {
    auto const first = static_cast<unsigned char>(text.front());
    if (first < 0x80) return 1;
    if (first < 0xe0) return 2;
    return first < 0xf0 ? 3 : 4;
}

void append_windows(std::vector<std::string_view>& windows, std::string_view marked_word) {
    auto end = marked_word;
    std::size_t size = 0;
    for (int letters = 1; !end.empty(); ++letters) {
        auto const step = code_point_size(end);
        end.remove_prefix(step);
        size += step;
        if (letters < 3) continue;
        windows.push_back(marked_word.substr(0, size));
        auto const first = code_point_size(marked_word);
        marked_word.remove_prefix(first);
        size -= first;
    }
}

}  // namespace

std::vector<std::string> trigrams(std::string_view text) {
    auto const folded = fold(text);
    auto const words = split(folded, ' ');
    std::string marked;
    marked.reserve(folded.size() + 2 * words.size());  // so that the views into it stay where they are
    std::vector<std::string_view> windows;
    windows.reserve(folded.size() + 2);
    for (auto const word : words) {
        if (word.empty()) continue;
        auto const start = marked.size();
        marked.append("^").append(word).append("$");
        append_windows(windows, std::string_view(marked).substr(start));
    }
    std::sort(windows.begin(), windows.end());
    windows.erase(std::unique(windows.begin(), windows.end()), windows.end());
    return {windows.begin(), windows.end()};
}

}  // namespace doorstep::text
