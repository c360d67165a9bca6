#pragma once

#include <string>
#include <vector>

#include "base/expected.h"
#include "base/text.h"

namespace doorstep::domain::orders {

/// Gathers what is wrong, each with its field.
class ProblemList {
  public:
    void add(std::string field, std::string message) {
        found_.push_back({std::move(field), std::move(message)});
    }
    void need(char const* field, std::string const& typed, char const* missing) {
        if (text::trim(typed).empty())
            add(field, missing);
        else
            limit(field, typed);
    }
    void limit(char const* field, std::string const& typed) {
        if (text::length(typed) > longest) add(field, "It must be 3,000 characters or fewer");
    }
    bool empty() const { return found_.empty(); }
    Expected<Done> result(char const* code) const {
        if (found_.empty()) return Done{};
        Refusal refusal(RefusalKind::invalid, code, found_.front().message);
        for (auto const& problem : found_) std::move(refusal).with_problem(problem.field, problem.message);
        return refuse(std::move(refusal));
    }

  private:
    static constexpr std::size_t longest = 3000;
    std::vector<Problem> found_;
};

}  // namespace doorstep::domain::orders
