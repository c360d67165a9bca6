#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "storage/case_overview.h"
#include "usecases/cases/open_case.h"

namespace doorstep::usecases::cases {

/// What the pages of a case show around their own content, and what the viewer may do there.
struct CaseHeader {
    CaseFileId id;
    std::string reference;
    std::string title;
    domain::cases::State state{};
    storage::cases::SectionCounts counts;
    std::int64_t version = 0;  ///< for forms that change the case itself
    bool may_work = false;     ///< and the case is open
    bool may_see_history = false;
    bool may_restrict = false;
    bool is_closed() const { return state == domain::cases::State::closed; }
};

/// A case opened for one of its pages: one call for what open_case, its counts and permissions give.
struct CaseForPage {
    domain::cases::CaseFile file;
    CaseHeader header;
};
Expected<CaseForPage> open_case_for_page(Context& context, std::string_view reference,
                                         domain::access::Action action);

/// The same for a form that changes the case: refused when it is closed.
Expected<CaseForPage> open_case_for_form(Context& context, std::string_view reference,
                                         domain::access::Action action);

/// Who saved a record of the case last and when, from its events of these kinds: "Huw Pritchard, 10 June 2026
/// at 10:05am"; empty when nobody did lately.
std::string last_saved_words(Context& context, CaseFileId file, std::string_view subject,
                             std::vector<std::string> const& kinds);

}  // namespace doorstep::usecases::cases
