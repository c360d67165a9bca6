#pragma once

#include <optional>
#include <string>

#include "govuk/form_group.h"
#include "govuk/plural_texts.h"

namespace doorstep::govuk {

struct CountMessage {
    std::string classes;
};

/// Several lines of text with a limit that is said, and counted down where scripts run. The limit is only
/// advice here: the form checks it. `id` is the name when empty.
struct CharacterCount {
    std::string id;
    std::string name;
    int rows = 5;
    std::string value;
    /// Characters; 0 for no limit.
    int maxlength = 0;
    /// Words instead; 0 for none.
    int maxwords = 0;
    /// Per cent of the limit from which the count shows; 0 for always.
    int threshold = 0;
    /// "words" or "characters" where the kind does not follow from the limit.
    std::string count_type;
    Label label;
    Hint hint;
    ErrorMessage error_message;
    FormGroup form_group;
    std::string classes;
    Attributes attributes;
    std::optional<bool> spellcheck;
    CountMessage count_message;
    /// "You can enter up to %{count} characters" when empty.
    std::string textarea_description_text;
    PluralTexts characters_under_limit_text;
    std::string characters_at_limit_text;
    PluralTexts characters_over_limit_text;
    PluralTexts words_under_limit_text;
    std::string words_at_limit_text;
    PluralTexts words_over_limit_text;
};

Html character_count(CharacterCount const& options);
void append(Html& out, CharacterCount const& options);

}  // namespace doorstep::govuk
