#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/papers/paper.h"
#include "storage/sql/database.h"

/// Board papers, what is written in them, and who approved them.
namespace doorstep::storage::papers {

using domain::papers::Approval;
using domain::papers::Paper;
using domain::papers::PartnerSummary;
using domain::papers::SectionText;

/// False when this edition of the period's paper is there already.
bool insert(sql::Write& tx, Paper const& paper, std::optional<AccountId> by);
/// False when someone else changed it first. `by` is kept as who froze or issued it, when that is new.
bool update(sql::Write& tx, Paper& paper, std::optional<AccountId> by);
std::optional<Paper> find(sql::Read& tx, BoardPaperId id);
/// The newest edition of a period's paper.
std::optional<Paper> newest_of(sql::Read& tx, std::string_view period);
/// Newest period first, newest edition first; figures are left out.
std::vector<Paper> list(sql::Read& tx, bool issued_only, int limit, int offset);
int count(sql::Read& tx, bool issued_only);

/// The newest version of every section that somebody wrote.
std::vector<SectionText> sections_of(sql::Read& tx, BoardPaperId paper);
struct SectionVersion {
    SectionText text;
    std::string edited_by;  ///< name
    Instant edited_at;
};
/// Newest first.
std::vector<SectionVersion> versions_of(sql::Read& tx, BoardPaperId paper, std::string_view code);
/// The newest words of a section in the newest edition of a period's paper; nothing when nobody wrote them.
std::optional<std::string> words_of_period(sql::Read& tx, std::string_view period, std::string_view code);
/// A new version of it; false when there is one of this number already.
bool insert(sql::Write& tx, BoardPaperId paper, SectionText const& text, std::optional<AccountId> by,
            Instant now);

/// In place of an earlier one of the same role.
void put(sql::Write& tx, BoardPaperId paper, Approval const& approval, std::optional<AccountId> by,
         Instant now);
std::vector<Approval> approvals_of(sql::Read& tx, BoardPaperId paper);
void drop_approvals(sql::Write& tx, BoardPaperId paper);

/// In place of what this partner said of this quarter before.
void put(sql::Write& tx, std::string_view period, PartnerSummary const& summary, std::optional<AccountId> by,
         Instant now);

/// What stands beside the figures of a paper, in one statement.
struct Beside {
    std::vector<SectionText> sections;  ///< the newest version of every section that somebody wrote
    std::vector<Approval> approvals;
    struct Edition {
        BoardPaperId id;
        std::int64_t number = 0;
        domain::papers::State state{};
    };
    std::optional<Edition> newest;         ///< of the period
    std::vector<PartnerSummary> partners;  ///< of the period, by name
    std::vector<std::string> stories;      ///< of the period, signed off: title and words
};
/// Of a paper that nobody has begun: what its period has.
Beside beside(sql::Read& tx, std::optional<BoardPaperId> paper, std::string_view period);

}  // namespace doorstep::storage::papers
