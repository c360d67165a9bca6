#include "pages/reports/device_drafts.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/device_drafts.h"
#include "govuk/inset_text.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "pages/reports/journey.h"

namespace doorstep::pages::reports {
namespace {

struct DeviceDraft {
    std::string what;
    std::string place;
    std::string when;
};

constexpr std::size_t longest_what = 5000;
constexpr std::size_t longest_place = 500;
constexpr std::size_t longest_when = 200;

forms::Form<DeviceDraft> const& device_draft_form() {
    static auto const form = forms::form<DeviceDraft>(
        "device-draft",
        forms::textarea_field(
            &DeviceDraft::what, {.name = "what", .label = {"What happened?", "Beth ddigwyddodd?"}, .rows = 6},
            {forms::at_most(longest_what, {"What happened must be 5,000 characters or fewer",
                                           "Rhaid i’r hyn a ddigwyddodd fod yn 5,000 o "
                                           "nodau neu lai"})}),
        forms::textarea_field(&DeviceDraft::place, {.name = "place", .label = {"Where?", "Ble?"}, .rows = 2},
                              {forms::at_most(longest_place, {"Where it was must be 500 characters or fewer",
                                                              "Rhaid i’r lle fod yn 500 o nodau neu lai"})}),
        forms::text_field(&DeviceDraft::when,
                          {.name = "when", .label = {"When?", "Pryd?"}, .spellcheck = false},
                          {forms::at_most(longest_when, {"When it was must be 200 characters or fewer",
                                                         "Rhaid i’r amser fod yn 200 o nodau neu lai"})}));
    return form;
}

std::string say(Visit const& visit, char const* english, char const* welsh) {
    return visit.is_welsh() ? welsh : english;
}

Html secondary_button(std::string text, char const* marker) {
    return govuk::button({.text = std::move(text),
                          .type = "button",
                          .classes = "govuk-button--secondary",
                          .attributes = {{.name = marker, .value = ""}}});
}

Html offer(Visit const& visit) {
    Html html = html::p(say(visit,
                            "You can write now and send later, also without a connection. What you write "
                            "then stays on this device until you send or delete it. Anybody who uses this "
                            "device can read it.",
                            "Gallwch ysgrifennu nawr ac anfon wedyn, hyd yn oed heb gysylltiad. Mae’r hyn "
                            "rydych yn ei ysgrifennu yn aros ar y ddyfais hon nes i chi ei anfon neu ei "
                            "ddileu. Gall unrhyw un sy’n defnyddio’r ddyfais hon ei ddarllen."));
    return html << govuk::warning_text(
                       {.text = say(visit, "Only do this if nobody else uses this device.",
                                    "Gwnewch hyn dim ond os nad oes neb arall yn defnyddio’r ddyfais hon."),
                        .icon_fallback_text = say(visit, "Warning", "Rhybudd")})
                << secondary_button(
                       say(visit, "Keep drafts on this device", "Cadw drafftiau ar y ddyfais hon"),
                       "data-drafts-keep");
}

Html way_to_stop(Visit const& visit, bool is_connected) {
    Html html = secondary_button(
        say(visit, "Delete all and stop keeping drafts here", "Dileu popeth a pheidio â chadw drafftiau yma"),
        "data-drafts-stop");
    return html << html::p(
               is_connected
                   ? say(visit,
                         "‘Exit this page’ deletes them too. This does not delete the history of the "
                         "browser.",
                         "Mae ‘Gadael y dudalen hon’ yn eu dileu hefyd. Nid yw hyn yn dileu hanes y porwr.")
                   : say(visit,
                         "Without a connection ‘Exit this page’ cannot delete them: delete them here first. "
                         "When you are connected again you can send them at /drafts.",
                         "Heb gysylltiad ni all ‘Gadael y dudalen hon’ eu dileu: dilëwch nhw yma yn gyntaf. "
                         "Pan fydd gennych gysylltiad eto gallwch eu hanfon yn /cy/drafts."));
}

Html drafts_part(Visit const& visit, bool is_connected) {
    Html fields =
        forms::render_fields(device_draft_form().shapes(), {.typed = {}, .language = visit.language()});
    fields << govuk::button({.text = say(visit, "Save on this device", "Cadw ar y ddyfais hon")});
    return govuk::device_drafts(
        {.without_scripts =
             html::p(say(visit,
                         "Drafts on this device need scripts. Without them you can report online and save "
                         "your report with us instead.",
                         "Mae angen sgriptiau ar gyfer drafftiau ar y ddyfais hon. Hebddyn nhw gallwch "
                         "adrodd ar-lein a chadw eich adroddiad gyda ni.")),
         .off = is_connected ? offer(visit) : Html(),
         .form = std::move(fields),
         .form_title = say(visit, "Write now, send later", "Ysgrifennu nawr, anfon wedyn"),
         .saved_text = say(visit, "Saved on this device. It has not been sent.",
                           "Wedi’i gadw ar y ddyfais hon. Nid yw wedi’i anfon."),
         .none_text = say(visit, "Drafts you keep on this device show here.",
                          "Mae drafftiau rydych yn eu cadw ar y ddyfais hon yn ymddangos yma."),
         .caption = say(visit, "Your drafts", "Eich drafftiau"),
         .draft_heading = say(visit, "Draft", "Drafft"),
         .saved_heading = say(visit, "Saved", "Cadwyd"),
         .size_heading = say(visit, "Size", "Maint"),
         .acts_heading = say(visit, "Send or delete", "Anfon neu ddileu"),
         .send_text = is_connected ? say(visit, "Send", "Anfon") : "",
         .delete_text = say(visit, "Delete", "Dileu"),
         .after = way_to_stop(visit, is_connected)});
}

Page device_page(Visit const& visit, std::string title, Html const& body) {
    Page page;
    page.title = std::move(title);
    page.resident = true;
    page.language = visit.language();
    page.body = html::two_thirds(body);
    return page;
}

http::Response drafts_page(Visit& visit, std::vector<Problem> const& problems, int status,
                           Html const& before = {}) {
    auto const title = say(visit, "Drafts on this device", "Drafftiau ar y ddyfais hon");
    Html body = forms::problem_summary(problems, device_draft_form().shapes(), visit.language());
    body << html::h1(title) << before
         << html::p(html::a(visit.path("/"), say(visit, "Report now", "Adrodd nawr")))
         << drafts_part(visit, true);
    Pairs fields;
    for (auto const* name : {"what", "place", "when"}) fields.add(name, "");
    // The script fills it in with a draft and sends it.
    body << html::div("ds-drafts-sender", visit.form(visit.path("/drafts"), {}, std::move(fields)));
    auto page = device_page(visit, title, body);
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), status);
}

}  // namespace

http::Response show_offline(Visit& visit) {
    auto const title = say(visit, "You are not connected", "Nid oes gennych gysylltiad");
    Html body = html::h1(title);
    body << html::p(
                say(visit,
                    "This device cannot reach us now. Nothing you had already sent is lost. Try again when "
                    "you have a connection.",
                    "Ni all y ddyfais hon ein cyrraedd ar hyn o bryd. Ni chollwyd dim roeddech eisoes wedi’i "
                    "anfon. Rhowch gynnig arall arni pan fydd gennych gysylltiad."))
         << govuk::warning_text({.text = say(visit, "If someone is in danger now, call 999.",
                                             "Os oes rhywun mewn perygl nawr, ffoniwch 999."),
                                 .icon_fallback_text = say(visit, "Warning", "Rhybudd")})
         << drafts_part(visit, false);
    return visit.page(device_page(visit, title, body));
}

http::Response show_device_drafts(Visit& visit) { return drafts_page(visit, {}, 200); }

http::Response post_device_draft(Visit& visit) {
    auto const parsed = visit.parse(device_draft_form());
    if (!parsed.ok()) return drafts_page(visit, parsed.problems, 422);
    auto const& input = parsed.input;
    if (text::trim(input.what + input.place + input.when).empty())
        return drafts_page(
            visit,
            {{"what", say(visit, "Write something before you send it", "Ysgrifennwch rywbeth cyn ei anfon")}},
            422);
    if (auto const open = open_journey(visit); open && !open->was_sent() && !open->answers.empty()) {
        Html words =
            html::p(say(visit,
                        "You are already writing a report. Finish it before you send a draft. The "
                        "draft stays on this device.",
                        "Rydych eisoes yn ysgrifennu adroddiad. Gorffennwch ef cyn anfon drafft. Mae’r "
                        "drafft yn aros ar y ddyfais hon."));
        words << html::p(html::a(visit.path("/report/check"),
                                 say(visit, "Go to that report", "Mynd i’r adroddiad hwnnw")));
        return drafts_page(visit, {}, 409, govuk::inset_text({.html = words}));
    }
    auto begun = usecases::reports::begin_draft(visit.context);
    auto journey = journey_of(std::move(begun.draft));
    save_answers(visit, journey, "danger", [&](Pairs& answers) {
        if (!input.what.empty()) answers.set("what", input.what);
        if (!input.place.empty()) answers.set("place", input.place);
        if (!input.when.empty()) answers.set("happened-about", input.when);
    });
    return visit.see_other(visit.path("/report/danger")).with_cookie(draft_cookie(std::move(begun.token)));
}

}  // namespace doorstep::pages::reports
