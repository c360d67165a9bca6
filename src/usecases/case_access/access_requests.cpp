#include "usecases/case_access/access_requests.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "legal/standard_ids.h"
#include "storage/access_requests.h"
#include "storage/accounts.h"
#include "storage/case_access.h"
#include "storage/cases.h"
#include "storage/work_items.h"
#include "usecases/cases/open_case.h"
#include "usecases/settings.h"

namespace doorstep::usecases::case_access {

using domain::access::AccessRequest;
using domain::access::AccessState;
using domain::access::Action;
using domain::access::AskedFor;
using domain::accounts::Account;
using domain::cases::CaseFile;
using domain::events::Detail;
using domain::work::Kind;

namespace {

tl::unexpected<Refusal> no_such_request() {
    return refuse(RefusalKind::not_found, "access-request-not-found", "There is no such request");
}

/// Active colleagues who could restrict the case and have no conflict of interest in it: those who may open
/// it first, then those of its team, then by name.
std::optional<Account> manager_of(storage::sql::Read& tx, CaseFile const& file, AccountId but) {
    struct Ranked {
        bool may_open;
        bool same_team;
        Account account;
    };
    std::vector<Ranked> managers;
    for (auto& account : storage::accounts::list(tx, false)) {
        auto const viewer = account.viewer(domain::access::Door::web);
        if (account.id == but || !domain::access::may(viewer, Action::restrict_case)) continue;
        auto const standing = storage::cases::standing(tx, file, viewer);
        if (standing.conflict) continue;
        managers.push_back({domain::access::may_on_case(viewer, Action::see_case, standing),
                            file.team && account.team == file.team, std::move(account)});
    }
    if (managers.empty()) return std::nullopt;
    auto const first = std::min_element(managers.begin(), managers.end(), [](auto const& a, auto const& b) {
        return std::tuple(!a.may_open, !a.same_team, a.account.name, a.account.id) <
               std::tuple(!b.may_open, !b.same_team, b.account.name, b.account.id);
    });
    return first->account;
}

/// An item about a case that its owner may not open names no case, so that it reaches them.
void put_item(Change& change, CaseFile const& file, AccessRequest const& request, Kind kind,
              std::optional<AccountId> whose, bool may_open) {
    storage::work_items::put(change.tx,
                             {.id = change.new_id<WorkItemId>(),
                              .account = whose,
                              .kind = kind,
                              .case_file = may_open ? std::optional(file.id) : std::nullopt,
                              .report = {},
                              .subject = request.id,
                              .due_on = change.today,
                              .high_risk = may_open && file.is_high_risk()},
                             change.now);
}

AccessRequest new_request(Change& change, CaseFile const& file, AskedFor kind, std::string reason) {
    AccessRequest request;
    request.id = std::string(change.ids().next().text());
    request.case_file = file.id;
    request.account = *change.viewer.account;
    request.kind = kind;
    request.reason = std::move(reason);
    request.asked_at = change.now;
    return request;
}

/// Where nobody can be asked. The same words as where somebody is.
void note_in_vain(Change& change, AskAccess const& input) {
    change.record(
        *change.viewer.account, domain::events::access_asked,
        Detail().set("reference", std::string(text::trim(input.reference))).personal("reason", input.reason));
}

Expected<Done> ask(Change& change, AskAccess const& input) {
    auto const file = storage::cases::find_by_reference(change.tx, text::trim(input.reference));
    if (!file) {
        note_in_vain(change, input);
        return Done{};
    }
    auto const standing = storage::cases::standing(change.tx, *file, change.viewer);
    if (domain::access::may_on_case(change.viewer, Action::see_case, standing))
        return refuse_field("may-open-already", "reference", "You may open this case already");
    auto const request = new_request(change, *file, AskedFor::to_see, input.reason);
    if (standing.conflict || !storage::access_requests::insert(change.tx, request)) {
        note_in_vain(change, input);
        return Done{};
    }
    auto whose = file->owner;
    bool may_open = whose.has_value();
    if (!whose)
        if (auto const manager = manager_of(change.tx, *file, request.account)) {
            auto const viewer = manager->viewer(domain::access::Door::web);
            whose = manager->id;
            may_open = domain::access::may_on_case(viewer, Action::see_case,
                                                   storage::cases::standing(change.tx, *file, viewer));
        }
    put_item(change, *file, request, Kind::access_request, whose, may_open);
    change.record(file->id, domain::events::access_asked, request.id,
                  Detail().set("account_name", change.viewer.name).personal("reason", input.reason));
    return Done{};
}

bool may_decide(storage::sql::Read& tx, domain::access::Viewer const& viewer, CaseFile const& file,
                AccessRequest const& request) {
    if (!viewer.account || viewer.account == request.account) return false;
    auto const standing = storage::cases::standing(tx, file, viewer);
    if (standing.conflict) return false;
    bool const is_manager = domain::access::may(viewer, Action::restrict_case);
    // Whoever could open a restricted case with a reason of their own may look at who else did, and answer
    // where the case has no owner.
    if (is_manager && (request.kind == AskedFor::opened || !file.owner)) return true;
    if (!domain::access::may_on_case(viewer, Action::see_case, standing)) return false;
    return is_manager || (request.kind == AskedFor::to_see && standing.owner);
}

struct OpenedRequest {
    storage::access_requests::Listed listed;
    CaseFile file;
    bool may_decide = false;
};
Expected<OpenedRequest> open_request(storage::sql::Read& tx, domain::access::Viewer const& viewer,
                                     std::string_view id) {
    auto listed = storage::access_requests::find(tx, id);
    if (!listed) return no_such_request();
    auto file = storage::cases::find(tx, listed->request.case_file);
    if (!file) return no_such_request();
    OpenedRequest opened{std::move(*listed), std::move(*file), false};
    opened.may_decide = may_decide(tx, viewer, opened.file, opened.listed.request);
    auto const& request = opened.listed.request;
    if (!opened.may_decide && viewer.account != request.account) return no_such_request();
    // Somebody with a conflict of interest since: there is no such case for them, and no such request.
    if (storage::cases::standing(tx, opened.file, viewer).conflict) return no_such_request();
    return opened;
}

Expected<Done> check_still_may_be_given(storage::sql::Read& tx, CaseFile const& file, AccountId account) {
    auto const found = storage::accounts::find(tx, account);
    if (found && found->state == domain::accounts::State::active) {
        auto const viewer = found->viewer(domain::access::Door::web);
        if (!storage::cases::standing(tx, file, viewer).conflict &&
            domain::access::may(viewer, Action::see_case))
            return Done{};
    }
    return refuse_field("account-unknown", "answer", "This person cannot be let into this case: answer no");
}

Expected<Done> allow(Change& change, Settings const& settings, CaseFile const& file, AccessRequest& request,
                     AnswerAccess const& input) {
    auto const longest = settings.standards().number(legal::standard_ids::access_longest, change.today);
    if (!input.days || *input.days < 1 || *input.days > longest)
        return refuse_field("days-wrong", "days",
                            "Number of days must be between 1 and " + std::to_string(longest));
    if (auto may = check_still_may_be_given(change.tx, file, request.account); !may)
        return refuse(may.error());
    request.state = AccessState::allowed;
    request.until_on = change.today.plus_days(*input.days);
    storage::case_access::name(change.tx, file.id,
                               {.account = request.account,
                                .name = {},
                                .reason = request.reason,
                                .by = change.viewer.account,
                                .by_name = {},
                                .at = change.now,
                                .until_on = request.until_on});
    return Done{};
}

/// What they had to do on the case goes to its owner.
Expected<Done> take_off(Change& change, CaseFile const& file, AccessRequest const& request) {
    auto const named = storage::case_access::named(change.tx, file.id, storage::case_access::without_end);
    bool const somebody_is_left = std::any_of(
        named.begin(), named.end(), [&](auto const& entry) { return entry.account != request.account; });
    if (file.restricted && !somebody_is_left)
        return refuse(RefusalKind::invalid, "last-one", "Somebody has to be able to open the case");
    if (file.owner == request.account)
        return refuse(RefusalKind::invalid, "owner-stays",
                      "The owner of the case stays on the list: hand the case over first");
    storage::case_access::remove_named(change.tx, file.id, request.account);
    storage::work_items::hand_over(change.tx, file.id, request.account, file.owner);
    return Done{};
}

}  // namespace

Expected<Done> ask_access(Context& context, AskAccess const& input) {
    if (auto may = context.require(Action::see_case); !may) return may;
    if (text::trim(input.reference).empty())
        return refuse_field("reference-missing", "reference", "Enter the number of the case");
    if (text::trim(input.reason).empty())
        return refuse_field("reason-missing", "reason", "Enter why you need to see it");
    return context.change([&](Change& change) { return ask(change, input); });
}

void tell_manager_of_opening(Change& change, CaseFile const& file, std::string const& reason) {
    auto const request = new_request(change, file, AskedFor::opened, reason);
    if (!storage::access_requests::insert(change.tx, request)) return;
    auto const manager = manager_of(change.tx, file, request.account);
    if (!manager) {
        // Nobody above them but the owner, who sees it in the history of the case.
        auto const whose = file.owner == request.account ? std::nullopt : file.owner;
        put_item(change, file, request, Kind::restricted_opening, whose, whose.has_value());
        return;
    }
    auto const viewer = manager->viewer(domain::access::Door::web);
    put_item(change, file, request, Kind::restricted_opening, manager->id,
             domain::access::may_on_case(viewer, Action::see_case,
                                         storage::cases::standing(change.tx, file, viewer)));
}

Expected<AccessRequestView> view_access_request(Context& context, std::string_view id) {
    auto& tx = context.read();
    auto opened = open_request(tx, context.viewer, id);
    if (!opened) return refuse(opened.error());
    auto const standing = storage::cases::standing(tx, opened->file, context.viewer);
    AccessRequestView view{
        .request = opened->listed.request,
        .asked_by = opened->listed.asked_by,
        .decided_by = opened->listed.decided_by,
        .case_reference = opened->listed.case_reference,
        .may_decide = opened->may_decide && opened->listed.request.state == AccessState::waiting,
        .may_open = domain::access::may_on_case(context.viewer, Action::see_case, standing),
        .is_own = context.viewer.account == opened->listed.request.account,
        .longest_days =
            context.settings().standards().number(legal::standard_ids::access_longest, context.today)};
    context.note_view("case", opened->file.id, id, "access request");
    return view;
}

Expected<Done> answer_access(Context& context, AnswerAccess const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto opened = open_request(change.tx, change.viewer, input.id);
        if (!opened) return refuse(opened.error());
        if (!opened->may_decide) return no_such_request();
        auto& request = opened->listed.request;
        auto& file = opened->file;
        if (request.state != AccessState::waiting)
            return refuse(RefusalKind::conflict, "answered-already",
                          opened->listed.decided_by + " answered this already");
        bool const yes = input.answer == AccessAnswer::allow;
        bool const was_opened = request.kind == AskedFor::opened;
        if (!yes && text::trim(input.note).empty())
            return refuse_field("note-missing", "note", "Enter why not: they are told");
        if (yes && !was_opened) {
            if (auto done = allow(change, settings, file, request, input); !done) return refuse(done.error());
        } else if (!yes && was_opened) {
            if (auto done = take_off(change, file, request); !done) return refuse(done.error());
        }
        if (!yes) request.state = AccessState::refused;
        if (yes && was_opened) request.state = AccessState::seen;
        request.answer = input.note;
        request.decided_by = change.viewer.account;
        request.decided_at = change.now;
        if (!storage::access_requests::decide(change.tx, request))
            return refuse(RefusalKind::conflict, "answered-already", "Somebody else answered this already");
        if (auto saved = cases::save_case(change, file); !saved) return refuse(saved.error());
        storage::work_items::finish(change.tx, was_opened ? Kind::restricted_opening : Kind::access_request,
                                    request.id, change.now);
        // Theirs whether or not they may open the case.
        put_item(change, file, request, Kind::access_answer, request.account, false);
        Detail detail;
        detail.set("account_name", opened->listed.asked_by)
            .set("access", std::string(words_of(request.state)))
            .personal("reason", input.note);
        if (request.until_on) detail.set("until", *request.until_on);
        change.record(file.id,
                      was_opened ? domain::events::restricted_opening_seen : domain::events::access_decided,
                      request.id, detail);
        return Done{};
    });
}

Expected<Done> read_answer(Context& context, std::string_view id) {
    auto const view = view_access_request(context, id);
    if (!view) return refuse(view.error());
    if (!view->is_own || view->request.state == AccessState::waiting) return no_such_request();
    context.write_without_event([&](storage::sql::Write& tx) {
        storage::work_items::finish(tx, Kind::access_answer, id, context.now);
        return true;
    });
    return Done{};
}

}  // namespace doorstep::usecases::case_access
