#include "pages/post/sheet.h"

#include "base/text.h"
#include "html/elements.h"
#include "pages/content/markdown.h"

namespace doorstep::pages::post {

Html letter_sheet(domain::messages::Message const& message, std::string_view case_reference,
                  usecases::Site const& site, Date today) {
    bool const welsh = message.language == "cy";
    std::vector<Html> from{html::strong(site.landlord_name)};
    for (auto const line : text::split(site.postal_address, '\n'))
        if (!text::trim(line).empty()) from.push_back(Html::text(line));
    if (!site.telephone.empty()) from.push_back(Html::text(site.telephone));
    std::vector<Html> to{Html::text(message.addressee)};
    for (auto const line : text::split(message.destination, '\n')) to.push_back(Html::text(line));

    Html sheet = html::div("ds-sheet__from", html::p(html::lines(from)));
    sheet << html::div("ds-sheet__to", html::p(html::lines(to)));
    std::vector<Html> facts{Html::text(welsh ? date_words_welsh(today) : date_words(today))};
    if (!case_reference.empty())
        facts.push_back(
            Html::text((welsh ? "Ein cyfeirnod: " : "Our reference: ") + std::string(case_reference)));
    sheet << html::p(html::lines(facts));
    sheet << html::h2(message.heading)
          << content::markdown(message.body,
                               {.language = welsh ? http::Language::welsh : http::Language::english,
                                .fields = {},
                                .blocks = {},
                                .lower_headings_by = 1});
    return html::section(message.large_print ? "ds-sheet ds-sheet--large" : "ds-sheet", "Letter", sheet);
}

}  // namespace doorstep::pages::post
