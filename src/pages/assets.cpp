#include "pages/assets.h"

#include <boost/json.hpp>
#include <map>

#include "base/assert.h"
#include "base/embedded.h"

namespace doorstep::assets {

namespace {

using Urls = std::map<std::string, std::string, std::less<>>;

Urls read_manifest() {
    auto const file = embedded_file("assets/manifest.json");
    DOORSTEP_ASSERT(file.has_value(),
                    "the front end is not in this program: run `make frontend`, then build again");
    Urls urls;
    auto const manifest =
        boost::json::parse(boost::json::string_view(file->content.data(), file->content.size()));
    for (auto const& [name, url] : manifest.as_object()) urls.emplace(name, url.as_string());
    return urls;
}

}  // namespace

std::string const& url(std::string_view name) {
    static auto const urls = read_manifest();
    auto const found = urls.find(name);
    DOORSTEP_ASSERT(found != urls.end(), "no asset is called " + std::string(name));
    return found->second;
}

}  // namespace doorstep::assets
