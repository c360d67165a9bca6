#include "legal/quality_checklist.h"

#include <stdexcept>

#include "base/embedded.h"
#include "legal/toml_values.h"

namespace doorstep::legal {

domain::quality::Checklist const& quality_checklist() {
    static auto const checklist = [] {
        constexpr std::string_view name = "standards/quality/checklist.toml";
        auto const file = embedded_file(name);
        if (!file) throw std::logic_error("There is no " + std::string(name));
        auto const table = parse_toml(name, file->content);
        domain::quality::Checklist found;
        found.random_cases = static_cast<int>(number_value(name, table, "random_cases"));
        found.risk_cases = static_cast<int>(number_value(name, table, "risk_cases"));
        if (auto const* questions = table["question"].as_array())
            for (auto const& question : *questions)
                found.questions.push_back({text_value(name, *question.as_table(), "code"),
                                           text_value(name, *question.as_table(), "text")});
        if (found.questions.empty()) throw std::logic_error(std::string(name) + " has no questions");
        return found;
    }();
    return checklist;
}

}  // namespace doorstep::legal
