#pragma once

#include <string>
#include <string_view>

namespace doorstep::assets {

/// The address of a built style, script or image by its plain name: "app.css" gives
/// "/assets/app-936eb77e7024.css". The content of an address never changes, so it is served as immutable. An
/// unknown name is a bug and throws std::logic_error, as does a program built without its front end.
std::string const& url(std::string_view name);

}  // namespace doorstep::assets
