#pragma once

#include "pages/visit.h"

namespace doorstep::pages::letters {

/// Who to write to, which letter, by which way.
http::Response show_write_letter(Visit& visit);
http::Response post_write_letter(Visit& visit);

/// The same from a legal action, with its own letters and notices filled in from the file.
http::Response show_write_paper(Visit& visit);
http::Response post_write_paper(Visit& visit);

}  // namespace doorstep::pages::letters
