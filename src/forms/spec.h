#pragma once

#include <string>
#include <vector>

#include "base/enum_names.h"
#include "forms/words.h"

namespace doorstep::forms {

/// One thing to choose.
struct Choice {
    std::string value;
    std::string text;
    std::string text_welsh;
    std::string hint;
    std::string hint_welsh;
    /// Names of fields of the same form that open under this choice, and count only when it is chosen.
    std::vector<std::string> reveals;
    /// "or": a line before this choice.
    std::string divider_before;
    std::string divider_before_welsh;

    std::string_view text_in(http::Language language) const {
        return language == http::Language::welsh && !text_welsh.empty() ? text_welsh : text;
    }
    std::string_view divider_in(http::Language language) const {
        return language == http::Language::welsh && !divider_before_welsh.empty() ? divider_before_welsh
                                                                                  : divider_before;
    }
    std::string_view hint_in(http::Language language) const {
        return language == http::Language::welsh && !hint_welsh.empty() ? hint_welsh : hint;
    }
};

/// What every field says of itself.
struct Spec {
    std::string name;  ///< "made-on": in the page, in JSON, in refusals
    Words label;
    Words hint;
    std::vector<Choice> choices;  ///< for radios, checkboxes and select; an enum's own when empty
    std::string classes;          ///< such as "govuk-input--width-10"
    std::string autocomplete;
    std::string input_mode;
    std::string input_type = "text";
    std::string prefix;
    std::string suffix;
    int rows = 5;
    /// Shows the count; the check at_most says the same to the server.
    int character_limit = 0;
    bool inline_choices = false;
    bool small_choices = false;
    bool spellcheck = true;
    /// Names the group in the label "(optional)". Residents' optional questions say so in their own words
    /// instead.
    bool optional = false;
    /// Buttons "today" and "yesterday" beside a date, for contact logs.
    bool recent_days = false;
};

enum class Control { text, textarea, date, time, radios, checkboxes, select, tick, hidden, files, password };

}  // namespace doorstep::forms
