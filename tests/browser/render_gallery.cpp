#include <iostream>
#include <string_view>

#include "pages/developer/component_gallery.h"
#include "pages/layout.h"

/// Writes the whole page of components to standard output: `render_gallery en|cy staff|resident`. For the
/// browser tests, which look at it without a server of ours.
int main(int argc, char** argv) {
    using namespace doorstep;
    bool const is_welsh = argc > 1 && std::string_view(argv[1]) == "cy";
    bool const is_resident = argc > 2 && std::string_view(argv[2]) == "resident";

    pages::Page page;
    page.language = is_welsh ? http::Language::welsh : http::Language::english;
    page.title = is_welsh ? "Cydrannau" : "Components";
    page.body = pages::developer::component_gallery(page.language);
    page.resident = is_resident;
    page.has_errors = true;
    page.print_reference = "ASB-26-00142";

    pages::Layout layout;
    layout.look.telephone = "01632 960 001";
    layout.look.hours = is_welsh ? "Dydd Llun i ddydd Gwener, 8am i 6pm" : "Monday to Friday, 8am to 6pm";
    layout.target = "/developer/components";
    layout.session = pages::SessionWarning{.idle_seconds = 1800, .warn_seconds = 300, .csrf_token = "token"};
    if (is_resident) {
        page.back = pages::BackLink{.href = "/", .text = {}};
    } else {
        page.breadcrumbs = {{.text = "My work", .href = "/work"}, {.text = "Cases", .href = "/cases"}};
        page.current_section = "triage";
        layout.menu = {{.key = "work", .text = "My work", .href = "/work", .count = {}},
                       {.key = "triage", .text = "Triage", .href = "/triage", .count = 3},
                       {.key = "cases", .text = "Cases", .href = "/cases", .count = {}},
                       {.key = "places", .text = "Places", .href = "/places", .count = {}},
                       {.key = "meetings", .text = "Meetings", .href = "/meetings", .count = {}},
                       {.key = "figures", .text = "Figures", .href = "/figures", .count = {}}};
        layout.account = pages::AccountMenu{
            .name = "Dana Okafor",
            .role_words = "ASB officer",
            .csrf_token = "token",
            .links = {{.key = "", .text = "Your details", .href = "/account", .count = {}}}};
        layout.find = pages::FindBox{.csrf_token = "token"};
        layout.printed_by = pages::PrintedBy{.name = "Dana Okafor", .at = "21 November 2026 at 9:05am"};
    }
    std::cout << pages::render(page, layout);
}
