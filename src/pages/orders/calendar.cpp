#include "pages/orders/calendar.h"

#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "html/elements.h"
#include "pages/errors/error_pages.h"
#include "usecases/orders/calendar.h"

namespace doorstep::pages::orders {
namespace {

constexpr char const* calendar_address = "/your-account/calendar";

http::Response calendar_page(Visit& visit, std::optional<Instant> made_at, std::string const& new_link) {
    Html body = html::h1("Your calendar link");
    body << html::p(
        "A calendar program can show the hearings, expiries and last lawful days on your list. The link "
        "names nobody. Whoever has it can read them, so treat it like a password.");
    if (!new_link.empty()) {
        Html inset =
            html::p("Copy the link now and give it to your calendar program. It is not shown again.");
        inset << html::codes({new_link});
        body << govuk::inset_text({.html = std::move(inset)});
    } else if (made_at) {
        body << html::p("You have a link, made on " + instant_words(*made_at) + ".");
    } else {
        body << html::p("You have no link yet.");
    }
    bool const has_link = made_at || !new_link.empty();
    http::Pairs make;
    make.set("act", "make");
    body << visit.form(calendar_address,
                       govuk::button({.text = has_link ? "Make a new link" : "Make a link"}),
                       std::move(make));
    if (has_link) {
        http::Pairs revoke;
        revoke.set("act", "revoke");
        body << visit.form(
            calendar_address,
            govuk::button({.text = "Take the link back", .classes = "govuk-button--secondary"}),
            std::move(revoke));
    }
    Page page;
    page.title = "Your calendar link";
    page.breadcrumbs = {{"Your account", "/your-account"}};
    page.body = html::two_thirds(body);
    return visit.page(std::move(page));
}

}  // namespace

http::Response show_calendar_link(Visit& visit) {
    auto const made_at = usecases::orders::view_calendar_link(visit.context);
    if (!made_at) return visit.refused(made_at.error());
    return calendar_page(visit, *made_at, "");
}

http::Response post_calendar_link(Visit& visit) {
    if (visit.request.form.value("act") == "revoke") {
        auto const revoked = usecases::orders::revoke_calendar_link(visit.context);
        if (!revoked) return visit.refused(revoked.error());
        return visit.done(calendar_address, "The link does not work any more.");
    }
    auto const token = usecases::orders::make_calendar_link(visit.context);
    if (!token) return visit.refused(token.error());
    // The address they came by, which a calendar program of theirs reaches too.
    auto const host = visit.request.headers.value("host");
    auto const site =
        host.empty() ? std::string() : (visit.request.secure ? "https://" : "http://") + std::string(host);
    return calendar_page(visit, visit.context.now, site + "/s/calendar/" + *token);
}

http::Response show_calendar(Visit& visit) {
    auto calendar = usecases::orders::read_calendar(visit.context, visit.request.parameter("token"));
    if (!calendar) return page_not_found(visit);
    http::Response response;
    response.content_type = "text/calendar; charset=utf-8";
    response.body = std::move(*calendar);
    return response;
}

}  // namespace doorstep::pages::orders
