#pragma once

#include <string>
#include <vector>

#include "base/refusal.h"
#include "forms/form.h"
#include "pages/visit.h"

/// Two people changed one record (E4): what each made of it side by side, to choose from or to combine. Works
/// for any declared form; nothing that somebody typed is lost.
///
/// The form that edits the record keeps what it showed when it was opened:
///     http::Pairs hidden;
///     hidden.set("version", ...);
///     conflicts::remember(hidden, shapes, filled);
/// Its handler reads `conflicts::sent(shapes, request.form)` in place of the request's form, and when the
/// use-case refuses with "changed-meanwhile" answers with `conflicts::page`. That page posts to the same
/// address.
namespace doorstep::pages::conflicts {

using Shapes = std::vector<forms::FieldShape>;

/// Adds the hidden fields that remember what the form showed: "was-" and the name of each.
void remember(http::Pairs& hidden, Shapes const& shapes, http::Pairs const& shown);

/// What was typed, whether it came from the form itself or from the page of two versions; with a problem for
/// each answer that nobody chose.
struct Sent {
    http::Pairs typed;
    std::vector<Problem> problems;
};
Sent sent(Shapes const& shapes, http::Pairs const& form);

/// True when the record still says what the form showed when it was opened: what somebody else changed is not
/// on this form, and saving again with the newer version loses nothing.
bool is_as_opened(Shapes const& shapes, http::Pairs const& form, http::Pairs const& theirs);

struct TwoVersions {
    std::string action;        ///< the address of the form
    std::string cancel_href;   ///< leaves theirs as it is
    http::Pairs form;          ///< as it was posted
    http::Pairs theirs;        ///< the record as it stands, as the form would show it
    std::string version;       ///< of the record as it stands
    std::string who_and_when;  ///< "Huw Pritchard, 10 June 2026 at 10:05am"; empty when not known
    forms::Choices choices;    ///< of the form, where they are known only now
    std::vector<Problem> problems;
};
/// 409, or 422 when a choice is missing. The page's title and breadcrumbs are those of the form's page.
http::Response page(Visit& visit, Page around, Shapes const& shapes, TwoVersions const& versions);

}  // namespace doorstep::pages::conflicts
