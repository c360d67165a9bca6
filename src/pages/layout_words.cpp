#include "pages/layout_words.h"

namespace doorstep::pages {

namespace {

constexpr LayoutWords english{
    .components = govuk::english_words,
    .code = "en",
    .service_information = "Service information",
    .telephone = "Telephone",
    .contact = "Contact us",
    .accessibility = "Accessibility",
    .privacy = "Privacy",
    .cookies = "Cookies",
    .about_this_site = "About this site",
    .session_title = "You will be signed out soon",
    .session_text =
        "You have not done anything for a while. To keep your information safe, we will sign you out. "
        "What you have typed on this page will be kept for when you sign in again. Files will not.",
    .stay_signed_in = "Stay signed in",
    .sign_out = "Sign out",
};

constexpr LayoutWords welsh{
    .components = govuk::welsh_words,
    .code = "cy",
    .service_information = "Gwybodaeth am y gwasanaeth",
    .telephone = "Ffôn",
    .contact = "Cysylltu â ni",
    .accessibility = "Hygyrchedd",
    .privacy = "Preifatrwydd",
    .cookies = "Cwcis",
    .about_this_site = "Ynglŷn â'r wefan hon",
    .session_title = "Byddwch yn cael eich allgofnodi cyn bo hir",
    .session_text =
        "Nid ydych wedi gwneud dim ers tro. Er mwyn cadw eich gwybodaeth yn ddiogel, byddwn yn eich "
        "allgofnodi. Bydd yr hyn rydych wedi'i deipio ar y dudalen hon yn cael ei gadw nes i chi fewngofnodi "
        "eto. Ni fydd ffeiliau'n cael eu cadw.",
    .stay_signed_in = "Aros wedi mewngofnodi",
    .sign_out = "Allgofnodi",
};

}  // namespace

LayoutWords const& layout_words(http::Language language) {
    return language == http::Language::welsh ? welsh : english;
}

}  // namespace doorstep::pages
