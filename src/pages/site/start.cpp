#include "pages/site/start.h"

#include "govuk/button.h"
#include "govuk/details.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "pages/content/page_words.h"
#include "pages/menu.h"
#include "pages/site/out_of_hours.h"

namespace doorstep::pages::site {

http::Response show_start(Visit& visit) {
    if (visit.context.viewer.account) return visit.see_other(home_for(visit.context.viewer));
    bool const welsh = visit.is_welsh();
    auto const leaving = content::page_words(visit, "leave-quickly");
    auto const document = content::page_words(
        visit, "start",
        {{"emergency", govuk::warning_text({.text = welsh ? "Os oes rhywun mewn perygl nawr, ffoniwch 999."
                                                          : "If someone is in danger now, call 999.",
                                            .icon_fallback_text = welsh ? "Rhybudd" : "Warning"})},
         {"leave-quickly", govuk::details({.summary_text = leaving.title, .html = leaving.body})},
         {"start-button", govuk::button({.text = welsh ? "Dechrau nawr" : "Start now",
                                         .href = visit.path("/report/danger"),
                                         .is_start_button = true})}});
    Page page;
    page.title = document.title;
    page.resident = true;
    Html body = html::h1(document.title);
    body << out_of_hours_notice(visit, "out-of-hours-start") << document.body;
    page.body = html::two_thirds(body);
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::site
