#include "pages/errors/error_pages.h"

#include "domain/access/permissions.h"
#include "govuk/button.h"
#include "html/elements.h"
#include "usecases/cases/open_case.h"
#include "usecases/settings.h"

namespace doorstep::pages {
namespace {

struct ErrorWords {
    Words title;
    Words text;
};

ErrorWords words_for(RefusalKind kind) {
    switch (kind) {
        case RefusalKind::not_found:
            return {{"Page not found", "Heb ddod o hyd i’r dudalen"},
                    {"If you typed the address, check it is correct. If you followed a link, it may no "
                     "longer work.",
                     "Os gwnaethoch deipio’r cyfeiriad, gwiriwch ei fod yn gywir. Os gwnaethoch ddilyn "
                     "dolen, efallai nad yw’n gweithio mwyach."}};
        case RefusalKind::forbidden:
            return {{"You cannot open this page", "Ni allwch agor y dudalen hon"}, {}};
        case RefusalKind::restricted:
            return {
                {"This case is restricted", "Mae’r achos hwn wedi’i gyfyngu"},
                {"Only named people can open it. Ask its owner or a manager to add you.",
                 "Dim ond pobl a enwir all ei agor. Gofynnwch i’r perchennog neu reolwr eich ychwanegu."}};
        case RefusalKind::expired:
            return {{"This link has expired", "Mae’r ddolen hon wedi dod i ben"}, {}};
        case RefusalKind::too_many:
            return {{"There were too many tries", "Bu gormod o ymdrechion"}, {}};
        case RefusalKind::conflict:
            return {{"Someone changed this while you were working",
                     "Newidiodd rhywun hyn tra oeddech yn gweithio"},
                    {}};
        case RefusalKind::closed:
            return {{"This case is closed", "Mae’r achos hwn ar gau"}, {}};
        case RefusalKind::signed_out:
            return {{"Sign in", "Mewngofnodi"}, {}};
        case RefusalKind::invalid:
        case RefusalKind::unlawful:
            return {{"This cannot be done", "Ni ellir gwneud hyn"}, {}};
    }
    return {};
}

Html how_to_reach_us(Visit& visit) {
    auto const& site = visit.context.settings().site();
    if (site.telephone.empty()) return {};
    Html words;
    words << (visit.is_welsh() ? "Ffôn: " : "Telephone: ") << site.telephone;
    if (!site.telephone_hours.empty()) words << ", " << site.telephone_hours;
    return html::p(words);
}

std::string ask_access_address(std::string const& reference) {
    return "/access-requests/new?reference=" + http::percent_encode(reference);
}

/// Staff may have been given the number of a case that is not there for them. They can ask, in the same words
/// whether there is one or not.
Html ways_on_from_no_case(Visit& visit) {
    std::string const reference(visit.request.parameter("reference"));
    if (reference.empty() || !domain::access::may(visit.context.viewer, domain::access::Action::see_case))
        return {};
    Html words = Html::text("If you were given the number of a case and need to see it, you can ");
    words << html::a(ask_access_address(reference), "ask for access") << ".";
    return html::p(words);
}

/// Who can give leave. A case is called by its name only for those who may see it; others can ask, whether it
/// is there or not.
Html ways_on_from_forbidden(Visit& visit) {
    if (!visit.context.viewer.account) return {};
    Html ways = html::p("An administrator can change what your role may do.");
    std::string const reference(visit.request.parameter("reference"));
    if (reference.empty()) return ways;
    auto const file = usecases::cases::open_case(visit.context.read(), visit.context.viewer, reference,
                                                 domain::access::Action::see_case);
    if (!file) return ways << ways_on_from_no_case(visit);
    Html back = Html::text("You may see ");
    back << html::a("/cases/" + file->reference, file->reference) << ": its owner can do this for you.";
    return ways << html::p(back);
}

/// A closed case (E13): reading it, and opening it again for those who may.
Html ways_on_from_closed(Visit& visit) {
    auto const reference = visit.request.parameter("reference");
    if (reference.empty()) return {};
    auto const address = "/cases/" + std::string(reference);
    std::vector<Html> ways{html::a(address, "Open the case file")};
    if (domain::access::may(visit.context.viewer, domain::access::Action::reopen_case))
        ways.push_back(html::a(address + "/reopening", "Reopen the case"));
    return html::list(ways);
}

http::Response simple_page(Visit& visit, int status, std::string_view title, Html const& text) {
    Page page;
    page.title = std::string(title);
    page.resident = !visit.context.viewer.account;
    Html body = html::h1(title);
    body << text << how_to_reach_us(visit);
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), status);
}

}  // namespace

http::Response restricted_page(Visit& visit, std::vector<Problem> const& problems) {
    struct Reason {
        std::string reason;
    };
    static auto const form = forms::form<Reason>(
        "open-restricted",
        forms::textarea_field(&Reason::reason,
                              {.name = "reason", .label = "Why do you need to open it?", .rows = 3}));
    auto const shapes = form.shapes();
    Page page;
    page.title = std::string(words_for(RefusalKind::restricted).title.in(visit.language()));
    page.has_errors = !problems.empty();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1(page.title)
         << html::p(
                "Only named people can open it. You may name yourself: your name, the time and your reason "
                "are written into its history, where its owner sees them. Your manager will be told.");
    Html fields = forms::render_fields(shapes, {.typed = {}, .problems = problems});
    fields << forms::buttons("Open this case", "/cases");
    std::string const reference(visit.request.parameter("reference"));
    body << visit.form("/cases/" + reference + "/opening", fields);
    body << html::p(html::a(ask_access_address(reference), "Ask for access instead"));
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 403 : 422);
}

http::Response error_page(Visit& visit, Refusal const& refusal) {
    if (refusal.kind() == RefusalKind::restricted && !visit.request.parameter("reference").empty())
        return restricted_page(visit);
    auto const words = words_for(refusal.kind());
    Html text;
    if (!words.text.empty()) text << html::p(words.text.in(visit.language()));
    // A refusal's own words say more, except where saying more would tell that a record exists.
    if (refusal.kind() != RefusalKind::not_found) text << html::p(refusal.message());
    for (auto const& problem : refusal.problems())
        if (problem.message != refusal.message()) text << html::p(problem.message);
    if (refusal.kind() == RefusalKind::closed) text << ways_on_from_closed(visit);
    if (refusal.code() == "case-not-found") text << ways_on_from_no_case(visit);
    if (refusal.code() == "not-allowed") text << ways_on_from_forbidden(visit);
    return simple_page(visit, http_status(refusal.kind()), words.title.in(visit.language()), text);
}

http::Response page_not_found(Visit& visit) {
    return error_page(visit, Refusal(RefusalKind::not_found, "page-not-found", "Page not found"));
}

http::Response method_not_allowed(Visit& visit) {
    return simple_page(
        visit, 405,
        visit.is_welsh() ? "Ni ellir agor y dudalen hon fel hyn" : "This page cannot be opened this way",
        html::p(visit.is_welsh() ? "Ewch yn ôl a rhowch gynnig arall arni." : "Go back and try again."));
}

http::Response problem_with_the_service(Visit& visit, int status, std::string_view reference) {
    bool const welsh = visit.is_welsh();
    Html text = html::p(welsh ? "Rhowch gynnig arall arni yn nes ymlaen. Os oeddech yn anfon ffurflen, "
                                "efallai na chafodd ei chadw: gwiriwch cyn ei hanfon eto."
                              : "Try again later. If you were sending a form it may not have been saved: "
                                "check before you send it again.");
    Html line;
    line << (welsh ? "Dyfynnwch y cyfeirnod hwn: " : "Quote this reference: ") << reference;
    text << html::p(line);
    return simple_page(visit, status,
                       welsh ? "Mae’n ddrwg gennym, mae problem gyda’r gwasanaeth"
                             : "Sorry, there is a problem with the service",
                       text);
}

http::Response look_before_you_try_again(Visit& visit) {
    bool const welsh = visit.is_welsh();
    return simple_page(
        visit, 503, welsh ? "Edrychwch cyn rhoi cynnig arall arni" : "Look before you try again",
        html::p(welsh ? "Torrodd cysylltiad wrth i ni gadw’r hyn a anfonoch. Efallai iddo gael ei gadw, "
                        "neu beidio. Agorwch y cofnod ac edrychwch: os nad yw yno, anfonwch ef eto."
                      : "A connection broke while we were saving what you sent. It may have been saved, or "
                        "not. Open the record and look: if it is not there, send it again."));
}

std::string bare_error_document(int status) {
    auto const [title, text] = [status]() -> std::pair<char const*, char const*> {
        switch (status) {
            case 408:
                return {"The connection was too slow", "Try again. If it keeps happening, ring us."};
            case 413:
                return {"What you sent is too big", "Send smaller files, or fewer at once."};
            case 414:
                return {"The address is too long", "Go back and try again."};
            case 415:
                return {"We cannot read what was sent", "Go back and send the form again."};
            case 431:
                return {"Your browser sent too much", "Clear this site’s cookies and try again."};
            case 500:
                return {"Sorry, there is a problem with the service",
                        "Try again later. Nothing you had sent before is lost."};
            case 501:
                return {"We cannot do that", "Go back and try again."};
            case 503:
                return {"Sorry, the service is unavailable",
                        "You will be able to use the service later. Nothing you had sent before is lost."};
            default:
                return {"We could not read the request", "Go back and try again."};
        }
    }();
    Html page;
    page << title;
    auto const safe_title = page.markup();
    Html words;
    words << text;
    return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + safe_title +
           "</title><meta name=\"viewport\" content=\"width=device-width, "
           "initial-scale=1\"></head><body><main><h1>" +
           safe_title + "</h1><p>" + words.markup() + "</p></main></body></html>";
}

}  // namespace doorstep::pages
