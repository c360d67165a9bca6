#include "pages/content/page_words.h"

#include "base/assert.h"
#include "base/embedded.h"
#include "usecases/settings.h"

namespace doorstep::pages::content {
namespace {

std::string file_name(std::string_view name, http::Language language) {
    return "content/pages/" + std::string(name) + "." + std::string(name_of(language)) + ".md";
}

}  // namespace

Document page_words(Visit& visit, std::string_view name, std::map<std::string, Html, std::less<>> blocks,
                    std::map<std::string, std::string, std::less<>> const& fields) {
    auto const file = embedded_file(file_name(name, visit.language()));
    DOORSTEP_ASSERT(file, "no page of words called " + std::string(name));
    auto const& site = visit.context.settings().site();
    MarkdownOptions options{.language = visit.language(), .fields = {}, .blocks = std::move(blocks)};
    options.fields = {
        {"landlord", site.landlord_name}, {"team", site.team_name}, {"telephone", site.telephone},
        {"hours", site.telephone_hours},  {"email", site.email},    {"postal-address", site.postal_address}};
    for (auto const& [field, value] : fields) options.fields[field] = value;
    return document(file->content, options);
}

bool page_words_exist(std::string_view name) {
    return embedded_file(file_name(name, http::Language::english)).has_value();
}

}  // namespace doorstep::pages::content
