#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "storage/survey_comments.h"
#include "usecases/context.h"

/// Compliments, observations and concerns from surveys (B04, M-109).
namespace doorstep::usecases::surveys {

struct CommentList {
    domain::surveys::CommentKind kind{};
    std::optional<FinancialQuarter> quarter;  ///< nothing: whenever they were said
    struct Row {
        std::string id;
        Date said_on;
        std::string words;
        std::string reference;  ///< empty for those who may not open cases
        std::string area_name;
        std::string category_label;
    };
    std::vector<Row> rows;
    /// Of the quarter, or of all: by kind, and by category within the kind shown.
    std::vector<std::pair<domain::surveys::CommentKind, int>> by_kind;
    std::vector<std::pair<std::string, int>> by_category;  ///< label, count
    int in_view = 0;
    int page = 1;
    int pages = 1;
};
Expected<CommentList> list_comments(Context& context, domain::surveys::CommentKind kind,
                                    std::optional<FinancialQuarter> quarter, int page);

struct CommentView {
    storage::surveys::Comment comment;
    std::string reference;
    std::string area_name;
};
Expected<CommentView> view_comment(Context& context, std::string_view id);

struct SortComment {
    std::string id;
    std::optional<domain::surveys::CommentKind> kind;
    std::string category;
    std::optional<Instant> seen_sorted_at;  ///< as the form was shown
};
struct CommentSorted {
    std::optional<std::string> next;  ///< the next that waits
};
/// Says what it is and what it is about. The words are never changed.
Expected<CommentSorted> sort_comment(Context& context, SortComment const& input);

}  // namespace doorstep::usecases::surveys
