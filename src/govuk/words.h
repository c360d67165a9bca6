#pragma once

#include <string_view>

namespace doorstep::govuk {

/// What components say by themselves, in the two languages of resident pages. Pass them as options where a
/// page is in Welsh; the components' own defaults are the English ones.
struct Words {
    std::string_view skip_to_main;
    std::string_view back;
    std::string_view error;  ///< before a message, for people who listen; and "Error: " in titles
    std::string_view there_is_a_problem;  ///< title of the error summary
    std::string_view success;
    std::string_view important;
    std::string_view warning;
    std::string_view menu;
    std::string_view language;
    std::string_view breadcrumb;
    std::string_view previous_page;
    std::string_view next_page;
    std::string_view page;
    std::string_view pagination;
    std::string_view exit_this_page;
    std::string_view exit_activated;
    std::string_view exit_timed_out;
    std::string_view exit_press_two_more;
    std::string_view exit_press_one_more;
    std::string_view characters_allowed;  ///< "%{count}" is the limit
    std::string_view continue_;
    std::string_view change;
    std::string_view day;
    std::string_view month;
    std::string_view year;
};

inline constexpr Words english_words{
    .skip_to_main = "Skip to main content",
    .back = "Back",
    .error = "Error",
    .there_is_a_problem = "There is a problem",
    .success = "Success",
    .important = "Important",
    .warning = "Warning",
    .menu = "Menu",
    .language = "Language",
    .breadcrumb = "Breadcrumb",
    .previous_page = "Previous page",
    .next_page = "Next page",
    .page = "Page",
    .pagination = "Pagination",
    .exit_this_page = "Exit this page",
    .exit_activated = "Loading.",
    .exit_timed_out = "Exit this page expired.",
    .exit_press_two_more = "Shift, press 2 more times to exit.",
    .exit_press_one_more = "Shift, press 1 more time to exit.",
    .characters_allowed = "You can enter up to %{count} characters",
    .continue_ = "Continue",
    .change = "Change",
    .day = "Day",
    .month = "Month",
    .year = "Year",
};

inline constexpr Words welsh_words{
    .skip_to_main = "Neidio i'r prif gynnwys",
    .back = "Yn ôl",
    .error = "Gwall",
    .there_is_a_problem = "Mae problem wedi codi",
    .success = "Llwyddiant",
    .important = "Pwysig",
    .warning = "Rhybudd",
    .menu = "Dewislen",
    .language = "Iaith",
    .breadcrumb = "Briwsion bara",
    .previous_page = "Tudalen flaenorol",
    .next_page = "Tudalen nesaf",
    .page = "Tudalen",
    .pagination = "Tudaleniad",
    .exit_this_page = "Gadael y dudalen hon",
    .exit_activated = "Llwytho.",
    .exit_timed_out = "Mae'r amser i adael y dudalen hon wedi dod i ben.",
    .exit_press_two_more = "Shift, pwyswch 2 waith arall i adael.",
    .exit_press_one_more = "Shift, pwyswch 1 waith arall i adael.",
    .characters_allowed = "Gallwch nodi hyd at %{count} nod",
    .continue_ = "Parhau",
    .change = "Newid",
    .day = "Diwrnod",
    .month = "Mis",
    .year = "Blwyddyn",
};

}  // namespace doorstep::govuk
