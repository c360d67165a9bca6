#include "domain/papers/paper.h"

#include <algorithm>

#include "base/text.h"

namespace doorstep::domain::papers {

TemplateSection const* PaperTemplate::section(std::string_view code) const {
    auto const found =
        std::find_if(sections.begin(), sections.end(), [&](auto const& one) { return one.code == code; });
    return found == sections.end() ? nullptr : &*found;
}

TemplateEntry const* PaperTemplate::approval(std::string_view code) const {
    auto const found =
        std::find_if(approvals.begin(), approvals.end(), [&](auto const& one) { return one.code == code; });
    return found == approvals.end() ? nullptr : &*found;
}

Expected<Done> check_approval(PaperTemplate const& form, Paper const& paper, Approval const& approval,
                              Date today) {
    if (form.approval(approval.role) == nullptr)
        return refuse_field("no-such-role", "role", "Select whose approval it is");
    if (text::trim(approval.name).empty())
        return refuse_field("nobody", "name", "Enter the name of the person who approved it");
    if (today < approval.approved_on)
        return refuse_field("future", "approved-on", "The date of approval must be today or in the past");
    if (paper.meeting_on <= approval.approved_on) {
        std::string const message =
            "The date of approval must be before the meeting on " + date_words(paper.meeting_on);
        return refuse(
            Refusal(RefusalKind::invalid, "after-meeting", message).with_problem("approved-on", message));
    }
    return Done{};
}

bool is_approved(PaperTemplate const& form, std::vector<Approval> const& approvals) {
    return std::all_of(form.approvals.begin(), form.approvals.end(), [&](TemplateEntry const& role) {
        return std::any_of(approvals.begin(), approvals.end(),
                           [&](Approval const& approval) { return approval.role == role.code; });
    });
}

}  // namespace doorstep::domain::papers
