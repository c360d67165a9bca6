#include "pages/visit.h"

#include "base/text.h"
#include "domain/access/permissions.h"
#include "gateways/secrets.h"
#include "pages/errors/error_pages.h"
#include "pages/menu.h"
#include "usecases/settings.h"

namespace doorstep::pages {

Layout Visit::layout() {
    auto const& settings = context.settings();
    auto const& site = settings.site();
    Layout layout;
    layout.look.landlord_name = site.landlord_name;
    layout.look.telephone = site.telephone;
    layout.look.hours = site.telephone_hours;
    layout.look.brand_colour = site.brand_colour;
    layout.look.brand_style_sheet_url =
        "/brand.css?" + site.brand_colour.substr(site.brand_colour.starts_with('#') ? 1 : 0);
    layout.target = request.target();
    if (!context.viewer.account) return layout;

    layout.menu = menu_for(context);
    layout.account = AccountMenu{.name = context.viewer.name,
                                 .role_words = role_words(context.viewer.roles),
                                 .csrf_token = session.csrf_token,
                                 .links = account_links(context.viewer)};
    if (domain::access::may(context.viewer, domain::access::Action::find_cases))
        layout.find = FindBox{.csrf_token = session.csrf_token};
    if (session.idle_ends_at) {
        auto const left = (session.idle_ends_at->milliseconds() - context.now.milliseconds()) / 1000;
        auto const warning = settings.standards().number(legal::standard_ids::session_warning, context.today,
                                                         legal::standard_scopes::staff);
        layout.session = SessionWarning{.idle_seconds = static_cast<int>(left),
                                        .warn_seconds = warning * 60,
                                        .csrf_token = session.csrf_token};
    }
    layout.printed_by = PrintedBy{.name = context.viewer.name, .at = instant_words(context.now)};
    return layout;
}

http::Response Visit::page(Page page, int status) {
    page.language = request.language;
    bool const shows_notice = session.notice && !page.banner;
    if (shows_notice)
        page.banner = Banner{.kind = Banner::Kind::success, .text = *session.notice, .html = {}};
    http::Response response;
    response.status = status;
    response.body = render(page, layout());
    if (shows_notice) response.cookies.push_back({.name = "notice", .value = "", .max_age = 0});
    return response;
}

http::Response Visit::done(std::string path, std::string notice) {
    auto response = http::see_other(std::move(path));
    // Signed, so that nobody can put words into our mouth with a link or a cookie from elsewhere.
    auto const mac = context.services.site_key.mac("notice", notice);
    response.cookies.push_back(
        {.name = "notice", .value = mac + http::percent_encode(notice), .max_age = 60});
    return response;
}

http::Response Visit::refused(Refusal const& refusal) {
    // The button was pressed twice: the second press ends where the first did.
    if (refusal.code() == "already-done")
        if (auto where = context.result_of_once()) return http::see_other(std::move(*where));
    return error_page(*this, refusal);
}

std::string Visit::path(std::string_view path) const {
    return is_welsh() ? "/cy" + std::string(path) : std::string(path);
}

Html Visit::form(std::string action, Html const& content, http::Pairs hidden, bool sends_files) const {
    hidden.set("once", std::string(context.services.ids.next().text()));
    return forms::form_tag({.action = std::move(action),
                            .csrf_token = session.csrf_token,
                            .sends_files = sends_files,
                            .hidden = std::move(hidden)},
                           content);
}

std::vector<Problem> problems_of(Refusal const& refusal) {
    if (!refusal.problems().empty()) return refusal.problems();
    return {{"", refusal.message()}};
}

bool is_about_the_form(Refusal const& refusal) {
    return refusal.kind() == RefusalKind::invalid || refusal.kind() == RefusalKind::unlawful;
}

}  // namespace doorstep::pages
