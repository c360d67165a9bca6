#pragma once

#include <string>

#include "html/html.h"

namespace doorstep::govuk {

/// A way to leave fast: a button that stays in view, and three presses of Shift where scripts run. The words
/// are those of the script too; what is empty stays English.
struct ExitThisPage {
    std::string text;
    Html html;
    std::string redirect_url;
    std::string id;
    std::string classes;
    Attributes attributes;
    std::string activated_text;
    std::string timed_out_text;
    std::string press_two_more_times_text;
    std::string press_one_more_time_text;
};

Html exit_this_page(ExitThisPage const& options);
void append(Html& out, ExitThisPage const& options);

}  // namespace doorstep::govuk
