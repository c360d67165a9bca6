#include "documents/csv/field.h"

namespace doorstep::documents::csv {

std::string field(std::string_view words) {
    std::string safe(words);
    auto const first = words.find_first_not_of(" \t\r\n");
    bool const is_formula =
        (first != std::string_view::npos &&
         std::string_view("=+-@").find(words[first]) != std::string_view::npos) ||
        (!words.empty() && std::string_view("\t\r\n").find(words.front()) != std::string_view::npos);
    if (is_formula) safe.insert(safe.begin(), '\'');
    if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
    std::string quoted = "\"";
    for (char const c : safe) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

}  // namespace doorstep::documents::csv
