#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/messages/message.h"
#include "storage/case_scope.h"
#include "storage/sql/database.h"

/// Letters for the post room (B05): to print today, posted, brought back.
namespace doorstep::storage::post {

/// Whose letters may be seen: of cases in this scope; of reports that became no case, those of the restricted
/// queue only with leave to see it.
struct PostScope {
    CaseScope cases;
    bool sees_restricted_reports = false;
};

/// A letter with what the post room may know of its case.
struct Letter {
    domain::messages::Message message;
    std::string case_reference;  ///< empty for a letter about a report
};

/// Letters waiting now, oldest first.
std::vector<Letter> to_post(sql::Read& tx, PostScope const& scope, Instant now, int limit, int offset);
/// Posted since then, newest first.
std::vector<Letter> posted(sql::Read& tx, PostScope const& scope, Instant since, int limit, int offset);
/// Brought back since then, newest first.
std::vector<Letter> returned(sql::Read& tx, PostScope const& scope, Date since, int limit, int offset);

struct Counts {
    int to_post = 0;
    int posted = 0;    ///< since `posted_since`
    int returned = 0;  ///< since `returned_since`
};
Counts counts(sql::Read& tx, PostScope const& scope, Instant now, Instant posted_since, Date returned_since);

/// One of these letters; nothing when the scope does not hold it.
std::optional<Letter> find(sql::Read& tx, PostScope const& scope, MessageId id);

}  // namespace doorstep::storage::post
