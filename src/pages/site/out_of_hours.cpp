#include "pages/site/out_of_hours.h"

#include "govuk/inset_text.h"
#include "html/elements.h"
#include "pages/content/page_words.h"
#include "usecases/settings.h"
#include "usecases/site/opening_hours.h"

namespace doorstep::pages::site {

Html out_of_hours_notice(Visit& visit, std::string_view name) {
    auto const closed = usecases::site::office_closed(visit.context.settings(), visit.context.now);
    if (!closed || !closed->until) return {};
    auto const opens = usecases::site::opening_words(*closed->until, visit.is_welsh() ? "cy" : "en");
    auto const words = content::page_words(visit, name, {}, {{"opens", opens}});
    Html inside = html::h2(words.title);
    inside << words.body;
    return govuk::inset_text({.html = std::move(inside)});
}

}  // namespace doorstep::pages::site
