#pragma once

#include <string>
#include <string_view>

namespace doorstep::documents::csv {

/// Text in Windows-1252, as UTF-8. The five bytes it leaves undefined become U+FFFD, and so does NUL.
std::string from_windows_1252(std::string_view bytes);

}  // namespace doorstep::documents::csv
