#include "legal/promise_phrases.h"

#include <stdexcept>

#include "base/embedded.h"
#include "legal/toml_values.h"

namespace doorstep::legal {

std::vector<std::string> const& promise_phrases() {
    static auto const phrases = [] {
        constexpr std::string_view name = "standards/meetings/promises.toml";
        auto const file = embedded_file(name);
        if (!file) throw std::logic_error("There is no " + std::string(name));
        auto const table = parse_toml(name, file->content);
        std::vector<std::string> found;
        if (auto const* list = table["phrases"].as_array())
            for (auto const& phrase : *list) found.push_back(phrase.value_or(std::string()));
        if (found.empty()) throw std::logic_error(std::string(name) + " has no phrases");
        return found;
    }();
    return phrases;
}

}  // namespace doorstep::legal
