#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/expected.h"
#include "storage/event_proof.h"
#include "storage/views.h"
#include "usecases/cases/case_header.h"
#include "usecases/context.h"

/// The whole file as it came to be (C27): every change with all it kept, the proof that nothing was altered,
/// and who looked.
namespace doorstep::usecases::file_history {

/// One event with everything it kept. Ids are shown by names the viewer may know, else left out.
struct HistoryEntry {
    std::int64_t sequence = 0;
    Instant at;
    std::string heading;
    std::string by;
    std::string door;  ///< "Web"
    std::vector<std::pair<std::string, std::string>> facts;
    std::string hash;
    bool is_redacted = false;
};

struct HistoryView {
    cases::CaseHeader header;
    std::vector<HistoryEntry> entries;  ///< newest first
    std::optional<std::int64_t> older;  ///< for the link to older ones
    storage::events::ChainProof proof;  ///< made now, over the whole chain
};
/// A page of 30, before `before` when given.
Expected<HistoryView> view_history(Context& context, std::string_view reference,
                                   std::optional<std::int64_t> before);

struct LooksView {
    cases::CaseHeader header;
    std::vector<storage::views::ListedView> looks;  ///< newest first
    int total = 0;
    int page = 1;
    int pages = 1;
};
/// A page of 25. A look of the last second may still be on its way.
Expected<LooksView> view_looks(Context& context, std::string_view reference, int page);

}  // namespace doorstep::usecases::file_history
