#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/expected.h"
#include "domain/access/access_request.h"
#include "domain/cases/case_file.h"
#include "usecases/context.h"

/// Leave to see a case for a stretch of days, asked for and answered; and what becomes of a restricted case
/// opened with a reason (E3, E11). Whoever has a conflict of interest is never given leave, and is told
/// nothing.
namespace doorstep::usecases::case_access {

struct AskAccess {
    std::string reference;
    std::string reason;
};
/// The case's owner is asked, or a manager where it has none. The same answer whether there is such a case or
/// not, and whether the viewer has a conflict of interest there: where nobody can be asked, only the viewer's
/// own chain says that they did. Refused: no reference or reason; a role that never opens cases; a case that
/// they may open anyway.
Expected<Done> ask_access(Context& context, AskAccess const& input);

/// Puts an opening with a reason before another manager, inside the change that opened it.
void tell_manager_of_opening(Change& change, domain::cases::CaseFile const& file, std::string const& reason);

struct AccessRequestView {
    domain::access::AccessRequest request;
    std::string asked_by;
    std::string decided_by;
    std::string case_reference;
    bool may_decide = false;
    bool may_open = false;  ///< the viewer may open the case
    bool is_own = false;
    int longest_days = 0;  ///< that may be allowed
};
/// For whoever asked, and for those who may decide: who may open the case and owns it or could restrict it;
/// of an opening, any manager without a conflict of interest but the one who did it. For others it is not
/// there. Logged as a view of the case.
Expected<AccessRequestView> view_access_request(Context& context, std::string_view id);

enum class AccessAnswer { allow, refuse };
constexpr auto enum_names(AccessAnswer) {
    return std::array{EnumName{AccessAnswer::allow, "allow", "Yes"},
                      EnumName{AccessAnswer::refuse, "refuse", "No"}};
}
struct AnswerAccess {
    std::string id;
    AccessAnswer answer{};
    std::optional<int> days;  ///< of leave, from today; not of an opening
    std::string note;         ///< to whoever asked; needed with a refusal
};
/// Yes to somebody who asked: they may open the case until that many days from now. Yes to an opening: it was
/// in order. No to an opening takes them off the list of the case. Whoever asked or opened is told. Refused:
/// no days, or more than the standard allows; no note with a refusal; an answer given before; somebody who
/// has a conflict of interest by now, or whose role no longer opens cases.
Expected<Done> answer_access(Context& context, AnswerAccess const& input);

/// Whoever asked has read the answer.
Expected<Done> read_answer(Context& context, std::string_view id);

}  // namespace doorstep::usecases::case_access
