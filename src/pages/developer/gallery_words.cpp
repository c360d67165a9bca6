#include "govuk/button.h"
#include "govuk/cookie_banner.h"
#include "govuk/details.h"
#include "govuk/feedback.h"
#include "govuk/inset_text.h"
#include "govuk/notification_banner.h"
#include "govuk/panel.h"
#include "govuk/phase_banner.h"
#include "govuk/tabs.h"
#include "govuk/tag.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "pages/developer/gallery_sections.h"

namespace doorstep::pages::developer {

namespace {

Html buttons(Speaker const& say) {
    return html::join(
        {
            govuk::button({.text = say("Start now", "Dechrau nawr"), .href = "#", .is_start_button = true}),
            govuk::button({.text = say("Send report", "Anfon adroddiad"), .prevent_double_click = true}),
            govuk::button({.text = say("Save and come back later", "Cadw a dod yn ôl wedyn"),
                           .classes = "govuk-button--secondary"}),
            govuk::button({.text = say("Delete", "Dileu"), .classes = "govuk-button--warning"}),
            govuk::button({.text = say("Cannot be pressed", "Ni ellir pwyso"), .disabled = true}),
        },
        " ");
}

Html tags() {
    return govuk::tags({{.text = "New", .classes = "govuk-tag--blue"},
                        {.text = "Waiting for partner", .classes = "govuk-tag--teal"},
                        {.text = "Closed", .classes = "govuk-tag--grey"},
                        {.text = "Medium", .classes = "govuk-tag--yellow"},
                        {.text = "Due today", .classes = "govuk-tag--orange"},
                        {.text = "Overdue", .classes = "govuk-tag--red"},
                        {.text = "Done", .classes = "govuk-tag--green"},
                        {.text = "In court", .classes = "govuk-tag--purple"}});
}

Html panels(Speaker const& say) {
    Html out = govuk::panel({
        .title_text = say("Report sent", "Adroddiad wedi'i anfon"),
        .heading_level = 2,
        .html = html::join(
            {Html::text(say("Your reference", "Eich cyfeirnod")), html::nowrap("ASB-26-00142")}, " "),
    });
    out << govuk::panel({
        .title_text = say("Are you in danger now?", "Ydych chi mewn perygl nawr?"),
        .heading_level = 2,
        .html = html::p(say("Call 999. If you cannot speak on a mobile, press 55 when asked.",
                            "Ffoniwch 999. Os na allwch siarad ar ffôn symudol, pwyswch 55 pan ofynnir.")),
        .actions = {.items = {{.text = say("I am safe, go on", "Rwy'n ddiogel, ymlaen"), .type = "submit"},
                              {.text = say("Get help", "Cael help"), .href = "#"}}},
        .classes = "govuk-panel--interruption",
    });
    return out;
}

Html banners(Speaker const& say) {
    Html out = govuk::notification_banner({
        .text = say("We have sent you a copy", "Rydym wedi anfon copi atoch"),
        .title_text = std::string(say.words().success),
        .type = "success",
        .role = "region",
        .title_id = "gallery-success",
        .disable_auto_focus = true,
    });
    out << govuk::notification_banner({
        .html = html::p(say("Our telephones are closed until 8am on 23 November.",
                            "Mae ein ffonau ar gau tan 8am ar 23 Tachwedd.")),
        .title_text = std::string(say.words().important),
        .title_id = "gallery-important",
    });
    return out;
}

Html cookie_banner(Speaker const& say) {
    return govuk::cookie_banner({
        .aria_label = say("Cookies on this site", "Cwcis ar y wefan hon"),
        .messages = {{.heading_text = say("Cookies on this site", "Cwcis ar y wefan hon"),
                      .text = say("We use some cookies that this site cannot do without.",
                                  "Rydym yn defnyddio rhai cwcis na all y wefan hon wneud hebddynt."),
                      .actions = {{.text = say("Hide this message", "Cuddio'r neges hon"), .type = "button"},
                                  {.text = say("View cookies", "Gweld cwcis"), .href = "#"}}}},
    });
}

}  // namespace

Html words_section(Speaker const& say) {
    Html out = html::h2(say("Words", "Geiriau"));
    out << example("Button", buttons(say)) << example("Tag", tags());
    out << example("Inset text", govuk::inset_text({.text = say("You do not need any photos or recordings.",
                                                                "Nid oes angen lluniau na recordiadau.")}));
    out << example("Warning text",
                   govuk::warning_text({.text = say("Do not put yourself at risk to get this.",
                                                    "Peidiwch â rhoi eich hun mewn perygl i gael hyn."),
                                        .icon_fallback_text = std::string(say.words().warning)}));
    out << example(
        "Details",
        govuk::details({
            .summary_text = say("How to leave this site quickly", "Sut i adael y wefan hon yn gyflym"),
            .text = say("Press Shift three times, or choose Exit this page.",
                        "Pwyswch Shift dair gwaith, neu dewiswch Gadael y dudalen hon."),
        }));
    out << example("Panel, confirmation and interruption", panels(say));
    out << example("Notification banner", banners(say));
    out << example("Phase banner",
                   govuk::phase_banner({.text = say("This is a demonstration with invented people.",
                                                    "Arddangosiad yw hwn gyda phobl ddychmygol."),
                                        .tag = {.text = say("Demo", "Demo")}}));
    out << example("Cookie banner", cookie_banner(say));
    out << example(
        "Feedback",
        govuk::feedback(
            {.title_text =
                 say("What did you think of this service?", "Beth oedd eich barn am y gwasanaeth hwn?"),
             .heading_level = 4,
             .html = html::p(html::a("#", say("Tell us in 30 seconds", "Dywedwch wrthym mewn 30 eiliad")))}));
    out << example("Tabs (figures only)",
                   govuk::tabs({.id_prefix = "gallery-tab",
                                .title = say("Contents", "Cynnwys"),
                                .items = {{.label = say("Chart", "Siart"), .panel = {.text = "1"}},
                                          {.label = say("Table", "Tabl"), .panel = {.text = "2"}}}}));
    return out;
}

}  // namespace doorstep::pages::developer
