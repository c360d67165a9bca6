#include "legal/said_done_rules.h"

#include <stdexcept>

#include "base/embedded.h"
#include "legal/toml_values.h"

namespace doorstep::legal {

domain::surveys::SaidDoneRules const& said_done_rules() {
    static auto const rules = [] {
        constexpr std::string_view name = "standards/surveys/said_done.toml";
        auto const file = embedded_file(name);
        if (!file) throw std::logic_error("There is no " + std::string(name));
        auto const table = parse_toml(name, file->content);
        domain::surveys::SaidDoneRules found;
        found.smallest_base = static_cast<int>(number_value(name, table, "smallest_base"));
        if (auto const* pairs = table["pair"].as_array())
            for (auto const& pair : *pairs)
                found.pairs.push_back({text_value(name, *pair.as_table(), "question"),
                                       text_value(name, *pair.as_table(), "title"),
                                       text_value(name, *pair.as_table(), "record")});
        return found;
    }();
    return rules;
}

}  // namespace doorstep::legal
