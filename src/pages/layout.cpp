#include "pages/layout.h"

#include "govuk/breadcrumbs.h"
#include "govuk/button.h"
#include "govuk/exit_this_page.h"
#include "govuk/language_navigation.h"
#include "govuk/moj_notification_badge.h"
#include "govuk/notification_banner.h"
#include "govuk/service_navigation.h"
#include "govuk/skip_link.h"
#include "html/elements.h"
#include "pages/assets.h"
#include "pages/layout_words.h"

// Raw elements are written here because the frame of the document, its header and its footer exist once.
namespace doorstep::pages {

std::string_view const js_enabled_script =
    "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? "
    "' govuk-frontend-supported' : '');";
std::string_view const js_enabled_script_hash = "'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='";

std::string href_in(http::Language language, std::string const& path) {
    if (language != http::Language::welsh) return path;
    return path == "/" ? "/cy" : "/cy" + path;
}

namespace {

class Writer {
  public:
    Writer(Page const& page, Layout const& layout)
        : page_(page), layout_(layout), words_(layout_words(page.language)) {}

    std::string document() {
        out_.reserve(8 * 1024 + page_.body.markup().size());
        out_ << "<!DOCTYPE html>\n<html lang=\""_html << words_.code << "\" class=\"govuk-template\">"_html;
        head();
        body_start();
        header();
        container();
        footer();
        session_dialog();
        scripts();
        out_ << "</body></html>\n"_html;
        return std::move(out_).markup();
    }

  private:
    void head() {
        out_ << "<head><meta charset=\"utf-8\"><title>"_html;
        title();
        out_
            << "</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1, "
               "viewport-fit=cover\">"
               "<meta name=\"theme-color\" content=\""_html
            << layout_.look.brand_colour
            << "\"><meta name=\"robots\" content=\"noindex\"><link rel=\"icon\" type=\"image/svg+xml\" href=\""_html
            << assets::url("favicon.svg") << "\"><link rel=\"stylesheet\" href=\""_html
            << assets::url("app.css") << "\">"_html;
        if (!layout_.look.brand_style_sheet_url.empty())
            out_ << "<link rel=\"stylesheet\" href=\""_html << layout_.look.brand_style_sheet_url
                 << "\">"_html;
        out_ << "</head>"_html;
    }

    void title() {
        if (page_.has_errors) out_ << words_.components.error << ": "_html;
        out_ << page_.title;
        if (!page_.title_note.empty()) out_ << " ("_html << page_.title_note << ")"_html;
        out_ << " - "_html << (page_.resident ? layout_.look.landlord_name : layout_.look.service_name);
    }

    void body_start() {
        out_ << "<body class=\"govuk-template__body\""_html;
        if (layout_.session)
            out_ << " data-timeout-idle=\""_html << layout_.session->idle_seconds
                 << "\" data-timeout-warn=\""_html << layout_.session->warn_seconds
                 << "\" data-timeout-ended=\""_html << href_in(page_.language, "/signed-out") << "\""_html;
        out_ << "><script>"_html << Html::trusted(std::string(js_enabled_script)) << "</script>"_html;
        append(out_,
               govuk::SkipLink{.text = std::string(words_.components.skip_to_main), .href = "#main-content"});
        if (page_.resident)
            append(out_, govuk::SkipLink{.text = std::string(words_.components.exit_this_page),
                                         .href = "/exit",
                                         .classes = "govuk-js-exit-this-page-skiplink",
                                         .attributes = {{"rel", "nofollow noreferrer"}}});
    }

    void header() {
        out_ << "<header class=\"govuk-template__header ds-header\"><div class=\"ds-header__band\">"
                "<div class=\"govuk-width-container ds-header__container\">"
                "<a class=\"ds-header__name\" href=\""_html
             << href_in(page_.language, "/") << "\">"_html;
        if (!layout_.look.logo_url.empty())
            out_ << "<img class=\"ds-header__logo\" src=\""_html << layout_.look.logo_url
                 << "\" alt=\"\">"_html;
        out_ << layout_.look.landlord_name << "</a>"_html;
        find_box();
        account_menu();
        if (page_.resident && layout_.look.has_welsh) language_navigation();
        out_ << "</div></div>"_html;
        menu();
        out_ << "</header>"_html;
    }

    void find_box() {
        if (!layout_.find) return;
        out_ << "<form class=\"ds-find\" method=\"post\" action=\"/search\" role=\"search\">"_html
             << html::hidden_field(csrf_field, layout_.find->csrf_token)
             << "<label class=\"ds-find__label\" for=\"ds-find\">Find a case, address or person</label>"
                "<input class=\"govuk-input ds-find__input\" id=\"ds-find\" name=\"words\" type=\"search\" "
                "autocomplete=\"off\" spellcheck=\"false\"><button class=\"ds-find__button\" type=\"submit\">"
                "Find</button></form>"_html;
    }

    void account_menu() {
        if (!layout_.account) return;
        auto const& account = *layout_.account;
        out_ << "<details class=\"ds-account\" data-menu><summary class=\"ds-account__name\">"_html
             << account.name << "</summary><div class=\"ds-account__menu\">"_html;
        if (!account.role_words.empty())
            out_ << "<p class=\"ds-account__role\">"_html << account.role_words << "</p>"_html;
        if (!account.links.empty()) {
            out_ << "<ul class=\"ds-account__links\">"_html;
            for (auto const& link : account.links)
                out_ << "<li>"_html << html::a(link.href, link.text) << "</li>"_html;
            out_ << "</ul>"_html;
        }
        out_ << "<form method=\"post\" action=\"/sign-out\">"_html
             << html::hidden_field(csrf_field, account.csrf_token)
             << "<button class=\"ds-account__sign-out\" type=\"submit\">"_html << words_.sign_out
             << "</button></form></div></details>"_html;
    }

    void language_navigation() {
        bool const is_welsh = page_.language == http::Language::welsh;
        append(out_, govuk::LanguageNavigation{
                         .items = {{.text = "English",
                                    .href = is_welsh ? layout_.target : "",
                                    .current = !is_welsh,
                                    .lang = "en",
                                    .language_description_text = "Change the language to English"},
                                   {.text = "Cymraeg",
                                    .href = is_welsh ? "" : href_in(http::Language::welsh, layout_.target),
                                    .current = is_welsh,
                                    .lang = "cy",
                                    .language_description_text = "Newid yr iaith i'r Gymraeg"}},
                         .aria_label = std::string(words_.components.language),
                     });
    }

    void menu() {
        if (layout_.menu.empty()) return;
        govuk::ServiceNavigation navigation{
            .service_name = page_.resident ? "" : layout_.look.service_name,
            .service_url = "/",
            .aria_label = std::string(words_.service_information),
            .menu_button_text = std::string(words_.components.menu),
        };
        navigation.navigation.reserve(layout_.menu.size());
        for (auto const& item : layout_.menu) {
            Html words = Html::text(item.text);
            if (item.count) {
                words << " "_html;
                append(words, govuk::MojNotificationBadge{.count = *item.count});
            }
            bool const is_section = item.key == page_.current_section;
            navigation.navigation.push_back({.html = std::move(words),
                                             .href = href_in(page_.language, item.href),
                                             .current = is_section && item.href == layout_.target,
                                             .active = is_section});
        }
        append(out_, navigation);
    }

    void container() {
        out_ << "<div class=\"govuk-width-container\">"_html;
        if (page_.resident) exit_button();
        way_here();
        out_ << "<main class=\"govuk-main-wrapper\" id=\"main-content\">"_html;
        banner();
        out_ << page_.body << "</main></div>"_html;
    }

    void exit_button() {
        auto const& words = words_.components;
        append(out_, govuk::ExitThisPage{
                         .text = std::string(words.exit_this_page),
                         .redirect_url = "/exit",
                         .activated_text = std::string(words.exit_activated),
                         .timed_out_text = std::string(words.exit_timed_out),
                         .press_two_more_times_text = std::string(words.exit_press_two_more),
                         .press_one_more_time_text = std::string(words.exit_press_one_more),
                     });
    }

    void way_here() {
        if (page_.back) {
            // The design system's Back link, with this page's words.
            out_ << "<a class=\"govuk-back-link\" href=\""_html << page_.back->href << "\">"_html
                 << (page_.back->text.empty() ? words_.components.back : std::string_view(page_.back->text))
                 << "</a>"_html;
        } else if (!page_.breadcrumbs.empty()) {
            govuk::Breadcrumbs breadcrumbs{.collapse_on_mobile = true,
                                           .label_text = std::string(words_.components.breadcrumb)};
            breadcrumbs.items.reserve(page_.breadcrumbs.size());
            for (auto const& crumb : page_.breadcrumbs)
                breadcrumbs.items.push_back({.text = crumb.text, .href = crumb.href});
            append(out_, breadcrumbs);
        }
    }

    void banner() {
        if (!page_.banner) return;
        bool const is_success = page_.banner->kind == Banner::Kind::success;
        append(out_, govuk::NotificationBanner{
                         .text = page_.banner->text,
                         .html = page_.banner->html,
                         .title_text = std::string(is_success ? words_.components.success
                                                              : words_.components.important),
                         .type = is_success ? "success" : "",
                     });
    }

    void footer() {
        auto const& look = layout_.look;
        out_ << "<footer class=\"govuk-template__footer ds-footer\"><div class=\"govuk-width-container\">"
                "<h2 class=\"govuk-visually-hidden\">"_html
             << words_.about_this_site << "</h2><p class=\"ds-footer__landlord\"><strong>"_html
             << look.landlord_name << "</strong>"_html;
        if (!look.telephone.empty()) {
            out_ << "<br>"_html << words_.telephone << ": "_html << look.telephone;
            if (!look.hours.empty()) out_ << "<br>"_html << look.hours;
        }
        out_ << "</p><ul class=\"ds-footer__links\">"_html;
        footer_link("/contact", words_.contact);
        footer_link("/accessibility", words_.accessibility);
        footer_link("/privacy", words_.privacy);
        footer_link("/cookies", words_.cookies);
        out_ << "</ul>"_html;
        if (layout_.printed_by || !page_.print_reference.empty()) {
            out_ << "<p class=\"ds-print-only\">"_html << page_.print_reference;
            if (layout_.printed_by) {
                if (!page_.print_reference.empty()) out_ << ". "_html;
                out_ << "Printed by "_html << layout_.printed_by->name << ", "_html << layout_.printed_by->at;
            }
            out_ << "</p>"_html;
        }
        out_ << "</div></footer>"_html;
    }

    void footer_link(std::string const& path, std::string_view words) {
        out_ << "<li><a class=\"ds-footer__link\" href=\""_html << href_in(page_.language, path) << "\">"_html
             << words << "</a></li>"_html;
    }

    void session_dialog() {
        if (!layout_.session) return;
        out_ << "<dialog class=\"ds-timeout\" id=\"ds-timeout\" aria-labelledby=\"ds-timeout-title\">"
                "<form method=\"post\" action=\"/session\">"_html
             << html::hidden_field(csrf_field, layout_.session->csrf_token)
             << "<h2 class=\"govuk-heading-m\" id=\"ds-timeout-title\">"_html << words_.session_title
             << "</h2>"_html << html::p(words_.session_text);
        append(out_, govuk::Button{.text = std::string(words_.stay_signed_in)});
        out_ << "</form></dialog>"_html;
    }

    void scripts() {
        out_ << "<script type=\"module\" src=\""_html << assets::url("core.js") << "\"></script>"_html;
        for (auto const& script : page_.scripts)
            out_ << "<script type=\"module\" src=\""_html << assets::url(script.name) << "\"></script>"_html;
    }

    Page const& page_;
    Layout const& layout_;
    LayoutWords const& words_;
    Html out_;
};

}  // namespace

std::string render(Page const& page, Layout const& layout) { return Writer(page, layout).document(); }

}  // namespace doorstep::pages
