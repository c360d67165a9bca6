#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "domain/reports/draft.h"
#include "usecases/context.h"

/// Unfinished reports. A resident's is opened by the random cookie of their browser or by a written code; an
/// officer's by the officer. Only hashes of cookie and code are stored. Saving makes no event: nothing has
/// been told yet.
namespace doorstep::usecases::reports {

using domain::reports::Draft;

struct NewDraft {
    Draft draft;
    std::string token;  ///< for the cookie
};
/// Kept as many days as the standard says, from the last time it is saved.
NewDraft begin_draft(Context& context);

/// Nothing when there is none, or its days are over.
std::optional<Draft> open_draft(Context& context, std::string_view token);

/// Loads the newest version, lets `edit` change answers and step, and saves. Two tabs that answer different
/// questions so both keep what was typed. Nothing when the draft is gone or was sent. `edit` may run twice.
std::optional<Draft> change_draft(Context& context, DraftId id, std::function<void(Draft&)> const& edit);

/// "Save and come back later": a code to write down. A code given before no longer works.
std::string save_for_later(Context& context, DraftId id);

/// Takes a draft up by its code, on this or another device: the new cookie opens it and no other does.
/// Refused: a code that no draft has (not_found, on the field "code"); one whose days are over (expired).
Expected<NewDraft> resume_draft(Context& context, std::string_view code);
/// Whether a draft waits for this code: refused as `resume_draft` does, and nothing changes.
Expected<Done> look_for_code(Context& context, std::string_view code);

/// Left for good: the draft, its answers and what is known of its files are removed. One that was sent keeps
/// nothing but its report's id, and goes too. Harmless when there is none.
void leave_draft(Context& context, std::string_view token);

// Drafts of an officer who takes a report for somebody.

/// Refused without leave to take reports.
Expected<Draft> begin_taken_draft(Context& context);
/// Only the officer's own. Not found otherwise.
Expected<Draft> open_taken_draft(Context& context, DraftId id);
/// Newest first: what was cut off.
std::vector<Draft> my_taken_drafts(Context& context);
Expected<Done> remove_taken_draft(Context& context, DraftId id);

/// A nightly job: drafts whose days are over, and files in the vault that no record names. Returns how many
/// drafts were forgotten.
int forget_drafts(Context& context);

}  // namespace doorstep::usecases::reports
