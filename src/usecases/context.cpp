#include "usecases/context.h"

#include "gateways/mail.h"
#include "storage/idempotency.h"
#include "storage/webhooks.h"
#include "usecases/settings.h"
#include "usecases/view_log.h"

namespace doorstep::usecases {

using storage::events::Chain;
using storage::events::ChainKind;

void Change::append(Chain const& chain, domain::events::EventKind const& kind, std::string_view subject,
                    domain::events::Detail const& detail) {
    storage::events::append(tx, chain,
                            {.at = now,
                             .kind = kind.name,
                             .actor = viewer.account,
                             .actor_name = viewer.name,
                             .door = viewer.door,
                             .subject = std::string(subject),
                             .detail = detail.json()});
    if (chain.kind == ChainKind::case_file || chain.kind == ChainKind::report)
        storage::webhooks::put_messages(tx, {.chain = chain.id,
                                             .chain_kind = name_of(chain.kind),
                                             .kind = kind.name,
                                             .subject = subject,
                                             .at = now});
    ++events_;
}

void Change::record(CaseFileId chain, domain::events::EventKind const& kind, std::string_view subject,
                    domain::events::Detail const& detail) {
    append({ChainKind::case_file, std::string(chain.text())}, kind, subject, detail);
}

void Change::record(ReportId chain, domain::events::EventKind const& kind, std::string_view subject,
                    domain::events::Detail const& detail) {
    append({ChainKind::report, std::string(chain.text())}, kind, subject, detail);
}

void Change::record(AccountId chain, domain::events::EventKind const& kind,
                    domain::events::Detail const& detail) {
    append({ChainKind::account, std::string(chain.text())}, kind, chain.text(), detail);
}

void Change::record_setting(std::string_view group, domain::events::EventKind const& kind,
                            domain::events::Detail const& detail) {
    append({ChainKind::settings, "settings-" + std::string(group)}, kind, group, detail);
}

bool Change::emails_reach_people() const { return services_.mail.reaches_people(); }

storage::sql::Read& Context::read() {
    if (!snapshot_) snapshot_ = services.database.snapshot();
    return snapshot_->read();
}

Settings const& Context::settings() {
    if (!settings_) settings_ = services.settings.current();
    return *settings_;
}

void Context::note_view(std::string_view what, std::optional<CaseFileId> file, std::string_view subject,
                        std::string_view reason) {
    if (!viewer.account) return;  // the program reading for a job shows nobody anything
    services.views.add({.id = services.ids.next(),
                        .at = now,
                        .account = *viewer.account,
                        .what = std::string(what),
                        .case_file = file,
                        .subject = std::string(subject),
                        .reason = std::string(reason)});
}

namespace {

std::string_view account_text(domain::access::Viewer const& viewer) {
    return viewer.account ? viewer.account->text() : std::string_view{};
}

}  // namespace

bool Context::claim_once(storage::sql::Write& tx) const {
    return storage::idempotency::claim(
        tx, {.key = *once, .account = account_text(viewer), .fingerprint = once_fingerprint, .at = now});
}

void Context::keep_answer(storage::sql::Write& tx, std::any const& value) const {
    if (auto const answer = once_answer(value))
        storage::idempotency::set_result(tx, *once, account_text(viewer), *answer);
}

Refusal Context::already_done() {
    return Refusal(RefusalKind::conflict, "already-done", "This was saved already");
}

void Context::note_result_of_once(std::string_view where) {
    if (!once || !once_claimed_) return;
    // What a second press is told is worth no second wait for the disk.
    services.database.write(
        [&](storage::sql::Write& tx) {
            storage::idempotency::set_result(tx, *once, account_text(viewer), where);
        },
        storage::sql::Durability::soon);
}

std::optional<std::string> Context::result_of_once() {
    if (!once) return std::nullopt;
    auto where = storage::idempotency::result(read(), *once, account_text(viewer));
    if (where && where->empty()) return std::nullopt;
    return where;
}

Expected<Done> Context::require(domain::access::Action action) const {
    if (domain::access::may(viewer, action)) return Done{};
    if (viewer.is_public()) return refuse(RefusalKind::signed_out, "signed-out", "Sign in to do this");
    return refuse(RefusalKind::forbidden, "not-allowed",
                  "Your role does not allow this: ask your manager for access");
}

}  // namespace doorstep::usecases
