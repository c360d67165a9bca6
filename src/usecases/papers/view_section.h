#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "usecases/papers/view_paper.h"

namespace doorstep::usecases::papers {

/// One section or implication to write (T09), with what stood there in the last quarter's paper.
struct SectionForm {
    Paper paper;
    std::string code;
    std::string title;
    bool is_implication = false;
    std::optional<bool> answer;
    std::string words;         ///< written, or filled in from the figures
    std::int64_t version = 0;  ///< 0 until somebody writes
    std::string edited_by;
    std::optional<Instant> edited_at;
    std::string before_words;  ///< words of the quarter before; empty for none
    std::string before_quarter;
    /// Older ones, newest first.
    struct Older {
        std::string words;
        std::string edited_by;
        Instant edited_at;
    };
    std::vector<Older> older;
};
/// Needs Action::write_papers.
Expected<SectionForm> view_section(Context& context, std::string_view id, std::string_view code);

}  // namespace doorstep::usecases::papers
