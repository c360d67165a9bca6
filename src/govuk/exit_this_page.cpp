#include "govuk/exit_this_page.h"

#include "govuk/button.h"
#include "govuk/parts.h"

namespace doorstep::govuk {

void append(Html& out, ExitThisPage const& options) {
    out << "<div"_html;
    write_attribute(out, " id=\""_html, options.id);
    out << " class=\"govuk-exit-this-page"_html;
    write_classes(out, options.classes);
    out << "\" data-module=\"govuk-exit-this-page\""_html;
    write_attributes(out, options.attributes);
    write_attribute(out, " data-i18n.activated=\""_html, options.activated_text);
    write_attribute(out, " data-i18n.timed-out=\""_html, options.timed_out_text);
    write_attribute(out, " data-i18n.press-two-more-times=\""_html, options.press_two_more_times_text);
    write_attribute(out, " data-i18n.press-one-more-time=\""_html, options.press_one_more_time_text);
    out << ">"_html;
    bool const has_words = !options.text.empty() || !options.html.empty();
    append(
        out,
        Button{
            .text = options.text,
            .html = has_words
                        ? options.html
                        : Html("<span class=\"govuk-visually-hidden\">Emergency</span> Exit this page"_html),
            .href = options.redirect_url.empty() ? "https://www.bbc.co.uk/weather" : options.redirect_url,
            .classes = "govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button",
            .attributes = {{"rel", "nofollow noreferrer"}},
        });
    out << "</div>"_html;
}

Html exit_this_page(ExitThisPage const& options) { return built(options, 512); }

}  // namespace doorstep::govuk
