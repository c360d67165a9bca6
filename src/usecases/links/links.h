#pragma once

#include <string>
#include <vector>

#include "base/expected.h"
#include "storage/case_links.h"
#include "usecases/cases/case_header.h"
#include "usecases/context.h"

/// Cases that belong together: linked, never merged (C28). Each keeps its people, its clocks and its file.
namespace doorstep::usecases::links {

struct LinkCase {
    std::string reference;        ///< of this case
    std::string other_reference;  ///< as somebody typed it
    domain::cases::LinkKind kind = domain::cases::LinkKind::related;
    std::string reason;
};
/// Both files say so; neither says more of the other than its reference, and that only to those who may see
/// it. Refused: the case itself, one the viewer may not see (as if it were not there), linked already.
Expected<Done> link_case(Context& context, LinkCase const& input);

struct UnlinkCase {
    std::string reference;
    std::string other_reference;
};
Expected<Done> unlink_case(Context& context, UnlinkCase const& input);

struct LinksView {
    cases::CaseHeader header;
    std::vector<storage::cases::LinkedCase> links;  ///< those the viewer may see
};
Expected<LinksView> view_links(Context& context, std::string_view reference);

}  // namespace doorstep::usecases::links
