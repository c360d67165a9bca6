#include "domain/messages/plain_text.h"

#include "base/text.h"

namespace doorstep::domain::messages {
namespace {

constexpr std::string_view punctuation = R"(!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~)";

/// "[words](address)" at this place, as "words (address)"; moves past it.
bool take_link(std::string_view line, std::size_t& at, std::string& into) {
    auto const middle = line.find("](", at);
    if (middle == std::string_view::npos) return false;
    auto const end = line.find(')', middle);
    if (end == std::string_view::npos) return false;
    auto const words = line.substr(at + 1, middle - at - 1);
    if (words.find('[') != std::string_view::npos) return false;
    into.append(words).append(" (").append(line.substr(middle + 2, end - middle - 2)).append(")");
    at = end + 1;
    return true;
}

std::string plain_line(std::string_view line) {
    auto const hashes = line.find_first_not_of('#');
    if (hashes != std::string_view::npos && hashes > 0 && hashes <= 6 && line[hashes] == ' ')
        line.remove_prefix(hashes + 1);
    std::string plain;
    for (std::size_t at = 0; at < line.size();) {
        bool const escapes = line[at] == '\\';
        if (escapes && at + 1 == line.size()) break;  // a line break that is one already
        if (escapes && punctuation.find(line[at + 1]) != std::string_view::npos) {
            plain += line[at + 1];
            at += 2;
        } else if (line.substr(at, 2) == "**") {
            at += 2;
        } else if (line[at] != '[' || !take_link(line, at, plain)) {
            plain += line[at++];
        }
    }
    return plain;
}

}  // namespace

std::string plain_text(std::string_view markdown) {
    std::string plain;
    for (auto const line : text::split(markdown, '\n')) {
        if (!plain.empty()) plain += '\n';
        plain += plain_line(line);
    }
    return plain;
}

}  // namespace doorstep::domain::messages
