#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "storage/my_work.h"
#include "usecases/context.h"

namespace doorstep::usecases::work {

/// Everything with a date that is mine (C01), never sorted by last update.
struct MyWorkView {
    std::vector<storage::my_work::WorkRow> rows;
    storage::my_work::WorkCounts counts;
    std::optional<domain::work::Band> band;
    int page = 1;
    int pages = 1;
    int triage_waiting = 0;  ///< for the empty state, where the viewer sees triage
    int calls_waiting = 0;   ///< for the same: survey calls to make, letters to post
    int post_waiting = 0;
    int due_soon_days = 0;  ///< from the standards: when a date turns yellow
};

struct MyWorkFilter {
    std::optional<domain::work::Band> band;
    int page = 1;
    int page_size = 50;
};
Expected<MyWorkView> view_my_work(Context& context, MyWorkFilter const& filter);

/// What others did on my cases since I last said I had read it (C02).
struct ChangesView {
    std::vector<storage::my_work::ChangeRow> rows;  ///< newest first, at most 100
    std::optional<Instant> since;                   ///< nothing: never read before, so the last two weeks
};
Expected<ChangesView> view_changes(Context& context);
/// Everything up to the moment of the page is read. `seen_until` is what the page carried.
Expected<Done> mark_changes_read(Context& context, Instant seen_until);

}  // namespace doorstep::usecases::work
