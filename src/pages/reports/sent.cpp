#include "govuk/inset_text.h"
#include "govuk/panel.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "pages/content/page_words.h"
#include "pages/reports/check.h"
#include "pages/reports/display.h"
#include "pages/site/out_of_hours.h"
#include "usecases/reports/view_sent.h"

namespace doorstep::pages::reports {
namespace {

/// "Anti-social behaviour team" within a sentence; a name like "ASB team" stays as it is.
std::string within_sentence(std::string name) {
    bool const one_capital =
        name.size() > 1 && name[0] >= 'A' && name[0] <= 'Z' && name[1] >= 'a' && name[1] <= 'z';
    if (one_capital) name[0] = static_cast<char>(name[0] - 'A' + 'a');
    return name;
}

Html next_contact(Visit const& visit, usecases::reports::SentReport const& sent) {
    Html said;
    if (sent.will_contact_us) {
        if (visit.is_welsh()) {
            said << "Dywedoch y byddech yn cysylltu â ni. Dyfynnwch eich cyfeirnod";
            if (!sent.telephone.empty()) said << " wrth ffonio " << sent.telephone;
            said << ".";
        } else {
            said << "You said you will contact us. Give your reference";
            if (!sent.telephone.empty()) said << " when you ring " << sent.telephone;
            said << ".";
        }
        return html::p(said);
    }
    auto const by = date_in(sent.first_contact_by, visit.language());
    if (visit.is_welsh())
        said << "Bydd ein tîm (" << sent.team << ")"
             << " yn cysylltu â chi erbyn ";
    else
        said << "Our " << within_sentence(sent.team) << " will be in touch with you by ";
    said << html::strong(by) << (visit.is_welsh() ? ", yn y ffordd a ddewisoch." : ", in the way you chose.");
    return html::p(said);
}

}  // namespace

http::Response show_sent(Visit& visit) {
    auto const journey = open_journey(visit);
    if (!journey) return start_again(visit);
    auto const sent = usecases::reports::view_sent(visit.context, journey->draft);
    if (!sent) return visit.see_other(visit.path("/report/check"));
    bool const welsh = visit.is_welsh();
    Page page;
    page.title = welsh ? "Adroddiad wedi’i anfon" : "Report sent";
    page.resident = true;
    Html reference;
    reference << (welsh ? "Eich cyfeirnod" : "Your reference") << ": " << html::nowrap(sent->reference);
    Html body = govuk::panel({.title_text = page.title, .html = reference});
    if (sent->in_danger)
        body << govuk::warning_text(
            {.text = welsh ? "Os oes rhywun mewn perygl nawr, ffoniwch 999. Peidiwch ag aros i ni gysylltu."
                           : "If someone is in danger now, call 999. Do not wait for us to be in touch.",
             .icon_fallback_text = welsh ? "Rhybudd" : "Warning"});
    body << site::out_of_hours_notice(visit, "out-of-hours-sent");
    body << html::h2(welsh ? "Beth sy’n digwydd nesaf" : "What happens next") << next_contact(visit, *sent);
    body << content::page_words(visit, "report-sent").body;
    page.body = html::two_thirds(body);
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::reports
