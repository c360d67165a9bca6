#include "usecases/accounts/session.h"

#include "base/log.h"
#include "gateways/secrets.h"
#include "legal/standards.h"
#include "storage/sessions.h"
#include "usecases/settings.h"

namespace doorstep::usecases::accounts {

namespace standard_ids = legal::standard_ids;
namespace standard_scopes = legal::standard_scopes;
namespace sessions = storage::sessions;

namespace {

constexpr std::int64_t seconds_of_minute = 60;
constexpr std::int64_t seconds_of_hour = 3600;

std::int64_t idle_seconds(Settings const& settings, Date today) {
    return settings.standards().number(standard_ids::session_idle, today, standard_scopes::staff) *
           seconds_of_minute;
}

}  // namespace

bool needs_second_factor_code(domain::accounts::Account const& account) {
    return account.second_factor_secret.has_value();
}

bool needs_second_factor_set_up(domain::accounts::Account const& account) {
    return account.second_factor_required && !account.second_factor_secret;
}

std::string open_session(Change& change, Settings const& settings, AccountId account, bool second_factor_done,
                         std::optional<std::string> const& old_token, SessionOrigin origin) {
    if (old_token)
        if (auto const old = sessions::find(change.tx, gateways::token_hash(*old_token))) {
            sessions::end(change.tx, old->session.id, change.now);
            bool const is_theirs = old->session.account == account;
            if (is_theirs && origin.device.empty() && origin.from_address.empty())
                origin = {old->session.device, old->session.from_address};
        }
    auto token = gateways::random_token();
    auto const lifetime =
        settings.standards().number(standard_ids::session_absolute, change.today, standard_scopes::staff) *
        seconds_of_hour;
    sessions::insert(change.tx,
                     {.id = change.new_id<SessionId>(),
                      .account = account,
                      .created_at = change.now,
                      .last_seen_at = change.now,
                      .ends_at = change.now.plus_seconds(lifetime),
                      .second_factor_done = second_factor_done,
                      .device = std::move(origin.device),
                      .from_address = std::move(origin.from_address)},
                     gateways::token_hash(token));
    return token;
}

std::optional<CurrentSession> current_session(Context& context, std::string_view token) {
    auto found = sessions::find(context.read(), gateways::token_hash(token));
    if (!found || found->account.state != domain::accounts::State::active) return std::nullopt;
    auto const idle_ends_at =
        found->session.last_seen_at.plus_seconds(idle_seconds(context.settings(), context.today));
    if (found->session.ends_at <= context.now || idle_ends_at <= context.now) return std::nullopt;
    CurrentSession session;
    session.id = found->session.id;
    session.ends_at = found->session.ends_at;
    session.idle_ends_at = idle_ends_at;
    session.second_factor_done = found->session.second_factor_done;
    session.second_factor_needed = !session.second_factor_done && needs_second_factor_code(found->account);
    session.second_factor_to_set_up =
        !session.second_factor_done && needs_second_factor_set_up(found->account);
    session.account = std::move(found->account);
    return session;
}

std::optional<AccountId> account_of_ended_session(Context& context, std::string_view token) {
    auto const found = sessions::find(context.read(), gateways::token_hash(token));
    if (!found || !found->session.second_factor_done) return std::nullopt;
    return found->session.account;
}

void touch_session(Context& context, CurrentSession const& session) {
    auto const last_seen_at =
        session.idle_ends_at.plus_seconds(-idle_seconds(context.settings(), context.today));
    if (context.now < last_seen_at.plus_seconds(seconds_of_minute)) return;
    // Not a change to anybody's record: no event. Nor a reason to keep a page from somebody who only reads:
    // on a full disk the session then ends by its time-out.
    try {
        context.services.database.write(
            [&](storage::sql::Write& tx) { sessions::touch(tx, session.id, context.now); },
            storage::sql::Durability::soon);
    } catch (Failure const& failure) {
        log::warning("When a session was last used could not be written",
                     {{"why", log::Safe{failure.what()}}});
    }
}

Expected<Done> sign_out(Context& context, std::string_view token) {
    return context.change([&](Change& change) -> Expected<Done> {
        auto const found = sessions::find(change.tx, gateways::token_hash(token));
        if (!found || found->session.ends_at <= change.now)
            return refuse(RefusalKind::signed_out, "signed-out", "You are signed out already");
        sessions::end(change.tx, found->session.id, change.now);
        change.record(found->account.id, domain::events::signed_out);
        return Done{};
    });
}

Expected<Done> sign_out_everywhere(Context& context) {
    if (!context.viewer.account)
        return refuse(RefusalKind::signed_out, "signed-out", "You are signed out already");
    return context.change([&](Change& change) -> Expected<Done> {
        auto const ended = sessions::end_all_of(change.tx, *context.viewer.account, change.now);
        change.record(*context.viewer.account, domain::events::signed_out,
                      domain::events::Detail().set("sessions", ended));
        return Done{};
    });
}

namespace {

std::vector<OpenSession> sessions_open_of(Context& context, AccountId account,
                                          std::optional<SessionId> this_one) {
    auto const idle_before = context.now.plus_seconds(-idle_seconds(context.settings(), context.today));
    std::vector<OpenSession> open;
    for (auto const& session : sessions::open_of(context.read(), account, context.now, idle_before))
        open.push_back({.id = session.id,
                        .began_at = session.created_at,
                        .last_seen_at = session.last_seen_at,
                        .device = session.device,
                        .from_address = session.from_address,
                        .is_this_one = session.id == this_one});
    return open;
}

Expected<Done> end_one(Context& context, AccountId account, SessionId id) {
    return context.change([&](Change& change) -> Expected<Done> {
        if (!sessions::end_of(change.tx, account, id, change.now))
            return refuse(RefusalKind::not_found, "session-unknown",
                          "This session has ended already, or never was there");
        change.record(account, domain::events::signed_out,
                      domain::events::Detail()
                          .set("sessions", 1)
                          .set("by", change.viewer.account == account ? "self" : "administrator"));
        return Done{};
    });
}

}  // namespace

std::vector<OpenSession> open_sessions(Context& context, std::string_view token) {
    if (!context.viewer.account) return {};
    auto const own = sessions::find(context.read(), gateways::token_hash(token));
    return sessions_open_of(context, *context.viewer.account,
                            own ? std::optional(own->session.id) : std::nullopt);
}

Expected<Done> end_own_session(Context& context, SessionId id) {
    if (!context.viewer.account) return refuse(RefusalKind::signed_out, "signed-out", "Sign in to do this");
    return end_one(context, *context.viewer.account, id);
}

Expected<std::vector<OpenSession>> open_sessions_of(Context& context, AccountId account) {
    if (auto const may = context.require(domain::access::Action::manage_accounts); !may)
        return refuse(may.error());
    return sessions_open_of(context, account, std::nullopt);
}

Expected<Done> end_session_of(Context& context, AccountId account, SessionId id) {
    if (auto const may = context.require(domain::access::Action::manage_accounts); !may)
        return refuse(may.error());
    return end_one(context, account, id);
}

}  // namespace doorstep::usecases::accounts
