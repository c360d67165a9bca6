#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "base/enum_names.h"
#include "base/instant.h"
#include "domain/ids.h"
#include "domain/people/people.h"

namespace doorstep::domain::files {

enum class From { resident, officer, import };
constexpr auto enum_names(From) {
    return std::array{EnumName{From::resident, "resident", "Resident"},
                      EnumName{From::officer, "officer", "Officer"},
                      EnumName{From::import, "import", "Loaded from another system"}};
}

/// What we know of a file; its bytes are in the vault under their hash and never change.
struct ReceivedFile {
    FileId id;
    std::string sha256;
    std::int64_t size_bytes = 0;
    std::string content_type;   ///< found in the content, not what the browser said
    std::string original_name;  ///< for showing, never for opening
    std::string description;
    std::optional<DraftId> draft;  ///< while its report is not sent
    std::optional<ReportId> report;
    std::optional<CaseFileId> case_file;
    people::Side side = people::Side::reporting;  ///< who it came from
    Instant received_at;
    From received_from = From::resident;
    std::optional<AccountId> received_by;
    std::optional<Instant> first_opened_at;  ///< read or heard (M-72)
    std::optional<AccountId> first_opened_by;
};

/// "34 KB", "2.1 MB": decimal, as phones show it.
std::string size_words(std::int64_t bytes);

}  // namespace doorstep::domain::files
