#include "pages/accounts/sessions.h"

#include "govuk/button.h"
#include "govuk/summary_list.h"
#include "html/elements.h"

namespace doorstep::pages::accounts {

using usecases::accounts::OpenSession;

namespace {

constexpr char const* sessions_address = "/your-account/sessions";

Html session_card(Visit& visit, OpenSession const& session, std::string const& address) {
    auto const device = session.device.empty() ? std::string("A device we do not know") : session.device;
    govuk::SummaryList list;
    auto const row = [&](char const* key, std::string value) {
        list.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}, .actions = {}});
    };
    row("Network address", session.from_address.empty() ? "Not known" : session.from_address);
    row("Signed in", instant_words(session.began_at));
    row("Last used", session.is_this_one ? "Now, here" : instant_words(session.last_seen_at));
    Html card = html::h2(device);
    card << govuk::summary_list(list);
    if (session.is_this_one) return card;
    Html words = Html::text("End this session");
    words << html::hidden(" of " + instant_words(session.began_at) + ", " + device);
    card << visit.form(address + "/" + std::string(session.id.text()) + "/end",
                       govuk::button({.html = words, .classes = "govuk-button--secondary"}));
    return card;
}

}  // namespace

Html session_cards(Visit& visit, std::vector<OpenSession> const& sessions, std::string const& address) {
    Html cards;
    for (auto const& session : sessions) cards << session_card(visit, session, address);
    return cards;
}

http::Response show_sessions(Visit& visit) {
    auto const sessions = usecases::accounts::open_sessions(visit.context, visit.session.token);
    Html body = html::h1("Where you are signed in");
    body << html::p(
        "End what you do not know, and change your password: somebody else may have it. The network address "
        "is "
        "that of the place or the mobile network.");
    body << session_cards(visit, sessions, sessions_address);
    if (sessions.size() > 1)
        body << html::h2("All of them")
             << visit.form(
                    "/your-account/sign-out-everywhere",
                    govuk::button({.text = "Sign out everywhere", .classes = "govuk-button--warning"}));
    Page page;
    page.title = "Where you are signed in";
    page.breadcrumbs = {{"Your account", "/your-account"}};
    page.body = html::two_thirds(body);
    return visit.page(std::move(page));
}

http::Response post_end_session(Visit& visit) {
    auto const id = SessionId::parse(visit.request.parameter("session"));
    auto const done = id ? usecases::accounts::end_own_session(visit.context, *id)
                         : refuse(RefusalKind::not_found, "session-unknown",
                                  "This session has ended already, or never was there");
    if (!done) return visit.refused(done.error());
    return visit.done(sessions_address, "The session is ended.");
}

}  // namespace doorstep::pages::accounts
