#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/surveys/survey.h"
#include "storage/case_scope.h"
#include "storage/sql/database.h"

/// What people said in their own words (M-109, B04).
namespace doorstep::storage::surveys {

using domain::surveys::CommentKind;

struct Comment {
    std::string id;
    SurveyId survey;
    Date said_on;
    std::string words;
    CommentKind kind = CommentKind::not_sorted;
    std::string category;
    std::optional<AccountId> sorted_by;
    std::optional<Instant> sorted_at;
};

void insert(sql::Write& tx, Comment const& comment);
/// False when someone else sorted it since `seen` (their sorted_at as it was shown).
bool sort(sql::Write& tx, std::string_view id, CommentKind kind, std::string_view category, AccountId by,
          Instant now, std::optional<Instant> seen);

struct CommentOfCase {
    Comment comment;
    CaseFileId case_file;
    std::string reference;
    std::string area_name;
};
std::optional<CommentOfCase> find_comment(sql::Read& tx, std::string_view id);
std::vector<Comment> comments_of(sql::Read& tx, SurveyId survey);

struct CommentFilter {
    CaseScope scope;
    std::optional<CommentKind> kind;
    Period said;
};
/// Newest first.
std::vector<CommentOfCase> comments(sql::Read& tx, CommentFilter const& filter, int limit, int offset);
/// How many of each kind and category in the period, of those the viewer may see.
struct CommentCount {
    CommentKind kind = CommentKind::not_sorted;
    std::string category;
    int count = 0;
};
std::vector<CommentCount> comment_counts(sql::Read& tx, CommentFilter const& filter);
/// The next that waits to be sorted, oldest first; not the one given.
std::optional<std::string> next_unsorted(sql::Read& tx, CaseScope const& scope, std::string_view except);

}  // namespace doorstep::storage::surveys
