#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/ids.h"
#include "usecases/context.h"

/// A form that was sent after its writer's session had ended is not lost: its fields are kept, sealed with
/// the site's key, until the same person has signed in again with the same browser (E5).
namespace doorstep::usecases::accounts {

struct InterruptedForm {
    std::string target;  ///< the address it was sent to
    std::vector<std::pair<std::string, std::string>> fields;
    bool takes_files = false;              ///< its address wants a multipart form
    std::vector<std::string> file_fields;  ///< fields whose files are to be chosen again
    Instant sent_at;
};

/// The field that tells, when the form is sent again, which one it was.
inline constexpr std::string_view interrupted_form_field = "interrupted-form";

/// Keeps it for the standard's days. `browser` is the random cookie of this browser: only with it is the form
/// shown again. Passwords are left out.
DraftId keep_interrupted_form(Context& context, AccountId writer, InterruptedForm form,
                              std::string_view browser);
/// Nothing unless the viewer wrote it with this browser and it is still kept.
std::optional<InterruptedForm> find_interrupted_form(Context& context, DraftId id, std::string_view browser);
/// It was sent, or is no longer wanted.
void forget_interrupted_form(Context& context, DraftId id, std::string_view browser);

}  // namespace doorstep::usecases::accounts
