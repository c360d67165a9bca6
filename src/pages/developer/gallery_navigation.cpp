#include "govuk/back_link.h"
#include "govuk/breadcrumbs.h"
#include "govuk/exit_this_page.h"
#include "govuk/generic_header.h"
#include "govuk/language_navigation.h"
#include "govuk/pagination.h"
#include "govuk/service_navigation.h"
#include "govuk/skip_link.h"
#include "html/elements.h"
#include "pages/developer/gallery_sections.h"

namespace doorstep::pages::developer {

Html navigation_section(Speaker const& say) {
    auto const& words = say.words();
    Html out = html::h2(say("Finding the way", "Canfod y ffordd"));
    out << example(
        "Skip link (shown when the keyboard is on it)",
        govuk::skip_link({.text = say("Skip to the fields", "Neidio i'r meysydd"), .href = "#happened"}));
    out << example("Back link", govuk::back_link({.text = std::string(words.back)}));
    out << example(
        "Breadcrumbs",
        govuk::breadcrumbs({.items = {{.text = say("Your cases", "Eich achosion"), .href = "#"},
                                      {.text = say("Noise at night", "Sŵn yn y nos"), .href = "#"},
                                      {.text = say("Diary", "Dyddiadur")}},
                            .label_text = say("Example of breadcrumbs", "Enghraifft o friwsion bara")}));
    out << example("Generic header", govuk::generic_header({.logo_text = "Elmfield Homes"}));
    out << example(
        "Service navigation",
        govuk::service_navigation({
            .navigation = {{.text = say("Your cases", "Eich achosion"), .href = "#", .active = true},
                           {.text = say("Messages", "Negeseuon"), .href = "#"},
                           {.text = say("Your details", "Eich manylion"), .href = "#"}},
            .menu_button_text = std::string(words.menu),
            .navigation_label = say("Example menu", "Dewislen enghreifftiol"),
            .navigation_id = "gallery-navigation",
        }));
    out << example("Language navigation",
                   govuk::language_navigation({
                       .items = {{.text = "English", .current = true, .lang = "en"},
                                 {.text = "Cymraeg",
                                  .href = "#",
                                  .lang = "cy",
                                  .language_description_text = "Newid yr iaith i'r Gymraeg"}},
                       .aria_label = say("Example of languages", "Enghraifft o ieithoedd"),
                   }));
    out << example("Pagination of a list",
                   govuk::pagination({
                       .items = {{.number = "1", .href = "#"},
                                 {.ellipsis = true},
                                 {.number = "6", .href = "#"},
                                 {.number = "7", .href = "#", .current = true},
                                 {.number = "8", .href = "#"},
                                 {.ellipsis = true},
                                 {.number = "42", .href = "#"}},
                       .previous = {.text = std::string(words.previous_page), .href = "#"},
                       .next = {.text = std::string(words.next_page), .href = "#"},
                       .landmark_label = std::string(words.pagination),
                   }));
    out << example("Pagination of content",
                   govuk::pagination({
                       .previous = {.text = std::string(words.previous_page),
                                    .label_text = say("What happens after you report",
                                                      "Beth sy'n digwydd ar ôl i chi roi gwybod"),
                                    .href = "#"},
                       .next = {.text = std::string(words.next_page),
                                .label_text = say("Ask for a case review", "Gofyn am adolygiad achos"),
                                .href = "#"},
                       .landmark_label = say("Example of content pages", "Enghraifft o dudalennau cynnwys"),
                   }));
    return out;
}

}  // namespace doorstep::pages::developer
