#include "usecases/reports/drafts.h"

#include "gateways/secrets.h"
#include "gateways/vault.h"
#include "legal/standard_ids.h"
#include "storage/drafts.h"
#include "storage/received_files.h"
#include "usecases/settings.h"

namespace doorstep::usecases::reports {

using domain::reports::Journey;

namespace {

Date kept_until(Context& context) {
    auto const& settings = context.settings();
    return settings.standards()
        .deadline(legal::standard_ids::draft_kept, context.today, legal::standard_scopes::everything,
                  settings.site().division)
        .by;
}

NewDraft make_draft(Context& context, Journey journey) {
    NewDraft made;
    made.token = gateways::random_token();
    made.draft = {.id = DraftId(context.services.ids.next()),
                  .journey = journey,
                  .account = journey == Journey::phone_report ? context.viewer.account : std::nullopt,
                  .step = "",
                  .created_at = context.now,
                  .updated_at = context.now,
                  .expires_on = kept_until(context)};
    auto const hash = gateways::token_hash(made.token);
    context.write_without_event(
        [&](storage::sql::Write& tx) { storage::drafts::insert(tx, made.draft, hash); });
    return made;
}

/// As it was written down: capitals or not, with or without the dashes.
std::string code_as_given(std::string_view typed) {
    std::string code;
    for (char const c : typed) {
        char const upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if ((upper >= 'A' && upper <= 'Z') || (upper >= '0' && upper <= '9')) code += upper;
    }
    return code;
}

Expected<Draft> draft_with_code(Context& context, std::string_view code) {
    auto draft = storage::drafts::find_by_code(context.read(), gateways::token_hash(code_as_given(code)));
    if (!draft || draft->step == domain::reports::sent_step)
        return refuse(Refusal(RefusalKind::not_found, "code-unknown", "Check the code and try again")
                          .with_problem("code", "Check the code and try again"));
    if (draft->expires_on < context.today)
        return refuse(RefusalKind::expired, "draft-expired", "This report was kept as long as we said");
    return *std::move(draft);
}

bool is_mine(Context const& context, Draft const& draft) {
    return draft.journey == Journey::phone_report && draft.account == context.viewer.account &&
           context.viewer.account.has_value();
}

}  // namespace

NewDraft begin_draft(Context& context) { return make_draft(context, Journey::report); }

std::optional<Draft> open_draft(Context& context, std::string_view token) {
    if (token.empty()) return std::nullopt;
    auto draft = storage::drafts::find_by_token(context.read(), gateways::token_hash(token), context.today);
    if (draft && draft->journey != Journey::report) return std::nullopt;
    return draft;
}

std::optional<Draft> change_draft(Context& context, DraftId id, std::function<void(Draft&)> const& edit) {
    auto const until = kept_until(context);
    return context.write_without_event([&](storage::sql::Write& tx) -> std::optional<Draft> {
        auto draft = storage::drafts::find(tx, id);
        if (!draft || draft->step == domain::reports::sent_step) return std::nullopt;
        edit(*draft);
        draft->updated_at = context.now;
        draft->expires_on = until;
        // Inside one transaction nobody can have changed it since it was read.
        storage::drafts::save(tx, *draft);
        return draft;
    });
}

std::string save_for_later(Context& context, DraftId id) {
    auto const code = gateways::random_code();
    auto const hash = gateways::token_hash(code_as_given(code));
    context.write_without_event([&](storage::sql::Write& tx) { storage::drafts::set_code(tx, id, hash); });
    return code;
}

Expected<Done> look_for_code(Context& context, std::string_view code) {
    auto const draft = draft_with_code(context, code);
    if (!draft) return refuse(draft.error());
    return Done{};
}

Expected<NewDraft> resume_draft(Context& context, std::string_view code) {
    auto const draft = draft_with_code(context, code);
    if (!draft) return refuse(draft.error());
    NewDraft resumed{.draft = *draft, .token = gateways::random_token()};
    auto const hash = gateways::token_hash(resumed.token);
    context.write_without_event(
        [&](storage::sql::Write& tx) { storage::drafts::set_token(tx, draft->id, hash); });
    return resumed;
}

void leave_draft(Context& context, std::string_view token) {
    if (token.empty()) return;
    auto const draft =
        storage::drafts::find_by_token(context.read(), gateways::token_hash(token), context.today);
    if (!draft) return;
    context.write_without_event([&](storage::sql::Write& tx) { storage::drafts::remove(tx, draft->id); });
}

Expected<Draft> begin_taken_draft(Context& context) {
    if (auto const allowed = context.require(domain::access::Action::take_report); !allowed)
        return refuse(allowed.error());
    return make_draft(context, Journey::phone_report).draft;
}

Expected<Draft> open_taken_draft(Context& context, DraftId id) {
    if (auto const allowed = context.require(domain::access::Action::take_report); !allowed)
        return refuse(allowed.error());
    auto draft = storage::drafts::find(context.read(), id);
    if (!draft || !is_mine(context, *draft) || draft->expires_on < context.today)
        return refuse(RefusalKind::not_found, "draft-not-found",
                      "There is no such unfinished report of yours");
    return *draft;
}

std::vector<Draft> my_taken_drafts(Context& context) {
    if (!context.viewer.account) return {};
    auto drafts = storage::drafts::of_account(context.read(), *context.viewer.account, Journey::phone_report,
                                              context.today, 25);
    std::erase_if(drafts, [](Draft const& draft) { return draft.step == domain::reports::sent_step; });
    return drafts;
}

Expected<Done> remove_taken_draft(Context& context, DraftId id) {
    auto const draft = open_taken_draft(context, id);
    if (!draft) return refuse(draft.error());
    context.write_without_event([&](storage::sql::Write& tx) { storage::drafts::remove(tx, id); });
    return Done{};
}

int forget_drafts(Context& context) {
    // What is on its way in belongs to a draft within a day.
    auto const a_day_ago = context.now.plus_hours(-24);
    constexpr int at_once = 500;
    int forgotten = 0;
    auto const unnamed = context.write_without_event([&](storage::sql::Write& tx) {
        forgotten = storage::drafts::remove_expired(tx, context.today);
        return storage::received_files::take_abandoned(tx, a_day_ago, at_once);
    });
    for (auto const& hash : unnamed) context.services.vault.forget(hash, a_day_ago);
    return forgotten;
}

}  // namespace doorstep::usecases::reports
