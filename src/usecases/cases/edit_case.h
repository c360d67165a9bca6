#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/expected.h"
#include "domain/accounts/account.h"
#include "usecases/cases/case_header.h"
#include "usecases/context.h"

namespace doorstep::usecases::cases {

/// What a case says of itself.
struct EditCase {
    std::string reference;
    std::int64_t version = 0;  ///< as the form saw it
    std::string title;         ///< kind and place
    std::string category;
    std::string subcategory;  ///< of that category, or empty
    bool hate = false;
    std::string place_text;
    std::optional<AccountId> housing_officer;
};
/// The harm group follows the category. A new housing officer has to be told to the complainants again
/// (M-80). Refused: no title, a title that names somebody on the case, kinds that are not on the lists or do
/// not belong together, a housing officer who may not open the case, changed meanwhile.
Expected<Done> edit_case(Context& context, EditCase const& input);

struct CaseFormView {
    CaseHeader header;
    EditCase stored;
    std::vector<std::pair<std::string, std::string>> categories;     ///< code and label, in use today
    std::vector<std::pair<std::string, std::string>> subcategories;  ///< "Noise: Loud music or television"
    std::vector<domain::accounts::Account> housing_officers;
};
Expected<CaseFormView> view_case_form(Context& context, std::string_view reference);

}  // namespace doorstep::usecases::cases
