#include "govuk/character_count.h"

#include "govuk/parts.h"
#include "govuk/textarea.h"

namespace doorstep::govuk {

namespace {

std::string count_type_of(CharacterCount const& options) {
    if (!options.count_type.empty()) return options.count_type;
    return options.maxwords > 0 ? "words" : "";
}

int limit_of(CharacterCount const& options) {
    return options.maxwords > 0 ? options.maxwords : options.maxlength;
}

/// "You can enter up to 200 characters": what people see without scripts.
std::string description(CharacterCount const& options) {
    if (limit_of(options) == 0) return {};
    auto text = options.textarea_description_text;
    if (text.empty())
        text = count_type_of(options) == "words" ? "You can enter up to %{count} words"
                                                 : "You can enter up to %{count} characters";
    constexpr std::string_view mark = "%{count}";
    auto const limit = std::to_string(limit_of(options));
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + limit.size()))
        text.replace(at, mark.size(), limit);
    return text;
}

Attributes script_attributes(CharacterCount const& options) {
    Attributes list{{.name = "data-module", .value = "govuk-character-count"}};
    auto const add_number = [&](char const* name, int value) {
        if (value > 0) list.push_back({.name = name, .value = std::to_string(value)});
    };
    add_number("data-maxlength", options.maxlength);
    add_number("data-maxwords", options.maxwords);
    add_number("data-threshold", options.threshold);
    if (auto type = count_type_of(options); !type.empty())
        list.push_back({.name = "data-count-type", .value = std::move(type)});
    // With a limit the description is written already; without one only the script can complete it.
    if (limit_of(options) == 0)
        add_text_attribute(list, "textarea-description.other", options.textarea_description_text);
    add_plural_attributes(list, "characters-under-limit", options.characters_under_limit_text);
    add_text_attribute(list, "characters-at-limit", options.characters_at_limit_text);
    add_plural_attributes(list, "characters-over-limit", options.characters_over_limit_text);
    add_plural_attributes(list, "words-under-limit", options.words_under_limit_text);
    add_text_attribute(list, "words-at-limit", options.words_at_limit_text);
    add_plural_attributes(list, "words-over-limit", options.words_over_limit_text);
    list.insert(list.end(), options.form_group.attributes.begin(), options.form_group.attributes.end());
    return list;
}

}  // namespace

void append(Html& out, CharacterCount const& options) {
    auto const& id = options.id.empty() ? options.name : options.id;
    Html after_input;
    append_hint(after_input, Hint{.text = description(options), .classes = options.count_message.classes},
                id + "-info", "govuk-character-count__message");
    write_content(after_input, options.form_group.after_input.text, options.form_group.after_input.html);
    append_textarea(out,
                    Textarea{
                        .id = id,
                        .name = options.name,
                        .spellcheck = options.spellcheck,
                        .rows = options.rows,
                        .value = options.value,
                        .described_by = id + "-info",
                        .label = options.label,
                        .hint = options.hint,
                        .error_message = options.error_message,
                        .form_group = {.before_input = options.form_group.before_input,
                                       .after_input = {.html = std::move(after_input)},
                                       .classes = options.form_group.classes,
                                       .attributes = script_attributes(options)},
                        .classes = "govuk-js-character-count" +
                                   (options.classes.empty() ? std::string() : " " + options.classes),
                        .attributes = options.attributes,
                    },
                    "govuk-character-count");
}

Html character_count(CharacterCount const& options) { return built(options, 1024 + options.value.size()); }

}  // namespace doorstep::govuk
