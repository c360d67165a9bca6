#include "pages/site/words.h"

#include <algorithm>

#include "base/embedded.h"
#include "html/elements.h"
#include "pages/content/page_words.h"
#include "pages/reports/services_list.h"
#include "usecases/settings.h"

namespace doorstep::pages::site {
namespace {

constexpr std::string_view folder = "content/pages/";
constexpr std::string_view help_prefix = "help-";

bool is_name(std::string_view text) {
    return !text.empty() && text.size() < 60 &&
           std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

http::Response words_response(Visit& visit, std::string_view name, std::optional<BackLink> back) {
    auto const& signposts = visit.context.settings().list("signposts");
    auto const today = visit.context.today;
    std::vector<legal::ListEntry const*> helplines;
    for (auto const* entry : signposts.in_use(today))
        if (!entry->detail("support_for").empty() || entry->code == "police") helplines.push_back(entry);
    auto const document = content::page_words(
        visit, name,
        {{"helplines", reports::services_list(helplines, visit.language())},
         {"services", reports::services_list(signposts.in_use(today), visit.language())}});
    Page page;
    page.title = document.title;
    page.resident = true;
    page.back = std::move(back);
    Html body = html::h1(document.title);
    body << document.body;
    page.body = html::two_thirds(body);
    return visit.page(std::move(page));
}

}  // namespace

http::Response show_help_topics(Visit& visit) {
    std::vector<Html> topics;
    auto const ending = "." + std::string(name_of(visit.language())) + ".md";
    for (auto const& file : embedded_files(std::string(folder) + std::string(help_prefix))) {
        if (!file.name.ends_with(ending)) continue;
        auto name = file.name.substr(folder.size());
        name.remove_suffix(ending.size());
        topics.push_back(html::a(visit.path("/help/" + std::string(name.substr(help_prefix.size()))),
                                 content::page_words(visit, name).title));
    }
    Page page;
    page.title = visit.is_welsh() ? "Help" : "Help";
    page.resident = true;
    Html body = html::h1(page.title);
    body << html::list(topics);
    page.body = html::two_thirds(body);
    return visit.page(std::move(page));
}

http::Response show_help(Visit& visit) {
    auto const topic = visit.request.parameter("topic");
    auto const name = std::string(help_prefix) + std::string(topic);
    if (!is_name(topic) || !content::page_words_exist(name))
        return visit.refused(Refusal(RefusalKind::not_found, "page-not-found", "Page not found"));
    return words_response(visit, name, BackLink{.href = visit.path("/help"), .text = {}});
}

Handler words_page(std::string name) {
    return [name = std::move(name)](Visit& visit) { return words_response(visit, name, std::nullopt); };
}

}  // namespace doorstep::pages::site
