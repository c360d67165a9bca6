#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "domain/ids.h"
#include "storage/sql/database.h"

/// A landlord's own rows, added beside the defaults that ship; never edited.
namespace doorstep::storage::settings {

std::map<std::string, std::string, std::less<>> site_values(sql::Read& tx);
std::optional<std::string> site_value(sql::Read& tx, std::string_view key);
void set_site_value(sql::Write& tx, std::string_view key, std::string_view value);

struct StoredListEntry {
    std::string list;
    std::string code;
    std::int64_t version = 1;
    std::string label;
    std::string label_welsh;
    std::string details;  ///< JSON object of text
    std::int64_t position = 0;
    Date in_use_from;
    std::optional<Date> in_use_until;
    std::optional<AccountId> changed_by;
    Instant changed_at;
};
/// Every version of every entry, oldest first.
std::vector<StoredListEntry> list_entries(sql::Read& tx);
void insert(sql::Write& tx, StoredListEntry const& entry);

struct StoredWording {
    std::string code;
    std::string language;
    std::int64_t version = 1;
    std::string subject;
    std::string body;
    Date in_use_from;
    std::optional<AccountId> published_by;
    Instant published_at;
};
std::vector<StoredWording> wordings(sql::Read& tx);
void insert(sql::Write& tx, StoredWording const& wording);

struct StoredQuestionSet {
    std::string code;
    std::int64_t version = 1;
    std::string body;  ///< TOML
    Date in_use_from;
    std::optional<AccountId> published_by;
    Instant published_at;
};
std::vector<StoredQuestionSet> question_sets(sql::Read& tx);
void insert(sql::Write& tx, StoredQuestionSet const& set);

struct StoredStandard {
    std::string id;
    std::string standard;
    std::string applies_to;
    std::int64_t value = 0;
    std::string unit;
    std::string counting;
    Date in_force_from;
    std::optional<Date> in_force_until;
    std::string reason;
    std::string state;  ///< proposed, approved, refused
    AccountId proposed_by;
    Instant proposed_at;
    std::optional<AccountId> decided_by;
    std::optional<Instant> decided_at;
};
std::vector<StoredStandard> standards(sql::Read& tx);
std::optional<StoredStandard> find_standard(sql::Read& tx, std::string_view id);
void insert(sql::Write& tx, StoredStandard const& standard);
/// Ends the approved row of this standard and scope that has no end and began before this day.
void end_open_standard(sql::Write& tx, std::string_view standard, std::string_view applies_to, Date until);
/// False when it was decided meanwhile.
bool decide_standard(sql::Write& tx, std::string_view id, std::string_view state, AccountId by, Instant at);

}  // namespace doorstep::storage::settings
