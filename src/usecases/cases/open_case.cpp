#include "usecases/cases/open_case.h"

#include "storage/cases.h"

namespace doorstep::usecases::cases {

using domain::access::Action;
using domain::cases::CaseFile;

Refusal changed_meanwhile() {
    return Refusal(RefusalKind::conflict, "changed-meanwhile", "Someone changed this while you were working");
}

Refusal case_is_closed() {
    return Refusal(RefusalKind::closed, "case-closed",
                   "This case is closed. Reopen it, or start a new report");
}

Expected<CaseFile> open_case(storage::sql::Read& tx, domain::access::Viewer const& viewer,
                             std::string_view reference, Action action) {
    auto opened = open_case_with_standing(tx, viewer, reference, action);
    if (!opened) return refuse(opened.error());
    return std::move(opened->file);
}

Expected<OpenedCase> open_case_with_standing(storage::sql::Read& tx, domain::access::Viewer const& viewer,
                                             std::string_view reference, Action action) {
    auto const not_found = [] {
        return refuse(RefusalKind::not_found, "case-not-found",
                      "There is no case with this reference that you can see");
    };
    if (!domain::access::may(viewer, action) && !domain::access::may(viewer, Action::see_case)) {
        if (viewer.is_public())
            return refuse(RefusalKind::signed_out, "signed-out", "Sign in to see this case");
        return refuse(RefusalKind::forbidden, "not-allowed",
                      "Your role does not allow this: ask your manager for access");
    }
    auto file = storage::cases::find_by_reference(tx, reference);
    // The same questions whether it is there or not, so that the answer's time tells nothing either.
    auto const standing = storage::cases::standing(tx, file.value_or(CaseFile{}), viewer);
    if (!file) return not_found();
    if (domain::access::may_on_case(viewer, action, standing)) return OpenedCase{std::move(*file), standing};
    if (standing.conflict) return not_found();
    if (domain::access::may_on_case(viewer, Action::see_case, standing))
        return refuse(RefusalKind::forbidden, "not-allowed",
                      "Your role does not allow this: ask your manager for access");
    // Only those who could give access learn that a restricted case is there.
    if (standing.restricted && domain::access::may(viewer, Action::restrict_case))
        return refuse(RefusalKind::restricted, "case-restricted", "This case is restricted");
    return not_found();
}

Expected<CaseFile> open_case_to_change(Change& change, std::string_view reference, Action action,
                                       std::optional<std::int64_t> seen_version) {
    auto file = open_case(change.tx, change.viewer, reference, action);
    if (!file) return file;
    if (file->is_closed()) return refuse(case_is_closed());
    if (seen_version && *seen_version != file->version) return refuse(changed_meanwhile());
    return file;
}

Expected<Done> save_case(Change& change, CaseFile& file) {
    if (!storage::cases::update(change.tx, file)) return refuse(changed_meanwhile());
    return Done{};
}

}  // namespace doorstep::usecases::cases
