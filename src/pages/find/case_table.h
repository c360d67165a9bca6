#pragma once

#include <string>

#include "base/date.h"
#include "govuk/table.h"
#include "storage/case_list.h"

namespace doorstep::pages::find {

/// The name of a case with what must be known before it is opened: restricted, danger, self-harm.
govuk::TableCell case_cell(storage::case_list::ListedCase const& listed);
govuk::TableCell owner_cell(storage::case_list::ListedCase const& listed);
govuk::TableCell risk_cell(storage::case_list::ListedCase const& listed);
/// When the next contact is due and whether it, the risk assessment or the plan is late; when the case
/// closed.
govuk::TableCell due_cell(storage::case_list::ListedCase const& listed, Date today);

/// A short list that is not sorted by the reader: case, owner, risk, next contact.
Html short_case_table(std::vector<storage::case_list::ListedCase> const& cases, std::string caption,
                      Date today);

}  // namespace doorstep::pages::find
